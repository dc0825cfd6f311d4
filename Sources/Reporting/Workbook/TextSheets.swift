import Analytics

/// The first sheet: what the report is about, what to know before reading it, and what is in it.
struct CoverSheet {
  static let name = "voorblad"

  let report: Report
  let tables: [Table]
  let hasTriangle: Bool
  let hasCalculation: Bool

  func write(to sheet: Sheet) throws {
    try sheet.setWidths([26, 100])
    sheet.hideGridLines()
    try sheet.setHeight(row: 0, lines: 1, points: 26)
    try sheet.write("Wmo-rapportage \(report.municipalityText)", row: 0, column: 0, .title)
    try sheet.setHeight(row: 1, lines: 1, points: 20)
    try sheet.write(report.notice, row: 1, column: 0, report.isEdition ? .label : .warning)
    var row = 3
    for (label, text) in facts {
      try sheet.setHeight(row: row, lines: ExcelText.lineCount(text, width: 95))
      try sheet.write(label, row: row, column: 0, .label)
      try sheet.write(text, row: row, column: 1, .wrapped)
      row += 1
    }
    row += 1
    try sheet.setHeight(row: row, lines: 1, points: 20)
    try sheet.write("Inhoud", row: row, column: 0, .heading)
    for (name, title) in contents {
      row += 1
      try sheet.writeLink(to: name, row: row, column: 0)
      try sheet.write(title, row: row, column: 1)
    }
    try sheet.setPage(title: "Voorblad", of: report)
  }

  private var facts: [(label: String, text: String)] {
    let facts = [
      ("Gemeente", report.municipalityText),
      ("Periode", report.periodText),
      ("Basis", report.basisText),
      ("Run", "\(report.account.runText) (wmo-etl \(report.version))"),
    ]
    return report.isEdition ? facts : facts + accountFacts
  }

  /// Of the lines, which an edition does not tell of.
  private var accountFacts: [(label: String, text: String)] {
    let ladder = report.account.ladder
    let warnings = report.account.dutchWarnings
    return [
      (
        "Declaratieregels",
        "\(count(ladder.accepted)) goedgekeurd, \(count(ladder.rejectedCount)) afgekeurd"
      ),
      (
        "Netto bedrag",
        "\(euros(ladder.inWindow.net)) in de periode, \(euros(ladder.outsideWindow.net)) erbuiten"
      ),
      ("Waarschuwingen", warnings.isEmpty ? "geen" : warnings.joined(separator: "\n")),
    ]
  }

  private var contents: [(name: String, title: String)] {
    var contents = tables.map { ($0.name, $0.title) }
    contents.insert((RulesSheet.name, "Hoe elke tabel is geteld"), at: report.tables.count)
    if hasCalculation {
      contents.insert((CalculationSheet.name, CalculationSheet.title), at: report.tables.count)
    }
    // The triangle's table comes before the rules.
    let triangle = tables.firstIndex { $0.name == Analysis.declarationTriangle.name }
    if hasTriangle, let triangle {
      contents.insert((TriangleSheet.name, TriangleSheet.title), at: triangle + 1)
    }
    return contents
  }

  private func count(_ number: Int) -> String {
    FigureNotation.dutch.digits(Int64(number), decimals: 0)
  }

  private func euros(_ cents: Int64) -> String {
    "€ " + FigureNotation.dutch.digits(cents, decimals: 2)
  }
}

/// How every table is counted: a row per rule.
struct RulesSheet {
  static let name = "telregels"

  private static let titleWidth = 42
  private static let ruleWidth = 100

  let report: Report

  func write(to sheet: Sheet) throws {
    try sheet.setWidths([22, Double(Self.titleWidth), Double(Self.ruleWidth)])
    for (column, header) in ["tabel", "titel", "telregel"].enumerated() {
      try sheet.write(header, row: 0, column: column, .header)
    }
    var row = 1
    for (name, title, rule) in rules {
      let lines = max(
        ExcelText.lineCount(rule, width: Self.ruleWidth - 5),
        ExcelText.lineCount(title, width: Self.titleWidth - 2))
      try sheet.setHeight(row: row, lines: lines)
      try sheet.write(name, row: row, column: 0)
      try sheet.write(title, row: row, column: 1, .wrapped)
      try sheet.write(rule, row: row, column: 2, .wrapped)
      row += 1
    }
    try sheet.setHeader(columnCount: 3, rowCount: row - 1)
    try sheet.setPage(title: "Telregels", of: report)
  }

  /// Of every table, and of an edition how it hides and rounds.
  private var rules: [(table: String, title: String, rule: String)] {
    let rules = (report.tables + report.findings).flatMap { table in
      table.countingRules.map { (table.name, table.title, $0) }
    }
    guard let parameters = report.publication, let account = report.publicationAccount else {
      return rules
    }
    let edition = AnnexLanguage.dutch.editionRules(parameters, account)
    return rules + edition.map { ("verantwoording", AnnexPhrase.editionRules.dutch, $0) }
  }
}
