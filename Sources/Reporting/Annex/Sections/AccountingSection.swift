import Analytics
import Ingest

extension AnnexTableID {
  static let ladder = AnnexTableID("ladder")
  static let rejects = AnnexTableID("afkeur")
  static let findings = AnnexTableID("bevindingen")
}

extension AnnexBuilder {
  /// From the lines read to the amount in the period, what was rejected and what was found.
  mutating func accountingSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(
      sectionID: "verantwoording", heading: text(.accounting), paragraphs: [text(.accountingNote)])
    if !chaptersLeftOut.isEmpty {
      section.paragraphs.append(
        text(.chaptersLeftOut, ["chapters": chaptersLeftOut.joined(separator: "; ")]))
    }
    if !warnings.isEmpty {
      section.blocks.append(
        .init(
          rules: .init(
            rulesTitle: text(.warnings), rulesLanguage: language.rawValue,
            lines: warnings.map(\.capitalizedFirst))))
    }
    section.blocks.append(.init(table: ladderTable()))
    if report.account.ladder.rejectedCount > 0 {
      section.blocks.append(.init(table: rejectTable()))
    } else {
      section.paragraphs.append(text(.noRejects))
    }
    let findings = report.findings.first { $0.name == FindingTables.findingsName }
    guard let findings, !findings.rows.isEmpty else {
      section.paragraphs.append(text(.noFindings))
      return section
    }
    let (yes, no) = (text(.yes), text(.no))
    var rows = findings.rows
    let position = findings.position(of: .isAssessed)
    for row in rows.indices {
      rows[row][position] = .text(rows[row][position] == FindingTables.yes ? yes : no)
    }
    section.blocks.append(
      block(
        AnnexTable(
          id: .findings, caption: text(.findingsTable), source: findings,
          columns: [.rule, .ruleTitle, .isAssessed, .lines, .denominator, .amount, .providers],
          rows: rows, headings: [.amount: text(.amount)], note: text(.findingsNote))))
    return section
  }

  private mutating func ladderTable() -> AnnexPage.TableView {
    let ladder = report.account.ladder
    typealias Step = (AnnexPhrase, lines: Int?, cents: Int64?)
    let later: [Step] =
      ladder.later.map { [(.afterReferenceDay, $0.lines, $0.net)] } ?? []
    let counted = ladder.accepted - (ladder.later?.lines ?? 0)
    let steps: [Step] =
      [
        (.records, ladder.records, nil), (.headerLines, ladder.header, nil),
        (.blankLines, ladder.blank, nil), (.rejected, ladder.rejectedCount, nil),
        (.accepted, ladder.accepted, nil),
      ] + later + [
        (.debit, nil, ladder.debit),
        (.credit, nil, ladder.credit), (.net, counted, ladder.net),
        (.outsideWindow, ladder.outsideWindow.lines, ladder.outsideWindow.net),
        (.insideWindow, ladder.inWindow.lines, ladder.inWindow.net),
      ]
    return view(
      id: .ladder,
      caption: text(.ladderTable),
      headings: [
        .init(label: text(.step), isNumeric: false), .init(label: text(.lines), isNumeric: true),
        .init(label: text(.amount), isNumeric: true),
      ],
      rows: steps.map { step, lines, cents in
        .init(
          rowHeading: text(step),
          isTotal: step == .accepted || step == .net,
          values: [
            lines.map { notation.count(Int64($0)) }, cents.map { notation.cents($0) },
          ].map { .init(value: $0 ?? AnnexNotation.none, isNumber: true) })
      },
      note: text(
        .bytesRead,
        [
          "bytes": notation.count(Int64(ladder.bytes)),
          "fileBytes": notation.count(Int64(ladder.diskBytes)),
          "lines": notation.count(Int64(ladder.lines.all)),
          "inner": notation.count(Int64(ladder.lines.insideValues)),
        ]),
      source: nil)
  }

  private mutating func rejectTable() -> AnnexPage.TableView {
    let rejected = report.account.ladder.rejected.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    return view(
      id: .rejects,
      caption: text(.rejectTable),
      headings: [
        .init(label: text(.rule), isNumeric: false), .init(label: text(.meaning), isNumeric: false),
        .init(label: text(.lines), isNumeric: true),
      ],
      rows: rejected.map { code, count in
        .init(
          rowHeading: code,
          isTotal: false,
          values: [
            .init(value: Rule(code: code)?.title ?? "", isNumber: false),
            .init(value: notation.count(Int64(count)), isNumber: true),
          ])
      },
      source: nil)
  }
}

extension AnnexPhrase {
  static let accounting = AnnexPhrase("Verantwoording", "Accounting")
  static let accountingNote = AnnexPhrase(
    "Van de gelezen regels tot de tabellen sluit elke stap precies; anders was er niets "
      + "gepubliceerd.",
    "From the lines read to the tables every step balances exactly; otherwise nothing would "
      + "have been published.")
  static let chaptersLeftOut = AnnexPhrase(
    "Deze bijlage toont een keuze uit de hoofdstukken. Niet gekozen: {chapters}. Hun tabellen "
      + "staan in de map tables en in de werkmap.",
    "This annex shows a choice of the chapters. Not chosen: {chapters}. Their tables are in the "
      + "folder tables and in the workbook.")
  static let ladderTable = AnnexPhrase(
    "Van gelezen regels tot bedrag in de periode", "From lines read to the amount in the period")
  static let step = AnnexPhrase("Stap", "Step")
  static let lines = AnnexPhrase("Regels", "Lines")
  static let amount = AnnexPhrase("Bedrag", "Amount")
  static let rejectTable = AnnexPhrase("Afgekeurde regels per controle", "Rejected lines per check")
  static let rule = AnnexPhrase("Controle", "Check")
  static let meaning = AnnexPhrase("Betekenis", "Meaning")
  static let noRejects = AnnexPhrase("Geen enkele regel is afgekeurd.", "No line was rejected.")
  static let findingsTable = AnnexPhrase(
    "Bevindingen bij goedgekeurde regels", "Findings on accepted lines")
  static let findingsNote = AnnexPhrase(
    "Regels met een bevinding tellen mee in alle tabellen. Een controle zonder cijfers kon niet "
      + "worden beoordeeld.",
    "Lines with a finding count in all tables. A check without figures could not be assessed.")
  static let noFindings = AnnexPhrase(
    "Er zijn geen controles op goedgekeurde regels uitgevoerd.",
    "No checks were made on accepted lines.")
  static let bytesRead = AnnexPhrase(
    "Gelezen: {bytes} bytes met declaraties. Alle bestanden samen: {fileBytes} bytes en {lines} "
      + "regels, waarvan {inner} vervolgregels binnen een waarde.",
    "Read: {bytes} bytes of declarations. All files together: {fileBytes} bytes and {lines} lines, "
      + "of which {inner} go on inside a value.")
  static let records = AnnexPhrase("Regels in de bestanden", "Lines in the files")
  static let headerLines = AnnexPhrase("waarvan kopregels", "of which headers")
  static let blankLines = AnnexPhrase("waarvan leeg", "of which blank")
  static let rejected = AnnexPhrase("waarvan afgekeurd", "of which rejected")
  static let accepted = AnnexPhrase("Goedgekeurde declaratieregels", "Accepted declaration lines")
  static let afterReferenceDay = AnnexPhrase(
    "waarvan na de peildatum gedeclareerd, in geen enkel cijfer",
    "of which declared after the reference date, in no figure")
  static let debit = AnnexPhrase("waarvan debet", "of which debit")
  static let credit = AnnexPhrase("waarvan credit", "of which credit")
  static let net = AnnexPhrase("Netto van de goedgekeurde regels", "Net of the accepted lines")
  static let insideWindow = AnnexPhrase("waarvan in de periode", "of which in the period")
  static let outsideWindow = AnnexPhrase("waarvan buiten de periode", "of which outside the period")
  static let warnings = AnnexPhrase("Waarschuwingen", "Warnings")
  static let seeWarnings = AnnexPhrase(
    "Bij deze cijfers horen waarschuwingen; zie de verantwoording.",
    "These figures come with warnings; see the account.")
}
