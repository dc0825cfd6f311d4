import Analytics
import Ingest

/// Makes the page of the annex from a report: the chapters that were chosen, each in a file of its
/// own, and what accounts for them.
///
/// It chooses, orders and words; it computes no figure.
struct AnnexBuilder {
  let report: Report
  let language: AnnexLanguage
  let notation: AnnexNotation
  private var figureCount = 0
  private var tableCount = 0
  /// The numbers of the tables so far, by id.
  private(set) var tableNumbers: [AnnexTableID: Int] = [:]
  /// The names of the report's tables that are shown so far.
  private(set) var shownTables: Set<String> = []

  init(_ report: Report, language: AnnexLanguage) {
    self.report = report
    self.language = language
    notation = AnnexNotation(language: language)
  }

  mutating func page() -> AnnexPage {
    let chosen = AnnexChapter.allCases.filter(report.account.chapters.contains)
    var sections = chosen.map { section(of: $0) }
    // They refer to the tables of the chapters.
    sections += [report.isEdition ? editionSection() : accountingSection(), countingSection()]
    // A chapter without tables is left out of the page.
    sections =
      [briefSection()].compactMap { $0 }
      + sections.filter { !$0.blocks.isEmpty }.map(withCommonCard)
    let municipality = municipality
    let style = report.isEdition ? AnnexStyle.editionCSS : AnnexStyle.css
    return AnnexPage(
      language: language.rawValue,
      title: text(.title),
      municipality: municipality,
      subtitle: text(.subtitle, ["period": period]),
      notice: language.notice(of: report),
      version: report.version,
      style: style,
      styleHash: AnnexFormat.hash(of: style),
      skipLabel: text(.skip),
      contentsLabel: text(.contents),
      factsLabel: text(.facts),
      facts: facts,
      warnings: warnings.isEmpty ? [] : [text(.seeWarnings)],
      sections: sections,
      made: text(
        .made, ["version": report.version, "run": run, "period": dataDate.capitalizedFirst]),
      hiddenLabel: text(.hidden))
  }

  /// The warnings of the run in the language of the annex.
  var warnings: [String] {
    (language == .dutch ? report.account.dutchWarnings : report.account.warnings)
      .map(CouncilWording.text)
  }

  private var facts: [AnnexPage.Fact] {
    [
      .init(term: text(.period), detail: period), .init(term: text(.basis), detail: basis),
      .init(term: text(.dataDate), detail: dataDate), referenceDay,
      .init(term: text(.run), detail: run),
    ].compactMap { $0 }
  }

  func text(_ phrase: AnnexPhrase) -> String { language.text(phrase) }

  func text(_ phrase: AnnexPhrase, _ values: KeyValuePairs<String, String>) -> String {
    language.text(phrase, values)
  }

  /// The number of the table that comes next, kept under its id, with where its figures are from.
  mutating func numberTable(_ id: AnnexTableID, of source: Table?) -> String {
    tableCount += 1
    tableNumbers[id] = tableCount
    if let source { shownTables.insert(source.name) }
    return text(.table, ["number": String(tableCount)])
  }

  /// A chart, drawn for wide and for narrow pages, with a reference to the table of its figures.
  mutating func figure(
    _ id: String, _ chart: some Chart, table: AnnexTableID, note: String? = nil
  ) -> AnnexPage.Block {
    figureCount += 1
    let number = tableNumbers[table].map { text(.inTable, ["number": String($0)]) }
    let legend = chart.visibility == .whole ? nil : self.legend
    return .init(
      figure: .init(
        figureID: "figuur-\(id)", figureName: text(.figure, ["number": String(figureCount)]),
        figureTitle: chart.title + ".",
        figureNote: [note, legend, number].compactMap { $0 }.joined(separator: " "),
        figureDescription: chart.description, wide: chart.svg(id: "\(id)-b", width: 640),
        narrow: chart.svg(id: "\(id)-s", width: 300)))
  }

  /// The same, or none where every figure is hidden.
  mutating func shownFigure(
    _ id: String, _ chart: some Chart, table: AnnexTableID, note: String? = nil
  ) -> [AnnexPage.Block] {
    chart.visibility == .none ? [] : [figure(id, chart, table: table, note: note)]
  }

  /// What an `x` stands for.
  var legend: String { text(.legend) + "." }
}

extension AnnexBuilder {
  var municipality: String {
    report.municipality.name ?? report.municipality.code ?? text(.unnamedMunicipality)
  }

  var period: String {
    guard let period = report.period else { return text(.noPeriod) }
    let days = notation.period(period.days)
    return period.isFromData ? text(.fromData, ["period": days]) : days
  }

  var basis: String {
    switch report.basis {
    case .service: text(.basisService)
    case .declaration: text(.basisDeclaration)
    }
  }

  /// Nil without any accepted line.
  var lastMonth: Month? {
    guard let table = report.table(.monthlyCourse), let row = table.rows.last else { return nil }
    return table.month(row, .month)
  }

  var dataDate: String {
    lastMonth.map { text(.dataThrough, ["month": notation.month($0)]) } ?? text(.noData)
  }

  var run: String {
    report.account.runText.isEmpty ? AnnexNotation.none : report.account.runText
  }

  /// The calendar years that the window touches: `2017`, `2017–2018`.
  var years: String {
    guard let days = report.period?.days else { return AnnexNotation.none }
    let (first, last) = (days.lowerBound.year, days.upperBound.year)
    return first == last ? String(first) : "\(first)–\(last)"
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
