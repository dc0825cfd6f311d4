import Analytics
import Ingest

extension AnnexTableID {
  static let expiry = AnnexTableID("aflopend")
  static let expiryGroups = AnnexTableID("aflopend-soort")
}

extension AnnexBuilder {
  /// When the allocations end that are in force on the window's last day.
  mutating func expiryTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.expiringAllocations), let day = report.period?.days.upperBound
    else { return [] }
    let rows = table.rows(at: .total)
    guard !rows.isEmpty else {
      return [theme(.expiry, [text(.noneInForce, ["day": notation.day(day)])])]
    }
    let whole = Expiry(rows, of: table, after: day.month)
    guard whole.never < whole.all else {
      return [
        theme(
          .expiry,
          [
            text(
              .noneEnds,
              ["day": notation.day(day), "allocations": counted(whole.all, .allocations)])
          ])
      ]
    }
    let withoutEnd = text(.withoutEnd)
    let months = block(
      AnnexTable(
        id: .expiry, caption: text(.expiryTable, ["day": notation.day(day)]), source: table,
        columns: [.month, .allocations, .clients], rows: rows,
        totalHeading: { table.cell($0, .month) == .empty ? withoutEnd : nil },
        shown: .first(24)))
    return [theme(.expiry, [expirySentence(whole, day)])] + expiryFigure(rows, table, day)
      + [months, expiryGroups(table, whole, day)]
  }

  /// The allocations of a group by how soon they end.
  private struct Expiry {
    let name: String
    /// Up to the third month after that of the day.
    var soon: Int64 = 0
    var later: Int64 = 0
    var never: Int64 = 0

    var all: Int64 { soon + later + never }

    init(_ rows: [[Cell]], of table: Table, after month: Month) {
      name = rows.first.map { table.text($0, .productGroup) } ?? ""
      for row in rows {
        let count = table.number(row, .allocations) ?? 0
        switch table.month(row, .month) {
        case nil: never += count
        case let end? where end.number <= month.number + 3: soon += count
        case _?: later += count
        }
      }
    }
  }

  private func soon(_ day: Day) -> String {
    notation.month(Month(number: day.month.number + 3))
  }

  private func expirySentence(_ whole: Expiry, _ day: Day) -> String {
    text(
      .expirySentence,
      [
        "day": notation.day(day), "allocations": counted(whole.all, .allocations),
        "soon": notation.count(whole.soon), "soonShare": share(whole.soon, of: whole.all),
        "month": soon(day), "never": notation.count(whole.never),
      ])
  }

  /// A column for each of the next twelve months, also those in which nothing ends.
  private mutating func expiryFigure(
    _ rows: [[Cell]], _ table: Table, _ day: Day
  ) -> [AnnexPage.Block] {
    let first = day.month.number
    var counts = [Int64](repeating: 0, count: 13)
    for row in rows {
      guard let month = table.month(row, .month), month.number >= first else { continue }
      let offset = Int(month.number - first)
      if offset < counts.count { counts[offset] = table.number(row, .allocations) ?? 0 }
    }
    guard let most = counts.max(), most > 0, let peak = counts.firstIndex(of: most) else {
      return []
    }
    let notation = notation
    let labels = counts.indices.map { notation.shortMonth(Month(number: first + Int32($0))) }
    let chart = ColumnChart(
      title: text(.expiryFigure),
      description: text(
        .expiryDescription,
        [
          "first": labels[0], "last": labels[labels.count - 1], "month": labels[peak],
          "most": notation.count(most),
        ]),
      columns: zip(labels, counts).map { .init(label: $0, first: $1, second: 0) }, legend: [],
      figure: { notation.count($0) })
    return [figure("aflopend", chart, table: .expiry)]
  }

  private mutating func expiryGroups(
    _ table: Table, _ whole: Expiry, _ day: Day
  ) -> AnnexPage.Block {
    let parts = Table(
      name: table.name, title: table.title, countingRules: [], columns: table.columns,
      rows: table.rows(at: .productGroup))
    let groups = parts.runs(of: [.productGroup]).map { Expiry($0, of: table, after: day.month) }
    let shown = groups.largest(25, by: \.all)
    func row(_ heading: String, _ expiry: Expiry, isTotal: Bool) -> MadeTable.Row {
      .init(
        heading: heading, isTotal: isTotal,
        figures: [expiry.all, expiry.soon, expiry.later, expiry.never].map(notation.count))
    }
    return block(
      MadeTable(
        id: .expiryGroups, caption: text(.expiryGroupTable, ["day": notation.day(day)]),
        headings: [
          language.column(.productGroup), language.column(.allocations),
          text(.endsBy, ["month": soon(day)]), text(.endsLater), text(.withoutEnd),
        ],
        rows: shown.map { row(named($0.name), $0, isTotal: false) }
          + [row(text(.total), whole, isTotal: true)],
        note: note(
          on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)),
      of: table)
  }
}

extension AnnexPhrase {
  static let expiry = AnnexPhrase("Wat binnenkort afloopt", "What ends soon")
  static let noneInForce = AnnexPhrase(
    "Op {day} liep geen enkele toewijzing.", "No allocation was in force on {day}.")
  static let noneEnds = AnnexPhrase(
    "Op {day} liepen {allocations}. Geen ervan heeft een einddatum.",
    "On {day}, {allocations} were in force. None of them has an end.")
  static let expirySentence = AnnexPhrase(
    "Op {day} liepen {allocations}. Daarvan eindigen er {soon} ({soonShare}) uiterlijk in {month}, "
      + "en hebben er {never} geen einddatum.",
    "On {day}, {allocations} were in force. Of these, {soon} ({soonShare}) end by {month}, and "
      + "{never} have no end.")
  static let expiryTable = AnnexPhrase(
    "Toewijzingen die op {day} liepen, naar de maand waarin zij eindigen",
    "Allocations in force on {day}, by the month in which they end")
  static let expiryGroupTable = AnnexPhrase(
    "Toewijzingen die op {day} liepen, naar einde, per soort voorziening",
    "Allocations in force on {day}, by their end, per kind of provision")
  static let endsBy = AnnexPhrase("Eindigt uiterlijk in {month}", "Ends by {month}")
  static let endsLater = AnnexPhrase("Eindigt later", "Ends later")
  static let withoutEnd = AnnexPhrase("Zonder einddatum", "Without an end")
  static let expiryFigure = AnnexPhrase(
    "Aflopende toewijzingen in de komende twaalf maanden",
    "Allocations that end in the next twelve months")
  static let expiryDescription = AnnexPhrase(
    "Een kolom per maand van {first} tot en met {last}. De meeste toewijzingen eindigen in {month}: "
      + "{most}.",
    "A column per month from {first} up to and including {last}. Most allocations end in {month}: "
      + "{most}.")
}
