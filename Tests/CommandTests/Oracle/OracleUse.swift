extension OracleReport {
  /// A placement (voorziening) that is invoiced in a period: its net there is not 0.
  struct Use {
    let client: Text
    let indication: Indication
    /// The first day of its allocation.
    let allocated: Day
    let product: Product
    let agb: Text
    let concern: Text
    /// In cents.
    let net: Int
  }

  /// The placements that are invoiced by some lines.
  ///
  /// A placement whose net is 0 adds nothing to any amount, so amounts are sums over these too.
  func uses(of lines: [Line]) -> [Use] {
    var placements: [[Text]: [Line]] = [:]
    for line in lines {
      let key = [line.allocation, line.product, line.agb]
      placements[key, default: []].append(line)
    }
    return placements.values.compactMap { own in
      let net = own.map(\.amount).reduce(0, +)
      guard net != 0, let line = own.first, let allocation = input.allocations[line.allocation],
        let product = input.products[line.product], let provider = input.providers[line.agb]
      else { return nil }
      return Use(
        client: line.client,
        indication: allocation.indication,
        allocated: allocation.start,
        product: product,
        agb: line.agb,
        concern: provider.concern,
        net: net
      )
    }
  }

  /// The invoiced placements of the reporting window.
  var windowUses: [Use] { uses(of: lines(in: window)) }

  /// The invoiced placements of each basis month, each month on its own.
  func usesByMonth(of lines: [Line]) -> [Month: [Use]] {
    Dictionary(grouping: lines) { basisDay($0).calendarMonth }.mapValues { uses(of: $0) }
  }

  /// A row of `product-gebruik` and what belongs to it: a product, a provision kind or everything.
  struct Market {
    /// `niveau`, `voorzieningsoort`, `product_code` and `omschrijving`.
    let level: String
    let kind: Text
    let code: Text
    let description: Text
    let uses: [Use]
  }

  /// Products with an invoiced placement in the window, the three kinds, the total.
  var markets: [Market] {
    let uses = windowUses
    let products = input.products.values.sorted { ($0.kind, $0.code) < ($1.kind, $1.code) }
    var markets: [Market] = []
    for product in products {
      let own = uses.filter { $0.product.code == product.code }
      if own.isEmpty { continue }
      markets.append(
        Market(
          level: "product",
          kind: product.kind,
          code: product.code,
          description: product.description,
          uses: own
        )
      )
    }
    for kind in Product.kinds {
      let own = uses.filter { $0.product.kind == kind }
      markets.append(
        Market(level: "voorzieningsoort", kind: kind, code: "", description: "", uses: own)
      )
    }
    markets.append(Market(level: "totaal", kind: "", code: "", description: "", uses: uses))
    return markets
  }
}

extension [OracleReport.Use] {
  var net: Int { map(\.net).reduce(0, +) }
  var clients: Set<OracleReport.Text> { Set(map(\.client)) }
  var clientCount: Int { clients.count }
  var indicationCount: Int { Set(map(\.indication)).count }
  var providerCount: Int { Set(map(\.agb)).count }
}
