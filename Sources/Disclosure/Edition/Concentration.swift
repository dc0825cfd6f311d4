import Analytics

extension Table {
  /// `concentratie`: bounds from the concerns that are shown, and the number of the others.
  func concentration(_ figures: ShownFigures, _ markets: ProviderMarkets) -> [[Cell]] {
    figures.rows(of: self).map { row in
      let bounds = ConcentrationBounds(
        market: cell(row, .amount), providers: number(row, .providers) ?? 0,
        concerns: markets.amounts(in: market(of: row)))
      return
        row
        .with(bounds.largestShare(1), in: .largestShare, of: self)
        .with(bounds.largestShare(2), in: .twoLargestShare, of: self)
        .with(bounds.largestShare(3), in: .threeLargestShare, of: self)
        .with(bounds.hhi, in: .hhi, of: self)
        .with(bounds.effectiveNumber, in: .effectiveNumber, of: self)
    }
  }
}

/// How far a market is at least in the hands of few, by the concerns that are shown.
struct ConcentrationBounds {
  /// Cents of the market.
  private let total: Int64
  /// Cents of the shown concerns above 0, the largest first.
  private let concerns: [Int64]
  /// How many concerns above 0 are not shown.
  private let unshown: Int64
  /// What stands in every column instead: hidden, or empty; nil where there are bounds.
  private let instead: Cell?

  /// - Parameters:
  ///   - market: The market's amount as it is shown.
  ///   - providers: How many concerns are above 0.
  ///   - concerns: The amounts of those that are shown, the largest first.
  init(market: Cell, providers: Int64, concerns: [Int64]) {
    let above = concerns.filter { $0 > 0 }
    self.concerns = above
    unshown = max(0, providers - Int64(above.count))
    switch market {
    case .number(let cents):
      total = cents
      instead = cents <= 0 ? .empty : concerns.isEmpty ? .hidden : nil
    case .hidden: (total, instead) = (0, .hidden)
    case .text, .empty: (total, instead) = (0, .empty)
    }
  }

  /// The share of the largest so many, at most 1: rounded parts may be more than their whole.
  func largestShare(_ count: Int) -> Cell {
    instead ?? .share(min(total, concerns.prefix(count).reduce(0, +)), of: total)
  }

  /// At most 10,000.
  var hhi: Cell {
    let squares = self.squares
    return instead ?? .quotient(min(squares.sum, squares.whole), squares.whole, decimals: 5)
  }

  var effectiveNumber: Cell {
    let squares = self.squares
    return instead ?? .quotient(squares.whole, min(squares.sum, squares.whole), decimals: 2)
  }

  /// The sum of squares of all concerns and the square of the market, both times the number of
  /// concerns that share the rest equally: `rest²/n` stays whole.
  private var squares: (sum: Int128, whole: Int128) {
    let rest = Int128(max(0, concerns.reduce(total) { $0 - $1 }))
    let parts = Int128(max(1, unshown))
    let shown = concerns.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    return (
      shown * parts + (unshown > 0 ? rest * rest : 0), Int128(total) * Int128(total) * parts
    )
  }
}
