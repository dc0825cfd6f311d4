import Ingest

extension ColumnName {
  public static let moment = ColumnName("moment")
  public static let withOneClient = ColumnName("een_client")
  public static let shareWithOneClient = ColumnName("aandeel_een_client")
  public static let withOneProvider = ColumnName("een_aanbieder")
  public static let shareWithOneProvider = ColumnName("aandeel_een_aanbieder")
  public static let providersPerClient = ColumnName("aanbieders_per_client")
  public static let contractParties = ColumnName("contractpartijen")
}

extension Analysis {
  private static let groupsAfter = RowSet.level(.productGroup).and(.moment, .after)
  private static let wholeAfter = RowSet.level(.total).and(.moment, .after)

  /// The landscape of providers before and after.
  public static let landscape = Analysis(
    name: "landschap",
    title: "Het landschap van aanbieders, voor en na",
    columns: [
      .key(.level), .key(.productGroup), .key(.moment), .text(.from), .text(.lastMonth),
      .count(.providers), .count(.withOneClient),
      .derived(.shareWithOneClient, .share, from: .withOneClient, .providers), .count(.clients),
      .count(.withOneProvider),
      .derived(.shareWithOneProvider, .share, from: .withOneProvider, .clients),
      .derived(.providersPerClient, .ratio(decimals: 2), from: .clients), .amount(.amount),
      .derived(.hhi, .ratio(decimals: 1), from: .amount), .count(.contractParties),
      .count(.mainContractors), .count(.subcontractors), .count(.members),
    ],
    coverage: .comparison,
    needs: [.window],
    countingRules: { parameters in
      [parameters.basisRule] + parameters.landscapeRules + [
        CountingRule.net, CountingRule.placement, CountingRule.client,
        "Aanbieders zijn hier concerns. \(CountingRule.concern)", CountingRule.group,
        """
        een_client telt de aanbieders met precies één cliënt in de rij, een_aanbieder de cliënten met \
        precies één aanbieder. De hhi is die van de tabel concentratie: de som van de gekwadrateerde \
        aandelen maal 10.000, zonder concerns met een netto bedrag van nul of minder.
        """,
        """
        Contractpartijen zijn die met een contract dat op de laatste dag geldt, ook zonder gebruik; \
        zij staan alleen in het totaal, en blijven leeg zonder contracten.csv.
        """, CountingRule.party, CountingRule.recounted, CountingRule.rounding,
      ]
    },
    balances: [
      Balance(.netInWindow, [RowSum(groupsAfter, to: wholeAfter)]) {
        $0.parameters.supply.landscape == nil
      },
      Balance(nil, [RowSum(.level(.productGroup), to: .level(.total), by: [.moment])]),
    ],
    remarks: { ledger in
      guard let years = ledger.parameters.supply.landscape else { return [] }
      let days = ledger.months.map { $0.lowerBound.firstDay...$0.upperBound.lastDay }
      return [years.before, years.after].filter { days?.overlaps($0) != true }.map {
        "no accepted line lies in the year from \($0.lowerBound.iso) to \($0.upperBound.iso)"
      }
    },
    rows: { ledger in
      let moments = ledger.landscapeMoments()
      let names = ledger.registers.productGroups
      let groupOfProduct = ledger.registers.products.map(\.group)
      let byGroup = Grouping(ledger.placements, into: names.count) {
        groupOfProduct[Int($0.product)]
      }
      var counter = ConcernCounter(ledger)
      let rows = names.indices.flatMap { group -> [[Cell]] in
        let use = moments.map { counter.shares(of: byGroup[group], net: $0.net) }
        if use.allSatisfy(\.shares.isEmpty) { return [] }
        return zip(moments, use).map { moment, use in
          [.level(.productGroup), .text(names[group])] + moment.cells(use)
            + Array(repeating: .empty, count: 4)
        }
      }
      let contracts = ledger.registers.contracts
      return rows
        + moments.map { moment in
          let positions = ledger.placements.indices.lazy.map(Int32.init)
          let day = moment.last
          let parties = contracts.map { contracts in
            ContractParties(contracts.filter { $0.isInForce(in: day...day) }).counts
              .map(Cell.count)
          }
          return [.level(.total), .empty]
            + moment.cells(counter.shares(of: positions, net: moment.net))
            + (parties ?? Array(repeating: .empty, count: 4))
        }
    })
}

/// One of the two periods.
private struct LandscapeMoment {
  let level: Level
  let first: Day
  /// Before ``first`` where the window holds no day.
  let last: Day
  /// Net of a placement in it, in cents.
  let net: (Placement) -> Int64

  func cells(_ use: ConcernShares) -> [Cell] {
    let providers = use.shares.count
    let withOneClient = use.shares.filter { $0.clients == 1 }.count
    let pairs = use.shares.reduce(0) { $0 + $1.clients }
    return [
      .level(level), .text(first.iso), .text(last.iso),
      .count(providers), .count(withOneClient),
      .share(Int64(withOneClient), of: Int64(providers)), .count(use.clients),
      .count(use.clientsOfOne), .share(Int64(use.clientsOfOne), of: Int64(use.clients)),
      .quotient(Int64(pairs), Int64(use.clients), decimals: 2), .number(use.cents),
      use.concentration.hhi,
    ]
  }
}

extension Ledger {
  /// The earlier period, where there is one, then the later.
  fileprivate func landscapeMoments() -> [LandscapeMoment] {
    func moment(
      _ level: Level, _ period: ClosedRange<Day>, _ isCounted: [Bool]
    ) -> LandscapeMoment {
      LandscapeMoment(level: level, first: period.lowerBound, last: period.upperBound) {
        self.net(of: $0, inCells: isCounted)
      }
    }
    if let years = parameters.supply.landscape {
      return [
        moment(.before, years.before, grid.isInLandscape.before),
        moment(.after, years.after, grid.isInLandscape.after),
      ]
    }
    let before = parameters.comparison.map { moment(.before, $0, grid.isInComparison) }
    let after = windowEnds.map {
      LandscapeMoment(level: .after, first: $0.first, last: $0.last, net: \.windowNet)
    }
    return [before, after].compactMap(\.self)
  }

  /// Net of a placement in some cells of the grid, in cents.
  private func net(of placement: Placement, inCells isCounted: [Bool]) -> Int64 {
    var net: Int64 = 0
    store.forEachNet(of: placement) { cell, cents in
      if isCounted[cell] { net += cents }
    }
    return net
  }
}

extension CountingParameters {
  /// Which periods are set against each other.
  fileprivate var landscapeRules: [String] {
    guard let years = supply.landscape else {
      return ["Voor is de vergelijkingsperiode, na de periode.", comparisonRule, windowRule]
    }
    return [
      """
      Voor is het jaar van \(years.before.lowerBound.iso) tot en met \
      \(years.before.upperBound.iso), na het jaar van \(years.after.lowerBound.iso) tot en met \
      \(years.after.upperBound.iso), ook waar zij buiten de periode van de andere tabellen liggen.
      """
    ]
  }
}
