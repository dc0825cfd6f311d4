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
      .level(level), kind.map { .text($0.code) } ?? .empty,
      product.map { .text($0.code) } ?? .empty,
    ]
  }

  var productDescription: Cell {
    product.map { .text($0.description) } ?? .empty
  }

  private var level: Level {
    if product != nil { return .product }
    return kind == nil ? .total : .kind
  }

  static let keyColumns: [Column] = [.key(.level), .key(.kind), .key(.productCode)]

  /// Products add up to their kind, and kinds to the whole; apart for every value of `columns`.
  static func sums(by columns: [ColumnName] = []) -> [RowSum] {
    [
      RowSum(.level(.product), to: .level(.kind), by: [.kind] + columns),
      RowSum(.level(.kind), to: .level(.total), by: columns),
    ]
  }
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

/// What a number of invoiced placements amounts to; the counts are of distinct ones.
struct Usage: Equatable {
  var indications = 0
  var clients = 0
  /// AGB codes.
  var providers = 0
  var cents: Int64 = 0
}

/// Counts the usage of one group of placements after another.
struct UsageCounter {
  private let placements: [Placement]
  private var indications: DistinctIndices
  private var providers: DistinctIndices

  init(_ ledger: Ledger) {
    placements = ledger.placements
    indications = DistinctIndices(capacity: ledger.registers.indicationCount)
    providers = DistinctIndices(capacity: ledger.registers.providers.count)
  }

  /// - Parameter positions: Positions in the ledger's placements, in rising order.
  mutating func usage(of positions: ArraySlice<Int32>) -> Usage {
    indications.removeAll()
    providers.removeAll()
    var usage = Usage()
    var previousClient: Int32 = -1
    for position in positions {
      let placement = placements[Int(position)]
      indications.insert(placement.indication)
      providers.insert(placement.provider)
      if placement.client != previousClient {
        usage.clients += 1
        previousClient = placement.client
      }
      usage.cents += placement.windowNet
    }
    usage.indications = indications.count
    usage.providers = providers.count
    return usage
  }
}

/// Counts distinct indices out of a dense index space; emptying it takes constant time.
///
/// A set of marks would have to be cleared for every row of a table. Here an index belongs to the
/// set when its stamp is the current one, so a new stamp empties the set.
struct DistinctIndices {
  private var stamps: [UInt32]
  private var stamp: UInt32 = 1
  /// How many distinct indices were inserted since it was last emptied.
  private(set) var count = 0

  /// - Parameter capacity: One more than the highest index.
  init(capacity: Int) {
    stamps = Array(repeating: 0, count: capacity)
  }

  mutating func insert(_ index: Int32) {
    guard stamps[Int(index)] != stamp else { return }
    stamps[Int(index)] = stamp
    count += 1
  }

  mutating func removeAll() {
    stamp += 1
    count = 0
  }
}
