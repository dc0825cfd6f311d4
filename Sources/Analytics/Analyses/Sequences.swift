import Ingest

extension ColumnName {
  public static let from = ColumnName("van")
  public static let to = ColumnName("naar")
  public static let clientsFrom = ColumnName("clienten_van")
  public static let followed = ColumnName("gevolgd")
  public static let startedTogether = ColumnName("gelijktijdig_gestart")
}

extension Analysis {
  /// Which product group follows which.
  public static let sequences = Analysis(
    name: "opvolging",
    title: "Opvolging van productgroepen",
    columns: [
      .key(.from), .key(.to), .count(.clientsFrom), .count(.followed),
      .derived(.share, .share, from: .followed, .clientsFrom), .count(.startedTogether),
    ],
    coverage: .sequenceWindow,
    countingRules: { parameters in
      [
        parameters.monthRule, parameters.sequenceRule, CountingRule.net, CountingRule.group,
        parameters.sequenceMonthRule,
        """
        Per cliënt en productgroep telt de eerste van die maanden. Gevolgd: de eerste maand van \
        naar ligt na de eerste maand van van. Gelijktijdig gestart: dezelfde eerste maand.
        """,
        """
        Het aandeel is gevolgd gedeeld door alle cliënten van van. Wie vóór de periode begon, \
        telt vanaf de eerste maand daarin.
        """, CountingRule.rounding,
      ]
    },
    disclosure: DisclosureDeclaration { table, row in
      let (from, to) = (table.text(row, .from), table.text(row, .to))
      return [
        .clients(.from(from), in: .clientsFrom), .clients(.follows(from, to), in: .followed),
        .clients(.together(from, to), in: .startedTogether),
      ]
    },
    rows: { ledger in
      let names = ledger.registers.productGroups
      let counts = ledger.sequenceCounts()
      let used = names.indices.filter { counts.clients[$0] > 0 }
      return used.flatMap { from in
        used.filter { $0 != from }.map { to in
          let pair = from * names.count + to
          return [
            .text(names[from]), .text(names[to]), .count(counts.clients[from]),
            .number(Int64(counts.followed[pair])),
            .share(Int64(counts.followed[pair]), of: Int64(counts.clients[from])),
            .number(Int64(counts.together[pair])),
          ]
        }
      }
    })
}

/// Clients per product group, and per ordered pair of them (`from * groups + to`).
private struct SequenceCounts {
  var clients: [Int]
  var followed: [Int32]
  var together: [Int32]

  init(groupCount: Int) {
    clients = Array(repeating: 0, count: groupCount)
    followed = Array(repeating: 0, count: groupCount * groupCount)
    together = followed
  }

  /// Adds a client that began with each of these groups in the given month.
  mutating func add(_ starts: [(group: Int, month: Month)]) {
    for from in starts {
      clients[from.group] += 1
      for to in starts where to.group != from.group {
        let pair = from.group * clients.count + to.group
        if to.month > from.month { followed[pair] += 1 }
        if to.month == from.month { together[pair] += 1 }
      }
    }
  }
}

extension Ledger {
  fileprivate func sequenceCounts() -> SequenceCounts {
    let groupOfProduct = registers.products.map(\.group)
    var counts = SequenceCounts(groupCount: registers.productGroups.count)
    var starts: [(group: Int, month: Month)] = []
    forEachClient { placements in
      starts.removeAll(keepingCapacity: true)
      for placement in placements {
        guard let month = firstActiveMonth(of: placement, in: .sequence) else { continue }
        let group = groupOfProduct[Int(placement.product)]
        if let index = starts.firstIndex(where: { $0.group == group }) {
          starts[index].month = min(starts[index].month, month)
        } else {
          starts.append((group, month))
        }
      }
      counts.add(starts)
    }
    return counts
  }

  /// The first month in which the placement's net from the lines of `scope` is not 0.
  func firstActiveMonth(of placement: Placement, in scope: Scope) -> Month? {
    var first: Month?
    forEachActiveMonth(of: placement, in: scope) { month, _ in
      if first == nil { first = month }
    }
    return first
  }
}
