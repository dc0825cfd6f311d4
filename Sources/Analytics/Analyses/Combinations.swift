import Ingest

extension ColumnName {
  public static let combination = ColumnName("combinatie")
  public static let simultaneous = ColumnName("gelijktijdig")
}

extension Analysis {
  /// Which product groups clients use together, and whether at the same time.
  public static let combinations = Analysis(
    name: "combinaties",
    title: "Combinaties van productgroepen per cliënt",
    columns: [
      .key(.combination), .derived(.groupCount, .count, from: .combination), .count(.clients),
      .derived(.share, .share, from: .clients), .count(.simultaneous), .amount(.amount),
    ],
    countingRules: { parameters in
      [
        parameters.monthRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.group,
        """
        Een combinatie is precies de verzameling productgroepen die een cliënt in de periode \
        gebruikte; elke cliënt staat in één rij. Het aandeel is dat in al deze cliënten.
        """,
        """
        Gelijktijdig: elk paar groepen van de combinatie heeft minstens \
        \(inMonths(parameters.simultaneousMonths)) gemeen waarin de cliënt beide gebruikte. \
        Alleen regels binnen de periode tellen; bij één groep blijft de cel leeg.
        """, CountingRule.rounding,
      ]
    },
    balances: [Balance(.netInWindow)],
    disclosure: DisclosureDeclaration { table, row in
      let name = table.text(row, .combination)
      let figures: [DisclosedFigure] = [
        .clients(.combination(name)), .clients(.municipality, in: .share, .denominator),
        .amount(.combination(name)),
      ]
      guard table.number(row, .groupCount) != 1 else { return figures }
      return figures + [
        .clients(.simultaneous(name), in: .simultaneous, host: .combination(name))
      ]
    },
    rows: { ledger in
      let tallies = ledger.combinationTallies().map { groups, tally in
        (name: ledger.combinationName(of: groups), groups: groups, tally: tally)
      }
      let clients = tallies.reduce(0) { $0 + $1.tally.clients }
      let sorted = tallies.sorted { a, b in
        guard a.tally.clients == b.tally.clients else { return a.tally.clients > b.tally.clients }
        return precedesByteWise(a.name, b.name)
      }
      return sorted.map { name, groups, tally in
        [
          .text(name), .count(groups.count), .count(tally.clients),
          .share(Int64(tally.clients), of: Int64(clients)),
          groups.count == 1 ? .empty : .count(tally.simultaneous), .number(tally.cents),
        ]
      }
    })
}

private struct CombinationTally {
  private(set) var clients = 0
  private(set) var simultaneous = 0
  private(set) var cents: Int64 = 0

  /// Adds a client.
  mutating func add(_ clientCents: Int64, _ isSimultaneous: Bool) {
    clients += 1
    cents += clientCents
    if isSimultaneous { simultaneous += 1 }
  }
}

extension Ledger {
  /// - Parameter groups: Product groups in rising order.
  func combinationName(of groups: [Int]) -> String {
    groups.map { registers.productGroups[$0] }.joined(separator: " + ")
  }

  /// Per set of product groups, in rising order, that clients used in the window.
  fileprivate func combinationTallies() -> [[Int]: CombinationTally] {
    guard let months else { return [:] }
    var tallies: [[Int]: CombinationTally] = [:]
    var simultaneity = Simultaneity(self, within: months)
    forEachClientInWindow { groups, cents, placements in
      let isSimultaneous = groups.count > 1 && simultaneity.holds(for: groups, in: placements)
      tallies[groups, default: CombinationTally()].add(cents, isSimultaneous)
    }
    return tallies
  }
}

/// Decides whether a client used product groups in the same months.
private struct Simultaneity {
  private let ledger: Ledger
  private let months: ClosedRange<Month>
  private let groupOfProduct: [Int]
  /// The active months of a client's first, second, … group.
  private var activeMonths: [MonthSet] = []

  init(_ ledger: Ledger, within months: ClosedRange<Month>) {
    self.ledger = ledger
    self.months = months
    groupOfProduct = ledger.registers.products.map(\.group)
  }

  /// Whether every pair of the groups shares enough active months in the window.
  ///
  /// A placement with a net of 0 in the window can still be active in its months.
  mutating func holds(for groups: [Int], in placements: ArraySlice<Placement>) -> Bool {
    while activeMonths.count < groups.count { activeMonths.append(MonthSet(within: months)) }
    for index in groups.indices { activeMonths[index].removeAll() }
    for placement in placements {
      let group = groupOfProduct[Int(placement.product)]
      guard let index = groups.firstIndex(of: group) else { continue }
      ledger.forEachActiveMonth(of: placement, in: .window) { month, _ in
        activeMonths[index].insert(month)
      }
    }
    return groups.indices.allSatisfy { a in
      groups.indices.dropFirst(a + 1).allSatisfy { b in
        activeMonths[a].commonCount(with: activeMonths[b])
          >= ledger.parameters.simultaneousMonths
      }
    }
  }
}
