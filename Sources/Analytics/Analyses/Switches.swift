import Ingest

extension ColumnName {
  public static let inBoth = ColumnName("in_beide")
}

extension Analysis {
  /// Clients who went from one concern to another between two months.
  public static let switches = Analysis(
    name: "overstap",
    title: "Cliënten die van aanbieder wisselden",
    columns: [
      .key(.level), .key(.productGroup), .key(.from), .key(.to), .count(.clients), .count(.inBoth),
      .derived(.share, .share, from: .clients, .inBoth),
    ],
    coverage: .allMonths,
    needs: [.window, .switchMonths],
    countingRules: { parameters in
      [
        parameters.monthRule,
        """
        Twee maanden zijn vergeleken, ook als zij buiten de periode van de andere tabellen liggen.
        """, CountingRule.net, CountingRule.group, CountingRule.activeMonth, CountingRule.concern,
        """
        in_beide zijn de cliënten die de productgroep in beide maanden gebruiken. Een cliënt wisselt \
        van een concern dat hij of zij in de eerste maand wel en in de laatste niet heeft naar een dat \
        er in de eerste niet en in de laatste wel is. Wie er alleen een bij krijgt of een verliest, \
        wisselt niet; wie er meer heeft, kan bij meer paren tellen.
        """,
        """
        Het aandeel is dat in in_beide. Het totaal telt cliënten die in minstens één productgroep \
        wisselden, en cliënten die minstens één productgroep in beide maanden gebruikten.
        """, CountingRule.rounding,
      ]
    },
    datedRules: { ledger in
      ledger.switchMonths.map {
        ["De eerste maand is \($0.from.iso), de laatste \($0.to.iso)."]
      } ?? []
    },
    laws: [
      TableLaw("clienten of a group are no more than in_beide and those of its pairs") {
        table, _ in
        var pairs: [Cell: Int64] = [:]
        for row in table.rows(at: .pair) {
          pairs[table.cell(row, .productGroup), default: 0] += table.number(row, .clients) ?? 0
        }
        return table.rows(at: .productGroup).allSatisfy { row in
          let clients = table.number(row, .clients) ?? 0
          return clients <= table.number(row, .inBoth) ?? 0
            && clients <= pairs[table.cell(row, .productGroup)] ?? 0
        }
      }
    ],
    rows: { ledger in
      guard let (from, to) = ledger.switchMonths else { return [] }
      let counts = SwitchCounts(ledger, from: from, to: to)
      let (groups, concerns) = (ledger.registers.productGroups, ledger.registers.concerns)
      let pairs = counts.pairs.map { pair, clients -> [Cell] in
        [
          .level(.pair), .text(groups[pair.group]), .text(concerns[pair.from]),
          .text(concerns[pair.to]), .count(clients), .empty, .empty,
        ]
      }
      let ofGroups = groups.indices.filter { counts.ofGroup[$0].inBoth > 0 }.map { group in
        [.level(.productGroup), .text(groups[group]), .empty, .empty] + counts.ofGroup[group].cells
      }
      return pairs + ofGroups + [[.level(.total), .empty, .empty, .empty] + counts.total.cells]
    })
}

/// A product group in which a client left one concern and got another.
private struct SwitchPair: Equatable, Comparable {
  let group: Int
  let from: Int
  let to: Int

  static func < (a: SwitchPair, b: SwitchPair) -> Bool {
    (a.group, a.from, a.to) < (b.group, b.from, b.to)
  }
}

/// Clients, counted.
private struct SwitchCount {
  /// Those with a pair.
  var clients = 0
  var inBoth = 0

  var cells: [Cell] {
    [.count(clients), .count(inBoth), .share(Int64(clients), of: Int64(inBoth))]
  }
}

/// The clients of a group or of all, and of each pair.
private struct SwitchCounts {
  private(set) var ofGroup: [SwitchCount]
  private(set) var total = SwitchCount()
  /// In rising order.
  private(set) var pairs: [(pair: SwitchPair, clients: Int)] = []

  /// A concern that a client has in a group in one of the months, or in both.
  private struct Use {
    let group: Int
    let concern: Int
    var isBefore: Bool
    var isAfter: Bool
  }

  init(_ ledger: Ledger, from: Month, to: Month) {
    ofGroup = Array(
      repeating: SwitchCount(), count: ledger.registers.productGroups.count)
    let groupOfProduct = ledger.registers.products.map(\.group)
    let concernOfProvider = ledger.registers.providers.map(\.concern)
    var found: [SwitchPair] = []
    var uses: [Use] = []
    ledger.forEachClient { placements in
      uses.removeAll(keepingCapacity: true)
      for placement in placements {
        var use = Use(
          group: groupOfProduct[Int(placement.product)],
          concern: concernOfProvider[Int(placement.provider)], isBefore: false, isAfter: false)
        ledger.forEachActiveMonth(of: placement, in: .all) { month, _ in
          if month == from { use.isBefore = true }
          if month == to { use.isAfter = true }
        }
        if use.isBefore || use.isAfter { Self.add(use, to: &uses) }
      }
      add(uses, to: &found)
    }
    found.sort()
    for pair in found {
      if pairs.last?.pair == pair {
        pairs[pairs.count - 1].clients += 1
      } else {
        pairs.append((pair, 1))
      }
    }
  }

  /// One use per group and concern; a client has a handful.
  private static func add(_ use: Use, to uses: inout [Use]) {
    let known = uses.firstIndex { $0.group == use.group && $0.concern == use.concern }
    guard let known else { return uses.append(use) }
    uses[known].isBefore = uses[known].isBefore || use.isBefore
    uses[known].isAfter = uses[known].isAfter || use.isAfter
  }

  /// Counts a client.
  private mutating func add(_ uses: [Use], to found: inout [SwitchPair]) {
    var (hasSwitched, isInBoth) = (false, false)
    for (index, first) in uses.enumerated() {
      let group = first.group
      // Each group once, at the first of its uses.
      if uses[..<index].contains(where: { $0.group == group }) { continue }
      let own = uses[index...].filter { $0.group == group }
      guard own.contains(where: \.isBefore), own.contains(where: \.isAfter) else { continue }
      isInBoth = true
      ofGroup[group].inBoth += 1
      let left = own.filter { !$0.isAfter }
      let got = own.filter { !$0.isBefore }
      if left.isEmpty || got.isEmpty { continue }
      hasSwitched = true
      ofGroup[group].clients += 1
      for a in left {
        for b in got {
          found.append(SwitchPair(group: group, from: a.concern, to: b.concern))
        }
      }
    }
    if isInBoth { total.inBoth += 1 }
    if hasSwitched { total.clients += 1 }
  }
}
