import Analytics
import Ingest

/// A town whose clients use one product each, in January 2017, with its eleven tables.
struct SmallTown {
  struct Client {
    var group = "A"
    var kind = "maatwerk"
    var district = "Noord"
    var age = "18-64"
    var concern = "Zorg"
    var cents: Int64 = 100_000
  }

  static let kinds = ["algemeen", "maatwerk", "vrij_inzetbaar"]
  static let window = Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 1).lastDay

  var clients: [Client] = []

  mutating func add(_ count: Int, _ client: Client) {
    // Amounts differ, so that none is a multiple of another by chance.
    for number in 0..<count {
      var client = client
      client.cents += Int64(clients.count * 37 + number * 11)
      clients.append(client)
    }
  }

  var risks: DisclosureRisks {
    DisclosureRisks(
      productGroups: values(\.group).map { .init(code: "P\($0)", group: $0) }, amounts: [:])
  }

  /// The run's tables, in the contract's order.
  var tables: [Table] {
    [
      table("product-gebruik", markets.map(use)), table("subsidies", subsidies),
      table("uitgaven-verhouding", Self.kinds.map(spending)), table("maandverloop", [month]),
      table("combinaties", combinations), table("aantal-voorzieningen", groupCounts),
      table("opvolging", sequences), table("concentratie", markets.map(concentration)),
      table("aanbieders", markets.flatMap(providers)), table("wijken", districts),
      table("leeftijd", ages),
    ]
  }

  private func table(_ name: String, _ rows: [[String: Cell]]) -> Table {
    let columns = Analysis.all.first { $0.name == name }?.columns ?? []
    return Table(
      name: name, title: name, countingRules: [], columns: columns,
      rows: rows.map { row in columns.map { row[$0.name.text] ?? .empty } })
  }

  private func values(_ key: KeyPath<Client, String>) -> [String] {
    Set(clients.map { $0[keyPath: key] }).sorted(by: precedesByteWise)
  }

  private func cents(_ clients: [Client]) -> Int64 { clients.reduce(0) { $0 + $1.cents } }

  private func share(_ part: Int, _ whole: Int) -> Cell { .share(Int64(part), of: Int64(whole)) }

  // MARK: Markets

  private struct Market {
    let level: Level
    let kind: Cell
    let group: Cell
    let clients: [Client]
  }

  private var markets: [Market] {
    values(\.kind).flatMap { kind in
      values(\.group).compactMap { group in
        let own = clients.filter { $0.kind == kind && $0.group == group }
        return own.isEmpty
          ? nil : Market(level: .product, kind: .text(kind), group: .text(group), clients: own)
      }
    }
      + Self.kinds.map { kind in
        Market(
          level: .kind, kind: .text(kind), group: .empty,
          clients: clients.filter { $0.kind == kind })
      } + [Market(level: .total, kind: .empty, group: .empty, clients: clients)]
  }

  private func keys(_ market: Market) -> [String: Cell] {
    var keys: [String: Cell] = [
      "niveau": .level(market.level), "voorzieningsoort": market.kind,
      "omschrijving": market.group,
    ]
    if case .text(let group) = market.group { keys["product_code"] = .text("P\(group)") }
    return keys
  }

  private func figures(_ clients: [Client]) -> [String: Cell] {
    [
      "indicaties": .count(clients.count), "clienten": .count(clients.count),
      "bedrag": .number(cents(clients)),
      "bedrag_per_client": .cents(cents(clients), per: clients.count),
      "bedrag_per_indicatie": .cents(cents(clients), per: clients.count),
    ]
  }

  private func use(_ market: Market) -> [String: Cell] {
    keys(market).merging(figures(market.clients)) { $1 }
      .merging(["aanbieders": .count(Set(market.clients.map(\.concern)).count)]) { $1 }
  }

  private func concerns(_ market: Market) -> [(name: String, clients: [Client])] {
    Dictionary(grouping: market.clients, by: \.concern)
      .map { (name: $0.key, clients: $0.value) }
      .sorted { a, b in
        let (left, right) = (cents(a.clients), cents(b.clients))
        return left == right ? precedesByteWise(a.name, b.name) : left > right
      }
  }

  private func concentration(_ market: Market) -> [String: Cell] {
    let concerns = concerns(market)
    let served = concerns.prefix(3).reduce(0) { $0 + $1.clients.count }
    return keys(market).merging(
      [
        "aanbieders": .count(concerns.count), "bedrag": .number(cents(market.clients)),
        "clienten_cr3": share(served, market.clients.count),
      ]) { $1 }
  }

  private func providers(_ market: Market) -> [[String: Cell]] {
    concerns(market).enumerated().map { place, concern in
      keys(market).merging(
        [
          "concern": .text(concern.name), "rang": .count(place + 1),
          "bedrag": .number(cents(concern.clients)),
          "clienten": .count(concern.clients.count),
        ]) { $1 }
    }
  }

  private var subsidies: [[String: Cell]] {
    [["niveau": .level(.total), "bedrag": .number(Self.subsidies)]]
  }

  static let subsidies: Int64 = 77_777_777

  private func spending(_ kind: String) -> [String: Cell] {
    let cents = cents(clients.filter { $0.kind == kind })
    return [
      "voorzieningsoort": .text(kind),
      "bedrag": .number(cents + (kind == "algemeen" ? Self.subsidies : 0)),
    ]
  }

  // MARK: Use, places and ages

  private var month: [String: Cell] {
    figures(clients).merging(
      [
        "maand": .number(Int64(Self.window.lowerBound.month.number)),
        "aanwezig": .count(clients.count), "instroom": .count(clients.count),
        "uitstroom": .count(0),
      ]) { $1 }
  }

  private var combinations: [[String: Cell]] {
    values(\.group).map { group in
      figures(clients.filter { $0.group == group })
        .merging(["combinatie": .text(group), "aantal_groepen": .count(1)]) { $1 }
    }
  }

  private var groupCounts: [[String: Cell]] {
    ["1", "2", "3", "4", "5", "6+"].map { label in
      figures(label == "1" ? clients : [])
        .merging(["aantal_groepen": .text(label)]) { $1 }
    }
  }

  private var sequences: [[String: Cell]] {
    let groups = values(\.group)
    return groups.flatMap { from in
      groups.filter { $0 != from }.map { to in
        [
          "van": .text(from), "naar": .text(to), "gevolgd": .count(0),
          "gelijktijdig_gestart": .count(0),
          "clienten_van": .count(clients.filter { $0.group == from }.count),
        ]
      }
    }
  }

  private var districts: [[String: Cell]] {
    (values(\.district) + ["totaal"]).flatMap { district in
      let own = clients.filter { district == "totaal" || $0.district == district }
      return (Self.kinds + [""]).map { kind in
        figures(own.filter { kind.isEmpty || $0.kind == kind }).merging(
          [
            "gebied": .text(district), "niveau": .level(kind.isEmpty ? .total : .kind),
            "voorzieningsoort": kind.isEmpty ? .empty : .text(kind), "inwoners": .count(5_000),
          ]) { $1 }
      }
    }
  }

  private var ages: [[String: Cell]] {
    (values(\.group) + ["totaal"]).flatMap { group in
      let own = clients.filter { group == "totaal" || $0.group == group }
      return values(\.age).map { age in
        figures(own.filter { $0.age == age })
          .merging(["product_groep": .text(group), "leeftijdsklasse": .text(age)]) { $1 }
      }
    }
  }
}
