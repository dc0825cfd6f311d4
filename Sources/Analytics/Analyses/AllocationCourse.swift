import Ingest

extension ColumnName {
  public static let started = ColumnName("gestart")
  public static let inForce = ColumnName("lopend")
  public static let deleted = ColumnName("verwijderd")
}

extension Analysis {
  private static let levels = [
    RowSum(.level(.productGroup), to: .level(.total), by: [.month]),
    RowSum(.level(.kind), to: .level(.total), by: [.month]),
  ]

  /// Allocations that start, end and are in force per month.
  public static let allocationCourse = Analysis(
    name: "toewijzingen-verloop",
    title: "Verloop van toewijzingen per maand",
    columns: [
      .key(.level), .key(.kind), .key(.productGroup), .key(.month, .month), .count(.started),
      .count(.ended), .derived(.inForce, .count, from: .started, .ended), .count(.clients),
      .count(.deleted),
    ],
    coverage: .allocations,
    needs: [.window],
    countingRules: { parameters in
      [
        parameters.windowRule,
        """
        De tabel loopt van de eerste tot en met de laatste maand van de periode, en verder als er \
        goedgekeurde regels eerder of later zijn. \(parameters.basisRule)
        """,
        """
        Gestart heeft de ingangsdatum in de maand, beëindigd het einde. Lopend geldt op minstens één \
        dag van de maand: lopend in de vorige maand, plus gestart, min beëindigd in de vorige maand.
        """, GrantRule.noLine,
        "Verwijderde toewijzingen staan apart, in de maand van hun ingangsdatum.",
        GrantRule.end, GrantRule.group,
        "De voorzieningsoort is die van het product van de toewijzing; zonder is zij onbekend.",
        """
        Cliënten zijn de verschillende cliënten van de lopende toewijzingen; totalen zijn opnieuw \
        geteld.
        """,
      ]
    },
    balances: [ColumnName.started, .ended, .inForce, .deleted].map {
      Balance(nil, levels, of: $0)
    },
    laws: [
      TableLaw("lopend is that of the month before, plus gestart, minus beeindigd then") {
        table, _ in
        let firstMonth = table.rows.first.map { table.cell($0, .month) }
        var before: (inForce: Int64, ended: Int64) = (0, 0)
        return table.rows.allSatisfy { row in
          let inForce = table.number(row, .inForce) ?? 0
          let remaining = before.inForce - before.ended
          before = (inForce, table.number(row, .ended) ?? 0)
          return table.cell(row, .month) == firstMonth
            || inForce == remaining + (table.number(row, .started) ?? 0)
        }
      }
    ],
    remarks: { ledger in
      var count = 0
      ledger.forEachGrant { if $0.isVoid, !$0.isDeleted { count += 1 } }
      if count == 0 { return [] }
      let what =
        count == 1
        ? "1 allocation ends before it begins and is"
        : "\(count) allocations end before they begin and are"
      return ["\(what) in no table of allocations"]
    },
    rows: { ledger in
      guard let months = ledger.allocationMonths else { return [] }
      let groups = GrantGroups(ledger.registers)
      let count = Int(months.upperBound.number - months.lowerBound.number) + 1
      let series = ledger.allocationSeries(in: months, groups)
      let levels =
        groups.names.map { (Level.productGroup, Cell.empty, Cell.text($0)) }
        + GrantGroups.kinds.map { (.kind, .text($0), .empty) } + [(.total, .empty, .empty)]
      return zip(levels, series).flatMap { keys, series -> [[Cell]] in
        let (level, kind, group) = keys
        let isOptional = level == .productGroup || kind == .level(.unknown)
        if isOptional, series.isEmpty { return [] }
        return (0..<count).map { offset in
          [
            .level(level), kind, group, .number(Int64(months.lowerBound.number) + Int64(offset)),
            .count(series.started[offset]), .count(series.ended[offset]),
            .count(series.inForce[offset]), .count(series.clients[offset]),
            .count(series.deleted[offset]),
          ]
        }
      }
    })
}

/// Counts per month.
private struct GrantSeries {
  var started: [Int]
  var ended: [Int]
  /// Until ``sum()`` changes from the month before, with one more behind the last month; so are the
  /// clients.
  var inForce: [Int]
  var clients: [Int]
  var deleted: [Int]
  /// The client who came last, and the last month in which it is counted.
  private var latest: (client: Int32, month: Int) = (-1, -1)

  init(_ monthCount: Int) {
    started = Array(repeating: 0, count: monthCount)
    (ended, deleted) = (started, started)
    inForce = Array(repeating: 0, count: monthCount + 1)
    clients = inForce
  }

  var isEmpty: Bool { (inForce + deleted).allSatisfy { $0 == 0 } }

  /// Adds an allocation that counts. Those of a client come one after another, by their start.
  mutating func add(_ months: ClosedRange<Int>, of client: Int32) {
    let last = started.count - 1
    if started.indices.contains(months.lowerBound) { started[months.lowerBound] += 1 }
    if ended.indices.contains(months.upperBound) { ended[months.upperBound] += 1 }
    let (from, to) = (max(months.lowerBound, 0), min(months.upperBound, last))
    guard from <= to else { return }
    inForce[from] += 1
    inForce[to + 1] -= 1
    if latest.client != client { latest = (client, -1) }
    guard to > latest.month else { return }
    clients[max(from, latest.month + 1)] += 1
    clients[to + 1] -= 1
    latest.month = to
  }

  mutating func sum() {
    for month in started.indices.dropFirst() {
      inForce[month] += inForce[month - 1]
      clients[month] += clients[month - 1]
    }
    inForce.removeLast()
    clients.removeLast()
  }
}

extension Ledger {
  /// The months of the window and of accepted lines, and all between them.
  fileprivate var allocationMonths: ClosedRange<Month>? {
    guard let windowEnds else { return nil }
    let ends = [windowEnds.first.month, windowEnds.last.month]
    let all = ends + [months?.lowerBound, months?.upperBound].compactMap(\.self)
    return all.reduce(ends[0], min)...all.reduce(ends[0], max)
  }

  /// Of the groups, the kinds and the whole, in this order.
  fileprivate func allocationSeries(
    in months: ClosedRange<Month>, _ groups: GrantGroups
  ) -> [GrantSeries] {
    let (first, last) = (months.lowerBound, months.upperBound)
    let firstKind = groups.names.count
    let whole = firstKind + GrantGroups.kinds.count
    var series = [GrantSeries](
      repeating: GrantSeries(Int(last.number - first.number) + 1), count: whole + 1)
    func offsets(_ grant: Grant) -> ClosedRange<Int> {
      let from = Int(Day(number: grant.start).month.number - first.number)
      guard let end = grant.lastDay else { return from...Int.max }
      return from...Int(end.month.number - first.number)
    }
    let days = first.firstDay...last.lastDay
    let grants = grants { grant in
      grant.isInForce(in: days) || grant.isDeleted && days.contains(Day(number: grant.start))
    }
    grants.forEachRun(of: \.client) { own in
      for grant in own.count == 1 ? own : own.sorted(by: { $0.start < $1.start })[...] {
        let facts = registers.allocations[Int(grant.allocation)]
        let kind =
          facts.product >= 0
          ? registers.products[Int(facts.product)].kind.rawValue : ProvisionKind.allCases.count
        for index in [groups.group(of: facts), firstKind + kind, whole] {
          if grant.isDeleted {
            series[index].deleted[Int(Day(number: grant.start).month.number - first.number)] += 1
          } else {
            series[index].add(offsets(grant), of: grant.client)
          }
        }
      }
    }
    for index in series.indices { series[index].sum() }
    return series
  }
}
