import Ingest

/// A market: a product, a provision kind or all of them together, and what was invoiced in it.
struct Market {
  /// Nil for the whole.
  let kind: ProvisionKind?
  /// Nil for a kind and for the whole.
  let product: Product?
  /// Positions in the ledger's placements of those invoiced in the window, in rising order.
  let positions: ArraySlice<Int32>

  /// The cells of ``keyColumns``.
  var keys: [Cell] {
    [
      .text(level), kind.map { .text($0.code) } ?? .empty,
      product.map { .text($0.code) } ?? .empty,
    ]
  }

  var productDescription: Cell {
    product.map { .text($0.description) } ?? .empty
  }

  private var level: String {
    if product != nil { return Level.product }
    return kind == nil ? Level.total : Level.kind
  }

  static let keyColumns = [
    Column("niveau", .text), Column("voorzieningsoort", .text), Column("product_code", .text),
  ]
}

/// The names in the column `niveau`.
enum Level {
  static let product = "product"
  static let kind = "voorzieningsoort"
  static let recipient = "ontvanger"
  static let total = "totaal"
}

extension Ledger {
  /// Every product with an invoiced placement, by kind and code; the three kinds; the whole.
  func markets() -> [Market] {
    productMarkets() + wholeMarkets()
  }

  /// The three kinds and the whole.
  func wholeMarkets() -> [Market] {
    let kindOfProduct = registers.products.map(\.kind.rawValue)
    let byKind = invoicedPlacements(into: ProvisionKind.allCases.count) {
      kindOfProduct[Int($0.product)]
    }
    let whole = invoicedPlacements(into: 1) { _ in 0 }
    return ProvisionKind.allCases.map { kind in
      Market(kind: kind, product: nil, positions: byKind[kind.rawValue])
    } + [Market(kind: nil, product: nil, positions: whole[0])]
  }

  private func productMarkets() -> [Market] {
    let products = registers.products
    let byProduct = invoicedPlacements(into: products.count) { Int($0.product) }
    let order = products.indices.sorted {
      let (a, b) = (products[$0], products[$1])
      guard a.kind == b.kind else { return a.kind.rawValue < b.kind.rawValue }
      return precedesByteWise(a.code, b.code)
    }
    return order.filter { !byProduct[$0].isEmpty }.map { index in
      Market(kind: products[index].kind, product: products[index], positions: byProduct[index])
    }
  }
}
