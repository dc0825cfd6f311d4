extension OracleReport {
  /// `aanbieders-verloop`
  var providerCourse: String {
    var rows = [
      [
        "niveau", "product_groep", "jaar", "volledig", "aanbieders", "toetreders", "uittreders",
        "blijvers", "clienten", "clienten_toetreders", "clienten_uittreders", "bedrag",
        "bedrag_toetreders", "bedrag_uittreders", "aandeel_toetreders",
      ]
    ]
    let months = allMonths
    guard let first = months.first, let last = months.last else { return Format.csv(rows) }
    let years = first.number / 12...last.number / 12
    let usesByYear = Dictionary(grouping: lines) { basisDay($0).year }.mapValues { uses(of: $0) }
    func add(_ level: String, _ group: Text, _ belongs: (Use) -> Bool) {
      var before: [Use] = []
      for year in years {
        let uses = (usesByYear[year] ?? []).filter(belongs)
        let (then, now) = (Set(before.map(\.concern)), Set(uses.map(\.concern)))
        let entered = uses.filter { !then.contains($0.concern) }
        let left = before.filter { !now.contains($0.concern) }
        let isComplete = first.number <= year * 12 && year * 12 + 11 <= last.number
        func unlessFirst(_ figure: String) -> String { year == years.lowerBound ? "" : figure }
        rows.append([
          level, group.description, String(year), isComplete ? "ja" : "nee", String(now.count),
          unlessFirst(String(now.subtracting(then).count)),
          unlessFirst(String(then.subtracting(now).count)),
          unlessFirst(String(now.intersection(then).count)), String(uses.clientCount),
          unlessFirst(String(entered.clientCount)), unlessFirst(String(left.clientCount)),
          Format.money(uses.net), unlessFirst(Format.money(entered.net)),
          unlessFirst(Format.money(left.net)),
          unlessFirst(Format.share(entered.net, of: uses.net)),
        ])
        before = uses
      }
    }

    for group in Set(usesByYear.values.flatMap { $0.map(\.product.group) }).sorted() {
      add("product_groep", group) { $0.product.group == group }
    }
    add("totaal", "") { _ in true }
    return Format.csv(rows)
  }

  /// `uitstap`
  var exits: String {
    var rows = [
      [
        "concern", "clienten", "met_ander", "zonder_ander", "groepen", "groepen_geen_ander",
        "groepen_een_ander", "gebieden", "gebieden_geen_ander", "gebieden_een_ander", "bedrag",
        "aandeel",
      ]
    ]
    let uses = windowUses
    let nets = Dictionary(grouping: uses, by: \.concern).mapValues(\.net)
    for (concern, net) in nets.sorted(by: {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }) {
      let own = uses.filter { $0.concern == concern }
      let others = uses.filter { $0.concern != concern }
      let elsewhere = own.clients.intersection(others.clients).count
      let groups = Set(own.map(\.product.group)).map { group in
        Set(others.filter { $0.product.group == group }.map(\.concern)).count
      }
      rows.append(
        [
          concern.description, String(own.clientCount), String(elsewhere),
          String(own.clientCount - elsewhere),
        ] + Self.alternatives(groups)
          + (areaAlternatives(own, others).map(Self.alternatives) ?? ["", "", ""])
          + [Format.money(net), Format.share(net, of: uses.net)]
      )
    }
    return Format.csv(rows)
  }

  /// How many there are, with no and with one other concern.
  private static func alternatives(_ others: [Int]) -> [String] {
    [others.count, others.filter { $0 == 0 }.count, others.filter { $0 == 1 }.count]
      .map(String.init)
  }

  /// The number of other concerns for every district and group of a concern; nil without districts.
  private func areaAlternatives(_ own: [Use], _ others: [Use]) -> [Int]? {
    guard let clients = input.clients, let districts = input.districts else { return nil }
    let areas = areasByWijk(districts, referenceYear(of: districts))
    func place(_ use: Use) -> [Text]? {
      clients[use.client]?.wijk.flatMap { areas[$0] }.map { [$0, use.product.group] }
    }
    return Set(own.compactMap(place)).map { pair in
      Set(others.filter { place($0) == pair }.map(\.concern)).count
    }
  }

  /// `overstap`
  var switches: String {
    var rows = [["niveau", "product_groep", "van", "naar", "clienten", "in_beide", "aandeel"]]
    let first = settings.supply.switchFrom?.number ?? wholeMonths?.first
    let last = settings.supply.switchTo?.number ?? wholeMonths?.last
    guard windowEnds != nil, let first, let last, first < last else { return Format.csv(rows) }
    let months = usesByMonth(of: lines)
    let before = concerns(months[Month(number: first)] ?? [])
    let after = concerns(months[Month(number: last)] ?? [])
    let both = Set(before.keys).intersection(after.keys)
    var clientsByPair: [[Text]: Set<Text>] = [:]
    for key in both {
      let (then, now) = (before[key] ?? [], after[key] ?? [])
      for from in then.subtracting(now) {
        for to in now.subtracting(then) {
          clientsByPair[[key.group, from, to], default: []].insert(key.client)
        }
      }
    }
    for (pair, clients) in clientsByPair.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      rows.append(["paar"] + pair.map(\.description) + [String(clients.count), "", ""])
    }
    func add(_ level: String, _ group: Text, _ belongs: (Text) -> Bool) {
      let switched = clientsByPair.filter { belongs($0.key[0]) }.values
      let count = switched.reduce(into: Set<Text>()) { $0.formUnion($1) }.count
      let all = Set(both.filter { belongs($0.group) }.map(\.client)).count
      rows.append([
        level, group.description, "", "", String(count), String(all), Format.share(count, of: all),
      ])
    }

    for group in Set(both.map(\.group)).sorted() { add("product_groep", group) { $0 == group } }
    add("totaal", "") { _ in true }
    return Format.csv(rows)
  }

  /// Who serves a client in a group.
  private func concerns(_ uses: [Use]) -> [ClientGroup: Set<Text>] {
    var concerns: [ClientGroup: Set<Text>] = [:]
    for use in uses {
      let key = ClientGroup(client: use.client, group: use.product.group)
      concerns[key, default: []].insert(use.concern)
    }
    return concerns
  }
}
