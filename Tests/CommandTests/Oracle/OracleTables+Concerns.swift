extension OracleReport {
  /// What one concern has in a market.
  struct Holding {
    let concern: Text
    let net: Int
    let clients: Set<Text>
  }

  /// Every concern with an invoiced placement in a market, the largest first, then by name.
  func holdings(_ market: Market) -> [Holding] {
    Dictionary(grouping: market.uses, by: \.concern)
      .map { Holding(concern: $0.key, net: $0.value.net, clients: $0.value.clients) }
      .sorted { $0.net != $1.net ? $0.net > $1.net : $0.concern < $1.concern }
  }

  /// `concentratie`
  var concentration: String {
    var rows = [
      [
        "niveau", "voorzieningsoort", "product_code", "omschrijving", "aanbieders", "bedrag",
        "cr1", "cr2", "cr3", "hhi", "effectief_aantal", "clienten_cr3",
      ]
    ]
    for market in markets {
      let holdings = holdings(market).filter { $0.net > 0 }
      let total = holdings.map(\.net).reduce(0, +)
      let square = Int128(total) * Int128(total)
      let squares = holdings.map { Int128($0.net) * Int128($0.net) }.reduce(0, +)
      let served = holdings.prefix(3).reduce(into: Set<Text>()) { $0.formUnion($1.clients) }
      let largest = (1...3).map { count in
        Format.share(holdings.prefix(count).map(\.net).reduce(0, +), of: total)
      }
      rows.append(
        [
          market.level, market.kind.description, market.code.description,
          market.description.description, String(holdings.count), Format.money(total),
        ] + largest + [
          Format.quotient(squares * 10_000, square, decimals: 1),
          Format.quotient(square, squares, decimals: 2),
          Format.share(served.count, of: market.uses.clientCount),
        ]
      )
    }
    return Format.csv(rows)
  }

  /// `aanbieders`
  var providerTable: String {
    var rows = [
      [
        "niveau", "voorzieningsoort", "product_code", "concern", "rang", "bedrag", "aandeel",
        "clienten", "aandeel_clienten",
      ]
    ]
    for market in markets {
      for (index, holding) in holdings(market).enumerated() {
        rows.append([
          market.level, market.kind.description, market.code.description,
          holding.concern.description, String(index + 1), Format.money(holding.net),
          Format.share(holding.net, of: market.uses.net), String(holding.clients.count),
          Format.share(holding.clients.count, of: market.uses.clientCount),
        ])
      }
    }
    return Format.csv(rows)
  }
}
