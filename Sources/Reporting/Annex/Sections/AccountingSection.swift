import Analytics
import Ingest

extension AnnexBuilder {
  /// From the lines read to the amount in the period, what was rejected and what was found.
  mutating func accountingSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(
      sectionID: "verantwoording",
      heading: text(.accounting),
      paragraphs: [text(.accountingNote)]
    )
    if !warnings.isEmpty {
      section.blocks.append(
        .init(
          rules: .init(
            rulesTitle: text(.warnings),
            rulesLanguage: language.rawValue,
            lines: warnings.map(\.capitalizedFirst)
          )
        )
      )
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
    if let position = findings.column("beoordeeld") {
      for row in rows.indices {
        rows[row][position] = .text(rows[row][position] == .text("ja") ? yes : no)
      }
    }
    section.blocks.append(
      block(
        AnnexTable(
          id: "bevindingen",
          caption: text(.findingsTable),
          source: findings,
          columns: [
            "regelcode", "titel", "beoordeeld", "regels", "noemer", "bedrag", "aanbieders",
          ],
          rows: rows,
          headings: ["bedrag": text(.amount)],
          note: text(.findingsNote)
        )
      )
    )
    return section
  }

  private mutating func ladderTable() -> AnnexPage.TableView {
    let ladder = report.account.ladder
    typealias Step = (AnnexPhrase, lines: Int?, cents: Int64?)
    let steps: [Step] = [
      (.records, ladder.records, nil), (.headerLines, ladder.header, nil),
      (.blankLines, ladder.blank, nil), (.rejected, ladder.rejectedCount, nil),
      (.accepted, ladder.accepted, nil), (.debit, nil, ladder.debit),
      (.credit, nil, ladder.credit), (.net, ladder.accepted, ladder.net),
      (.outsideWindow, ladder.outsideWindow.lines, ladder.outsideWindow.net),
      (.insideWindow, ladder.inWindow.lines, ladder.inWindow.net),
    ]
    return view(
      id: "ladder",
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
          ].map { .init(value: $0 ?? AnnexNotation.none, isNumber: true) }
        )
      },
      note: text(
        .bytesRead,
        [
          "bytes": notation.count(Int64(ladder.bytes)),
          "fileBytes": notation.count(Int64(ladder.diskBytes)),
          "lines": notation.count(Int64(ladder.lines.all)),
          "inner": notation.count(Int64(ladder.lines.insideValues)),
        ]
      ),
      card: card(of: "manifest")
    )
  }

  private mutating func rejectTable() -> AnnexPage.TableView {
    let rejected = report.account.ladder.rejected.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    return view(
      id: "afkeur",
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
          ]
        )
      },
      note: nil,
      card: card(of: "manifest")
    )
  }
}
