import Analytics

/// What it costs the reader to lose each bundle of a system: whole numbers, distinct, so that no choice
/// between bundles is a tie.
struct BundlePrices {
  /// One base cell's worth.
  static let unit: Int64 = 4096

  private let whole: Int64
  private let system: CellSystem
  private(set) var prices: [Int64] = []

  init(_ system: CellSystem) {
    self.system = system
    let amounts = system.bundles.filter { $0.name == .municipality }
      .flatMap(\.cells).map { system.cells[$0] }.filter { $0.measure == .amount }
    whole = max(1, amounts.map(\.value).max() ?? 0)
    var taken: Set<Int64> = []
    for bundle in system.bundles {
      var price = worth(of: bundle) * Self.unit + Self.mixed(bundle.name) % (Self.unit / 4)
      while !taken.insert(price).inserted { price += 1 }
      prices.append(price)
    }
  }

  subscript(bundle: Int) -> Int64 { prices[bundle] }

  /// In base cells: a bundle's own, and more where it tells of much money. The totals that a reader
  /// looks up first cost so much that they are the last to go.
  private func worth(of bundle: SystemBundle) -> Int64 {
    let cells = Int64(bundle.cells.count)
    switch bundle.name.text.prefix(while: { $0 != "/" }) {
    case _ where bundle.isTotal: return 1000
    case "markt":
      let amount = bundle.cells.map { system.cells[$0] }.first { $0.measure == .amount }?.value
      return cells + 1 + max(0, amount ?? 0) / max(1, whole / 200)
    case "wijk": return cells + 8
    case "groep": return 4
    default: return cells
    }
  }

  /// FNV-1a: no two sums of a few prices are then the same but by chance.
  private static func mixed(_ name: BundleName) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(hash >> 33)
  }
}
