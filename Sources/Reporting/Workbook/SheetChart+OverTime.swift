import Analytics

extension SheetChart {
  /// The charts of the tables over time.
  static func overTime(in report: Report) -> [SheetChart] {
    [
      expected(in: report), waterfall(in: report), stay(in: report), present(in: report),
      flow(in: report), sequences(in: report), pathways(in: report), rates(in: report),
    ].compactMap { $0 }
  }

  /// The youngest three years: before them little is still to come.
  private static func expected(in report: Report) -> SheetChart? {
    guard let table = report.table(.stillToCome) else { return nil }
    return SheetChart(
      "Gedeclareerd en nog te verwachten per prestatiemaand", .stackedColumns, table, .serviceMonth,
      .declared, .stillToCome, rows: table.recentServiceMonths)
  }

  /// How long use lasts, of all and of the five groups with the most spells.
  private static func stay(in report: Report) -> SheetChart? {
    guard let table = report.table(.lengthOfStay) else { return nil }
    let curves = table.runs(of: [.productGroup]).map { SurvivalCurve($0, of: table) }
    guard let whole = curves.last else { return nil }
    let times = whole.times
    let largest = curves.dropLast().filter { !$0.shares.isEmpty }.largest(5, by: \.spells)
    let shown = largest + (whole.shares.isEmpty ? [] : [whole])
    return SheetChart(
      "Deel van het gebruik dat langer duurt dan 3, 6, 12 en 24 maanden", .steps, beside: table,
      made: [.key(.afterMonths, .count)]
        + shown.map { .derived(ColumnName($0.name), .share, from: .share) },
      rows: (0...2 * times.count).map { point in
        [.number(point == 0 ? 0 : times[(point - 1) / 2])] + shown.map { $0.height(point) }
      })
  }

  private static func present(in report: Report) -> SheetChart? {
    guard let table = report.table(.inflowOutflow) else { return nil }
    return SheetChart(
      "Aanwezige cliënten per maand", .line, table, .month, .present,
      rows: table.indices { table.holds($0, .total) })
  }

  /// Without the first month, whose inflow holds those who were clients before.
  private static func flow(in report: Report) -> SheetChart? {
    guard let table = report.table(.inflowOutflow) else { return nil }
    return SheetChart(
      "Instroom en uitstroom per maand (zonder de eerste)", .columns, table, .month, .inflow,
      .outflow, rows: Array(table.indices { table.holds($0, .total) }.dropFirst()))
  }

  /// The ten pairs of groups of which the largest share follows within a year.
  private static func sequences(in report: Report) -> SheetChart? {
    guard let table = report.table(.sequencesOverTime) else { return nil }
    let pairs = table.rows(at: 12, .afterMonths).filter { (table.number($0, .share) ?? 0) > 0 }
    let largest = pairs.indices.sorted { first, second in
      let (a, b) = (table.number(pairs[first], .share), table.number(pairs[second], .share))
      return (a ?? 0, second) > (b ?? 0, first)
    }
    return SheetChart(
      "Aandeel dat binnen 12 maanden een andere voorziening kreeg", .bars, beside: table,
      made: [.key(ColumnName("opvolging")), .derived(.share, .share, from: .followed)],
      rows: largest.prefix(10).map { index in
        let row = pairs[index]
        let name = "\(table.text(row, .from)) → \(table.text(row, .to))"
        return [.text(lines(name)), table.cell(row, .share)]
      })
  }

  /// A long name in lines: LibreOffice breaks none at the axis of a chart.
  static func lines(_ name: String) -> String {
    var lines: [Substring] = []
    for word in name.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = lines.last, last.count + word.count < nameWidth {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func pathways(in report: Report) -> SheetChart? {
    guard let table = report.table(.pathways) else { return nil }
    return SheetChart(
      "Cliënten per traject", .bars, beside: table,
      made: [.key(.path), .count(.clients)],
      rows: table.rows(at: .path).map { row in
        [.text(lines(table.text(row, .path))), table.cell(row, .clients)]
      })
  }

  private static func rates(in report: Report) -> SheetChart? {
    guard let table = report.table(.standardizedDistricts) else { return nil }
    return SheetChart(
      "Cliënten per 1.000 inwoners, zonder en met correctie voor leeftijd", .bars, table, .district,
      .crudeRate, .directRate,
      rows: table.indices { table.number($0, .crudeRate) != nil })
  }
}

/// What `verblijfsduur` says of one group, as points of a line that goes down in steps.
private struct SurvivalCurve {
  let name: String
  let spells: Int64
  let times: [Int64]
  /// In millionths, at these times; to the last that is known.
  let shares: [Int64]

  init(_ rows: [[Cell]], of table: Table) {
    name = rows.first.map { table.text($0, .productGroup) } ?? ""
    spells = rows.first.flatMap { table.number($0, .spells) } ?? 0
    times = rows.compactMap { table.number($0, .afterMonths) }
    shares = rows.map { table.number($0, .share) }.prefix { $0 != nil }.compactMap { $0 }
  }

  /// Two points for each time: the height before it, and that at it; before them the beginning.
  func height(_ point: Int) -> Cell {
    let known = [1_000_000] + shares
    return (point + 1) / 2 < known.count ? .number(known[point / 2]) : .empty
  }
}

extension Table {
  /// The rows whose column holds this number.
  fileprivate func rows(at number: Int64, _ column: ColumnName) -> [[Cell]] {
    rows.filter { self.number($0, column) == number }
  }
}
