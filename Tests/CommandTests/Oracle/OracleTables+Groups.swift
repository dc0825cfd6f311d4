extension OracleReport {
  /// A client's use of a product group.
  struct ClientGroup: Hashable {
    let client: Text
    let group: Text
  }

  /// The active months of every client × product group, from some lines only.
  func activeMonths(of lines: [Line]) -> [ClientGroup: Set<Month>] {
    var months: [ClientGroup: Set<Month>] = [:]
    for (month, uses) in usesByMonth(of: lines) {
      for use in uses {
        let key = ClientGroup(client: use.client, group: use.product.group)
        months[key, default: []].insert(month)
      }
    }
    return months
  }

  /// Every client with an invoiced placement in the window, and those placements.
  private var usesByClient: [Text: [Use]] {
    Dictionary(grouping: windowUses, by: \.client)
  }

  /// The product groups of some placements, byte-wise.
  private func groups(of uses: [Use]) -> [Text] {
    Set(uses.map(\.product.group)).sorted()
  }

  /// `combinaties`
  var combinations: String {
    var rows = [
      ["combinatie", "aantal_groepen", "clienten", "aandeel", "gelijktijdig", "bedrag"]
    ]
    let usesByClient = usesByClient
    let months = activeMonths(of: lines(in: window))
    let combinations = Dictionary(grouping: usesByClient.keys) { client in
      groups(of: usesByClient[client] ?? [])
    }
    let named = combinations.map { (Text.joined($0.key, by: " + "), $0.key, $0.value) }
    for (name, groups, clients) in named.sorted(by: {
      $0.2.count != $1.2.count ? $0.2.count > $1.2.count : $0.0 < $1.0
    }) {
      let simultaneous = clients.filter { isSimultaneous($0, groups, months) }.count
      let net = clients.map { (usesByClient[$0] ?? []).net }.reduce(0, +)
      rows.append([
        name.description, String(groups.count), String(clients.count),
        Format.share(clients.count, of: usesByClient.count),
        groups.count == 1 ? "" : String(simultaneous), Format.money(net),
      ])
    }
    return Format.csv(rows)
  }

  /// Whether every pair of the groups shares enough active months of the client.
  private func isSimultaneous(
    _ client: Text,
    _ groups: [Text],
    _ months: [ClientGroup: Set<Month>]
  ) -> Bool {
    for one in groups {
      for other in groups where one < other {
        let first = months[ClientGroup(client: client, group: one)] ?? []
        let second = months[ClientGroup(client: client, group: other)] ?? []
        if first.intersection(second).count < settings.simultaneousMonths { return false }
      }
    }
    return true
  }

  /// `aantal-voorzieningen`
  var groupCounts: String {
    var rows = [["aantal_groepen", "clienten", "aandeel", "bedrag"]]
    let usesByClient = usesByClient
    for count in 1...6 {
      let own = usesByClient.values.filter { min(groups(of: $0).count, 6) == count }
      rows.append([
        count == 6 ? "6+" : String(count), String(own.count),
        Format.share(own.count, of: usesByClient.count),
        Format.money(own.map(\.net).reduce(0, +)),
      ])
    }
    return Format.csv(rows)
  }

  /// `opvolging`
  var sequences: String {
    var rows = [["van", "naar", "clienten_van", "gevolgd", "aandeel", "gelijktijdig_gestart"]]
    let months = activeMonths(of: lines(in: sequenceWindow))
    let groups = Set(months.keys.map(\.group)).sorted()
    let clients = Set(months.keys.map(\.client))
    for from in groups {
      for to in groups where from != to {
        var starters = 0
        var followed = 0
        var together = 0
        for client in clients {
          guard let first = months[ClientGroup(client: client, group: from)]?.min() else {
            continue
          }
          starters += 1
          guard let second = months[ClientGroup(client: client, group: to)]?.min() else { continue }
          if second > first { followed += 1 }
          if second == first { together += 1 }
        }
        rows.append([
          from.description, to.description, String(starters), String(followed),
          Format.share(followed, of: starters), String(together),
        ])
      }
    }
    return Format.csv(rows)
  }
}
