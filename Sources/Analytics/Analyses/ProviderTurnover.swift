import Ingest

extension ColumnName {
  public static let year = ColumnName("jaar")
  public static let isWhole = ColumnName("volledig")
  public static let entrants = ColumnName("toetreders")
  public static let leavers = ColumnName("uittreders")
  public static let stayers = ColumnName("blijvers")
  public static let entrantClients = ColumnName("clienten_toetreders")
  public static let leaverClients = ColumnName("clienten_uittreders")
  public static let entrantAmount = ColumnName("bedrag_toetreders")
  public static let leaverAmount = ColumnName("bedrag_uittreders")
  public static let entrantShare = ColumnName("aandeel_toetreders")
}

extension Analysis {
  /// Which concerns came and went, year by year.
  public static let providerTurnover = Analysis(
    name: "aanbieders-verloop",
    title: "Toetreders en uittreders per jaar",
    columns: [
      .key(.level), .key(.productGroup), .key(.year, .year), .text(.isWhole), .count(.providers),
      .count(.entrants), .count(.leavers), .count(.stayers), .count(.clients),
      .count(.entrantClients), .count(.leaverClients), .amount(.amount), .amount(.entrantAmount),
      .amount(.leaverAmount), .derived(.entrantShare, .share, from: .entrantAmount, .amount),
    ],
    coverage: .allMonths,
    needs: [.window],
    countingRules: { parameters in
      [
        parameters.basisRule,
        """
        De jaren zijn kalenderjaren, van het eerste tot en met het laatste van alle goedgekeurde \
        regels, los van de periode van de andere tabellen. Elk jaar is een eigen periode.
        """, CountingRule.net, CountingRule.placement, CountingRule.client,
        "Aanbieders zijn hier concerns. \(CountingRule.concern)", CountingRule.group,
        """
        Een concern is er in een jaar als minstens één van zijn voorzieningen in de productgroep dan \
        meetelt. Een toetreder was er het jaar ervoor niet, een blijver wel. Een uittreder was er het \
        jaar ervoor en nu niet; zijn cliënten en bedrag zijn die van het jaar ervoor.
        """,
        """
        Een jaar is volledig als januari en december tussen de eerste en de laatste maand van de \
        goedgekeurde regels liggen. Een jaar dat niet volledig is, meestal het laatste, loopt nog door: \
        wie er nog niet heeft gedeclareerd, lijkt een uittreder.
        """, CountingRule.recounted, CountingRule.rounding,
      ]
    },
    balances: [
      Balance(.net, [RowSum(.level(.productGroup), to: .level(.total), by: [.year])])
    ],
    laws: [
      TableLaw("aanbieders are blijvers and toetreders, and last year's without uittreders") {
        table, _ in
        var former: Int64 = 0
        return table.rows.allSatisfy { row in
          let all = table.number(row, .providers) ?? 0
          defer { former = all }
          // The first year of its group.
          guard let entrants = table.number(row, .entrants),
            let leavers = table.number(row, .leavers), let stayers = table.number(row, .stayers)
          else { return true }
          return all == stayers + entrants && stayers == former - leavers
        }
      }
    ],
    rows: { ledger in
      guard let months = ledger.months else { return [] }
      let groups = ledger.registers.productGroups
      let groupOfProduct = ledger.registers.products.map(\.group)
      let byGroup = Grouping(ledger.placements, into: groups.count) {
        groupOfProduct[Int($0.product)]
      }
      var counter = YearCounter(ledger, months)
      let rows = groups.indices.flatMap { group -> [[Cell]] in
        let years = counter.years(of: byGroup[group])
        if years.allSatisfy({ $0.concerns == 0 }) { return [] }
        return years.enumerated().map { offset, year in
          [.level(.productGroup), .text(groups[group])] + year.cells(of: offset, months)
        }
      }
      let years = counter.years(of: ledger.placements.indices.lazy.map(Int32.init))
      return rows
        + years.enumerated().map { offset, year in
          [.level(.total), .empty] + year.cells(of: offset, months)
        }
    })
}

/// Concerns that are there, or came, or went, with their distinct clients and net in cents.
private struct YearOfConcerns {
  struct Part {
    var clients = 0
    var cents: Int64 = 0
    private var latestClient: Int32 = -1

    /// The placements of one client come together.
    mutating func add(_ net: Int64, of client: Int32) {
      cents += net
      if latestClient != client {
        latestClient = client
        clients += 1
      }
    }
  }

  var concerns = 0
  var entrants = 0
  var leavers = 0
  var all = Part()
  var ofEntrants = Part()
  /// In the year before.
  var ofLeavers = Part()

  /// - Parameter offset: Of the year, from the first one on.
  func cells(of offset: Int, _ months: ClosedRange<Month>) -> [Cell] {
    let year = months.lowerBound.year + offset
    let isWhole =
      months.contains(Month(year: year, month: 1)) && months.contains(Month(year: year, month: 12))
    let isFirst = offset == 0
    func change(_ cell: Cell) -> Cell { isFirst ? .empty : cell }
    return [
      .count(year), .text(isWhole ? "ja" : "nee"), .count(concerns), change(.count(entrants)),
      change(.count(leavers)), change(.count(concerns - entrants)), .count(all.clients),
      change(.count(ofEntrants.clients)), change(.count(ofLeavers.clients)), .number(all.cents),
      change(.number(ofEntrants.cents)), change(.number(ofLeavers.cents)),
      change(.share(ofEntrants.cents, of: all.cents)),
    ]
  }
}

/// Divides the use of one set of placements after another over years and concerns.
private struct YearCounter {
  private let ledger: Ledger
  private let firstYear: Int
  private let yearCount: Int
  private let concernOfProvider: [Int]
  /// Per concern and year: whether it has use then, of the placements at hand.
  private var isThere: [Bool]

  init(_ ledger: Ledger, _ months: ClosedRange<Month>) {
    self.ledger = ledger
    firstYear = months.lowerBound.year
    yearCount = months.upperBound.year - firstYear + 1
    concernOfProvider = ledger.registers.providers.map(\.concern)
    isThere = Array(repeating: false, count: ledger.registers.concerns.count * yearCount)
  }

  /// - Parameter positions: Positions in the ledger's placements, in rising order.
  mutating func years(of positions: some Collection<Int32>) -> [YearOfConcerns] {
    // Of its own members alone, or the whole would be copied for every placement.
    let (ledger, firstYear, yearCount) = (ledger, firstYear, yearCount)
    let concernOfProvider = concernOfProvider
    var isThere = isThere
    self.isThere = []
    defer { self.isThere = isThere }
    for cell in isThere.indices { isThere[cell] = false }
    for position in positions {
      let placement = ledger.placements[Int(position)]
      let first = concernOfProvider[Int(placement.provider)] * yearCount
      ledger.forEachYear(of: placement, from: firstYear) { year, _ in isThere[first + year] = true }
    }
    var years = Array(repeating: YearOfConcerns(), count: yearCount)
    for first in stride(from: 0, to: isThere.count, by: yearCount) {
      for year in 0..<yearCount {
        let (before, now) = (year > 0 && isThere[first + year - 1], isThere[first + year])
        if now { years[year].concerns += 1 }
        if now, !before { years[year].entrants += 1 }
        if before, !now { years[year].leavers += 1 }
      }
    }
    for position in positions {
      let placement = ledger.placements[Int(position)]
      let first = concernOfProvider[Int(placement.provider)] * yearCount
      ledger.forEachYear(of: placement, from: firstYear) { year, net in
        years[year].all.add(net, of: placement.client)
        if year == 0 || !isThere[first + year - 1] {
          years[year].ofEntrants.add(net, of: placement.client)
        }
        if year + 1 < yearCount, !isThere[first + year + 1] {
          years[year + 1].ofLeavers.add(net, of: placement.client)
        }
      }
    }
    return years
  }
}

extension Ledger {
  /// Calls `body` with each year, counted from the first one, in which the placement's net is not 0,
  /// and that net.
  @inline(__always)
  fileprivate func forEachYear(
    of placement: Placement, from firstYear: Int, _ body: (Int, Int64) -> Void
  ) {
    var year = 0
    var net: Int64 = 0
    forEachActiveMonth(of: placement, in: .all) { month, cents in
      let other = month.year - firstYear
      if other != year {
        if net != 0 { body(year, net) }
        (year, net) = (other, 0)
      }
      net += cents
    }
    if net != 0 { body(year, net) }
  }
}
