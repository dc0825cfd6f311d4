import Analytics

/// A figure that follows from two shown ones, with the definition and the rounding of its table in
/// the run.
struct Quotient {
  private let column: Column
  private let numerator: Cell
  private let denominator: Cell
  private let isPerInhabitant: Bool

  /// Nil where the column is no quotient of the cells given.
  ///
  /// - Parameters:
  ///   - numerator: Where it stands in no column; else that of the first source.
  ///   - denominator: Where it stands in no column; else that of the second source.
  ///   - sources: The columns of which the figure is made.
  init?(
    _ column: Column, numerator: Cell?, denominator: Cell?,
    sources: [(name: ColumnName, cell: Cell)]
  ) {
    guard let numerator = numerator ?? sources.first?.cell,
      let denominator = denominator ?? sources.dropFirst().first?.cell
    else { return nil }
    self.column = column
    self.numerator = numerator
    self.denominator = denominator
    isPerInhabitant = sources.dropFirst().first?.name == .inhabitants
  }

  /// Hidden where one of the two is, empty over 0, and for want of inhabitants in any case.
  var cell: Cell {
    if isPerInhabitant, [.empty, .number(0)].contains(denominator) { return .empty }
    switch (numerator, denominator) {
    case (.number(let part), .number(let whole)): return quotient(part, whole)
    case (.hidden, _), (_, .hidden): return .hidden
    default: return .empty
    }
  }

  private func quotient(_ part: Int64, _ whole: Int64) -> Cell {
    switch column.type {
    case .amount: .cents(part, per: Int(whole))
    case .share: .share(part, of: whole)
    case .ratio(let decimals) where column.name == .clientsPerThousand:
      .quotient(Int128(part) * 1000, Int128(whole), decimals: decimals)
    default: .empty
    }
  }
}

extension Cell {
  /// The share of a shown figure in another.
  static func share(_ part: Cell, of whole: Cell) -> Cell {
    Quotient(.derived(.share, .share), numerator: part, denominator: whole, sources: [])?.cell
      ?? .empty
  }
}
