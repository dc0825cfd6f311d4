import Ingest

/// A line in the window whose concern's net is below 0 in one of its three markets of
/// `concentratie`; what ``ConcernsBelowZero`` are is known once all lines are there.
enum R219: FindingRule {
  static let rule = Rule(
    .finding, "R219", "concern onder nul",
    explanation:
      "a line in the window whose concern's net is below 0 in at least one of its three markets "
      + "of concentratie; each line once",
    dutch:
      "Het concern van de regel staat in de periode onder nul in ten minste één van zijn drie "
      + "markten van concentratie: product, voorzieningsoort of alles.",
    columns: ["ingediend_bedrag", "product_code", "aanbieder_agb", "aanbieders.concern"],
    example: "Een aanbieder die in de periode alleen crediteert.",
    advice: "Ga na waarom; het concern blijft buiten de tabel concentratie.",
    request:
      "ga na of de debetregels bij deze credits zijn ingediend; over de periode is het saldo "
      + "negatief.")

  static let denominator = Denominator.inWindow

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict { .notApplied }

  @inline(__always)
  static func isHit(
    _ line: DeclarationLine, _ below: ConcernsBelowZero, isInWindow: (DeclarationLine) -> Bool
  ) -> Bool {
    below.contains(provider: line.provider, product: line.product) && isInWindow(line)
  }
}

/// Which concerns have a net below 0 in the window in which of their markets (R219): product,
/// provision kind or the whole, as in the table `concentratie`.
struct ConcernsBelowZero: Sendable, Equatable {
  /// Per provider × product: whether the provider's concern is below 0 in one of the product's
  /// three markets.
  private var isBelow: [Bool]
  private let productCount: Int

  init(_ ledger: LedgerState, _ registers: Registers, workers: Int) {
    let products = registers.products
    let kinds = ProvisionKind.allCases.count
    // Markets: the products, the kinds, the whole.
    let marketCount = products.count + kinds + 1
    let concerns = registers.providers.map(\.concern)
    let netCount = registers.concerns.count * marketCount
    let pieces = results(inPiecesOf: ledger.store.allocationCount, workers: workers) { piece in
      var nets = [Int64](repeating: 0, count: netCount)
      ledger.forEachWindowNet(of: piece) { product, provider, cents in
        let row = concerns[provider] * marketCount
        nets[row + product] += cents
        nets[row + products.count + products[product].kind.rawValue] += cents
        nets[row + marketCount - 1] += cents
      }
      return nets
    }
    let nets = (0..<netCount).map { index in pieces.reduce(0) { $0 + $1[index] } }
    productCount = products.count
    isBelow = Array(repeating: false, count: concerns.count * products.count)
    for provider in concerns.indices {
      let row = concerns[provider] * marketCount
      for product in products.indices {
        let kind = row + products.count + products[product].kind.rawValue
        isBelow[provider * productCount + product] =
          nets[row + product] < 0 || nets[kind] < 0 || nets[row + marketCount - 1] < 0
      }
    }
  }

  var isEmpty: Bool { !isBelow.contains(true) }

  func contains(provider: Int32, product: Int32) -> Bool {
    isBelow[Int(provider) * productCount + Int(product)]
  }

  /// Whether everything here is in `other` too.
  func isSubset(of other: ConcernsBelowZero) -> Bool {
    zip(isBelow, other.isBelow).allSatisfy { !$0 || $1 }
  }
}

extension LedgerState {
  /// Calls `body` with product, provider and each net in cents of the reporting window, of some
  /// allocations.
  fileprivate func forEachWindowNet(of allocations: Range<Int>, _ body: (Int, Int, Int64) -> Void) {
    for allocation in allocations {
      store.forEachPage(of: allocation) { index, page in
        store.forEachNet(of: index) { position, cents in
          guard grid.isInWindow[page.firstCell + position] else { return }
          body(Int(page.product), Int(page.provider), cents)
        }
      }
    }
  }

  /// Whether a line's basis date is in the reporting window.
  @inline(__always)
  func isInWindow(_ line: DeclarationLine) -> Bool {
    let day = basis == .declaration ? line.declared : line.start
    return grid.isInWindow[Int(grid.cellOfDay[Int(day - DeclarationDays.first)])]
  }
}
