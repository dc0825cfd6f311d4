import Analytics
import Ingest

extension AnnexTableID {
  static let allocations = AnnexTableID("toewijzingen")
  static let allocationGroups = AnnexTableID("toewijzingen-soort")
}

extension AnnexBuilder {
  /// Allocations in force, started and ended, per month and per product group.
  mutating func allocationTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.allocationCourse) else { return [] }
    let rows = table.rows(at: .total)
    guard !rows.isEmpty else { return [] }
    let months = block(
      AnnexTable(
        id: .allocations, caption: text(.allocationTable), source: table,
        columns: [.month, .inForce, .clients, .started, .ended, .deleted], rows: rows,
        shown: .last(36), note: text(.allocationNote)))
    let (inForce, flows) = allocationCharts(table, rows)
    let window = rows.filter { isInWindow($0, of: table) }
    return [
      theme(.allocationsInForce, [allocationSentence(table, window)]),
      figure("lopend", inForce, table: .allocations),
      figure("gestart", flows, table: .allocations), months,
    ] + allocationGroups(table, window)
  }

  private func isInWindow(_ row: [Cell], of table: Table) -> Bool {
    guard let days = report.period?.days, let month = table.month(row, .month) else { return false }
    return (days.lowerBound.month...days.upperBound.month).contains(month)
  }

  /// - Parameter rows: The total of each month of the window.
  private func allocationSentence(_ table: Table, _ rows: [[Cell]]) -> String? {
    guard let first = rows.first, let last = rows.last, let from = table.month(first, .month),
      let to = table.month(last, .month)
    else { return nil }
    func count(_ row: [Cell], _ column: ColumnName, _ noun: CountedNoun) -> String {
      counted(table.number(row, column) ?? 0, noun)
    }
    return text(
      from == to ? .allocationMonth : .allocationMonths,
      [
        "first": notation.month(from), "firstAllocations": count(first, .inForce, .allocations),
        "firstClients": count(first, .clients, .clients), "last": notation.month(to),
        "allocations": count(last, .inForce, .allocations),
        "clients": count(last, .clients, .clients), "months": notation.months(from...to),
        "started": notation.count(table.sum(of: .started, in: rows)),
        "ended": notation.count(table.sum(of: .ended, in: rows)),
      ])
  }

  private func allocationCharts(
    _ table: Table, _ rows: [[Cell]]
  ) -> (inForce: LineChart, flows: LineChart) {
    let notation = notation
    let labels = rows.map { table.month($0, .month).map(notation.shortMonth) ?? "" }
    func ends(_ column: ColumnName) -> [String] {
      [rows.first, rows.last].map { row in
        notation.count(row.flatMap { table.number($0, column) } ?? 0)
      }
    }
    func series(_ column: ColumnName) -> LineChart.Series {
      .init(label: language.column(column), values: rows.map { table.number($0, column) ?? 0 })
    }
    let (first, last) = (labels.first ?? "", labels.last ?? "")
    let (inForce, started, ended) = (ends(.inForce), ends(.started), ends(.ended))
    return (
      LineChart(
        title: text(.inForceFigure),
        description: text(
          .lineDescription,
          ["first": inForce[0], "firstMonth": first, "last": inForce[1], "lastMonth": last]),
        labels: labels, series: [series(.inForce)], figure: { notation.count($0) }),
      LineChart(
        title: text(.startedFigure),
        description: text(
          .startedDescription,
          [
            "firstStarted": started[0], "firstMonth": first, "lastStarted": started[1],
            "lastMonth": last, "firstEnded": ended[0], "lastEnded": ended[1],
          ]),
        labels: labels, series: [series(.started), series(.ended)],
        figure: { notation.count($0) })
    )
  }

  /// The window per product group; nothing without a month of it.
  private mutating func allocationGroups(
    _ table: Table, _ whole: [[Cell]]
  ) -> [AnnexPage.Block] {
    guard let from = whole.first.flatMap({ table.month($0, .month) }),
      let to = whole.last.flatMap({ table.month($0, .month) })
    else { return [] }
    let window = Table(
      name: table.name, title: table.title, countingRules: [], columns: table.columns,
      rows: table.rows(at: .productGroup).filter { isInWindow($0, of: table) })
    let groups = window.runs(of: [.productGroup])
    let shown = groups.largest(25) { table.number($0[$0.count - 1], .inForce) ?? 0 }
    func row(_ heading: String, _ rows: [[Cell]], isTotal: Bool) -> MadeTable.Row {
      let (first, last) = (rows[0], rows[rows.count - 1])
      return .init(
        heading: heading, isTotal: isTotal,
        figures: [
          figure(first, .inForce, of: table),
          notation.count(table.sum(of: .started, in: rows)),
          notation.count(table.sum(of: .ended, in: rows)), figure(last, .inForce, of: table),
          figure(last, .clients, of: table),
        ])
    }
    let cut = note(
      on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)
    return [
      block(
        MadeTable(
          id: .allocationGroups,
          caption: text(.allocationGroupTable, ["months": notation.months(from...to)]),
          headings: [
            language.column(.productGroup),
            text(.inForceIn, ["month": notation.month(from)]), language.column(.started),
            language.column(.ended), text(.inForceIn, ["month": notation.month(to)]),
            text(.clientsIn, ["month": notation.month(to)]),
          ],
          rows: shown.map { row(group(of: $0[0], in: table), $0, isTotal: false) }
            + [row(text(.total), whole, isTotal: true)],
          note: [text(.allocationGroupNote), cut].compactMap { $0 }.joined(separator: " ")),
        of: table)
    ]
  }
}

extension Table {
  /// The numbers of a column in some rows, added up; what is empty adds nothing.
  func sum(of column: ColumnName, in rows: [[Cell]]) -> Int64 {
    rows.reduce(0) { $0 + (number($1, column) ?? 0) }
  }
}

extension AnnexPhrase {
  static let allocationsInForce = AnnexPhrase("Wat er is toegekend", "What was granted")
  static let allocationMonths = AnnexPhrase(
    "In {last} liepen {allocations} van {clients}; in {first} waren het {firstAllocations} van "
      + "{firstClients}. In de maanden {months} zijn er {started} gestart en {ended} beëindigd.",
    "In {last}, {allocations} of {clients} were in force; in {first} it was {firstAllocations} of "
      + "{firstClients}. In the months {months}, {started} started and {ended} ended.")
  static let allocationMonth = AnnexPhrase(
    "In {last} liepen {allocations} van {clients}; er zijn er {started} gestart en {ended} "
      + "beëindigd.",
    "In {last}, {allocations} of {clients} were in force; {started} started and {ended} ended.")
  static let allocationTable = AnnexPhrase(
    "Lopende, gestarte en beëindigde toewijzingen per maand",
    "Allocations in force, started and ended per month")
  static let allocationNote = AnnexPhrase(
    "Wat in een maand eindigt, loopt die maand nog mee. Verwijderde toewijzingen tellen in de andere "
      + "kolommen niet mee. Hier telt ook wat nooit is gedeclareerd.",
    "What ends in a month is still in force in it. Deleted allocations are in no other column. What "
      + "was never declared counts here, too.")
  static let inForceFigure = AnnexPhrase(
    "Lopende toewijzingen per maand", "Allocations in force per month")
  static let startedFigure = AnnexPhrase(
    "Gestarte en beëindigde toewijzingen per maand", "Allocations started and ended per month")
  static let startedDescription = AnnexPhrase(
    "Twee lijnen. Gestart van {firstStarted} in {firstMonth} naar {lastStarted} in {lastMonth}; "
      + "beëindigd van {firstEnded} naar {lastEnded}.",
    "Two lines. Started from {firstStarted} in {firstMonth} to {lastStarted} in {lastMonth}; ended "
      + "from {firstEnded} to {lastEnded}.")
  static let allocationGroupTable = AnnexPhrase(
    "Toewijzingen per soort voorziening, {months}", "Allocations per kind of provision, {months}")
  static let inForceIn = AnnexPhrase("Lopend in {month}", "In force in {month}")
  static let clientsIn = AnnexPhrase("Cliënten in {month}", "Clients in {month}")
  static let allocationGroupNote = AnnexPhrase(
    "Gestart en beëindigd zijn van al deze maanden samen. Cliënten zijn uniek binnen hun rij.",
    "Started and ended are of all these months together. Clients are distinct within their row.")
}
