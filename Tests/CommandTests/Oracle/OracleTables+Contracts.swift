extension OracleReport {
  /// `percelen`
  var lots: String {
    var rows = [
      [
        "niveau", "perceel", "contractvorm", "bekostiging", "contracten", "aanbieders",
        "hoofdaannemers", "onderaannemers", "leden", "plafond", "actief", "clienten", "bedrag",
        "aandeel_grootste", "zonder_contract",
      ]
    ]
    guard let (from, to) = windowEnds, let all = input.contracts else { return Format.csv(rows) }
    let contracts = all.filter { $0.isInForce(from: from, to: to) }
    let uses = windowUses
    let hasLots = input.products.values.contains { !$0.lot.isEmpty }
    func add(_ level: String, _ lot: Text, _ own: [Contract], _ uses: [Use]?) {
      let pairs = Set(own.map { [$0.lot, $0.party] })
      let parties = Set(own.map(\.party))
      let roles = Contract.roles.map { role in
        String(Set(own.filter { $0.role == role }.map(\.party)).count)
      }
      let ceilings = own.compactMap(\.ceiling)
      rows.append(
        [
          level, lot.description, Self.common(own.map(\.form)), Self.common(own.map(\.funding)),
          String(pairs.count), String(parties.count),
        ] + roles + [ceilings.isEmpty ? "" : Format.money(ceilings.reduce(0, +))]
          + (uses.map { use(of: $0, parties) } ?? ["", "", "", "", ""])
      )
    }

    let used = hasLots ? uses.map(\.product.lot).filter { !$0.isEmpty } : []
    for lot in Set(contracts.map(\.lot) + used).sorted() {
      let own = uses.filter { $0.product.lot == lot }
      add("perceel", lot, contracts.filter { $0.lot == lot }, hasLots ? own : nil)
    }
    let others = uses.filter(\.product.lot.isEmpty)
    if hasLots, !others.isEmpty { add("perceel", "onbekend", [], others) }
    add("totaal", "", contracts, uses)
    return Format.csv(rows)
  }

  /// From `actief` to `zonder_contract`.
  private func use(of uses: [Use], _ parties: Set<Text>) -> [String] {
    let concerns = Set(uses.map(\.concern))
    return [
      String(concerns.intersection(parties).count), String(uses.clientCount),
      Format.money(uses.net), uses.largestShare,
      Format.money(uses.filter { !parties.contains($0.concern) }.net),
    ]
  }

  /// The text that all have that have one.
  private static func common(_ texts: [Text]) -> String {
    let given = Set(texts.filter { !$0.isEmpty })
    return given.count > 1 ? "verschillend" : given.first?.description ?? ""
  }

  /// `landschap`
  var landscape: String {
    var rows = [
      [
        "niveau", "product_groep", "moment", "van", "tot_en_met", "aanbieders", "een_client",
        "aandeel_een_client", "clienten", "een_aanbieder", "aandeel_een_aanbieder",
        "aanbieders_per_client", "bedrag", "hhi", "contractpartijen", "hoofdaannemers",
        "onderaannemers", "leden",
      ]
    ]
    guard windowEnds != nil else { return Format.csv(rows) }
    var moments = [("voor", comparison), ("na", window)]
    if let day = settings.supply.landscapeDay {
      let before = Window(from: day.shifted(years: -1), to: Day(number: day.number - 1))
      let end = Day(number: day.shifted(years: 1).number - 1)
      moments = [("voor", before), ("na", Window(from: day, to: end))]
    }
    let periods = moments.compactMap { moment, window in
      if let from = window.from, let to = window.to {
        return (moment: moment, from: from, to: to, uses: uses(of: lines(in: window)))
      }
      return nil
    }
    func add(_ level: String, _ group: Text, _ belongs: (Use) -> Bool) {
      for (moment, from, to, uses) in periods {
        let own = uses.filter(belongs)
        let contracts = input.contracts?.filter { $0.isInForce(from: to, to: to) }
        rows.append(
          [level, group.description, moment, from.text, to.text] + variety(own)
            + (level == "totaal" ? contracts : nil).map(Self.partyCounts).orEmpty(4)
        )
      }
    }

    for group in Set(periods.flatMap { $0.uses.map(\.product.group) }).sorted() {
      add("product_groep", group) { $0.product.group == group }
    }
    add("totaal", "") { _ in true }
    return Format.csv(rows)
  }

  /// From `aanbieders` to `hhi`.
  private func variety(_ uses: [Use]) -> [String] {
    let concerns = Set(uses.map(\.concern))
    let single = concerns.filter { concern in
      uses.filter { $0.concern == concern }.clientCount == 1
    }
    let clients = uses.clients
    let loyal = clients.filter { client in
      Set(uses.filter { $0.client == client }.map(\.concern)).count == 1
    }
    let pairs = Set(uses.map { [$0.client, $0.concern] }).count
    return [
      String(concerns.count), String(single.count), Format.share(single.count, of: concerns.count),
      String(clients.count), String(loyal.count), Format.share(loyal.count, of: clients.count),
      Format.quotient(Int128(pairs), Int128(clients.count), decimals: 2), Format.money(uses.net),
      uses.concentrationIndex,
    ]
  }

  private static func partyCounts(_ contracts: [Contract]) -> [String] {
    let roles = Contract.roles.map { role in contracts.filter { $0.role == role } }
    return ([contracts] + roles).map { String(Set($0.map(\.party)).count) }
  }
}

extension [String]? {
  /// Without figures so many empty ones.
  fileprivate func orEmpty(_ count: Int) -> [String] {
    self ?? [String](repeating: "", count: count)
  }
}

extension [OracleReport.Use] {
  /// The net of every concern that is above 0, the largest first.
  private var positiveNets: [Int] {
    Dictionary(grouping: self, by: \.concern).values.map(\.net).filter { $0 > 0 }.sorted(by: >)
  }

  /// `cr1`
  fileprivate var largestShare: String {
    let nets = positiveNets
    return OracleReport.Format.share(nets.first ?? 0, of: nets.reduce(0, +))
  }

  /// `hhi`
  fileprivate var concentrationIndex: String {
    let nets = positiveNets.map { Int128($0) }
    let total = nets.reduce(0, +)
    let squares = nets.map { $0 * $0 }.reduce(0, +)
    return OracleReport.Format.quotient(squares * 10_000, total * total, decimals: 1)
  }
}

extension OracleReport.Day {
  /// The same day in another year; 29 February becomes 1 March.
  fileprivate func shifted(years: Int) -> Self {
    let first = Self(year: year + years, month: 3, day: 1)
    return Self(year: year + years, month: month, day: day) ?? first ?? self
  }

  /// `2017-10-15`
  fileprivate var text: String {
    calendarMonth.iso + (day < 10 ? "-0" : "-") + String(day)
  }
}
