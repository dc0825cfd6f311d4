/// The promise that a table's amounts add up to one of the ledger's, to the cent.
struct Balance: Sendable {
  /// The rows in which every amount stands once.
  struct Layer: Sendable {
    let contains: @Sendable (_ row: [Cell]) -> Bool

    static let allRows = Layer { _ in true }

    /// The rows of one level, by the name in their first column.
    static func level(_ name: String) -> Layer {
      Layer { $0[0] == .text(name) }
    }
  }

  /// What each layer adds up to.
  let amount: BalancedAmount
  let layers: [Layer]
  /// Whether the table has rows at all with this ledger's registers data.
  let isFilled: @Sendable (Ledger) -> Bool

  init(
    _ amount: BalancedAmount,
    layers: [Layer] = [.allRows],
    isFilled: @escaping @Sendable (Ledger) -> Bool = { _ in true }
  ) {
    self.amount = amount
    self.layers = layers
    self.isFilled = isFilled
  }
}

/// An amount of the ledger that tables add up to.
public enum BalancedAmount: String, Sendable {
  /// Net of all accepted lines.
  case net
  /// Net of the accepted lines in the reporting window.
  case netInWindow
  /// ``netInWindow`` plus the subsidies of the years that the window touches.
  case netInWindowWithSubsidies
  /// The subsidies of the years that the window touches.
  case subsidiesInWindow

  /// The amount in cents.
  func cents(in ledger: Ledger) -> Int64 {
    switch self {
    case .net: ledger.net
    case .netInWindow: ledger.netInWindow
    case .netInWindowWithSubsidies: ledger.netInWindow + ledger.subsidiesInWindow
    case .subsidiesInWindow: ledger.subsidiesInWindow
    }
  }
}
