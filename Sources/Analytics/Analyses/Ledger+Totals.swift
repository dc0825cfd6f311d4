extension Ledger {
  /// Net of all accepted lines, in cents.
  public var net: Int64 {
    netPerMonth.reduce(0, +)
  }

  /// Net of the accepted lines in the reporting window, in cents.
  public var netInWindow: Int64 {
    placements.reduce(0) { $0 + $1.windowNet }
  }

  /// The subsidies of the whole years that the reporting window touches, in cents.
  public var subsidiesInWindow: Int64 {
    registers.subsidies.lazy.filter(isInWindow).reduce(0) { $0 + $1.cents }
  }
}
