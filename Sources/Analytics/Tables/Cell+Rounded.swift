extension Cell {
  /// A number of the approximate kind in steps of `10^-decimals`, rounded once, half away from zero;
  /// empty for nil and for what is no number that a file can hold.
  static func rounded(_ value: Double?, decimals: Int) -> Cell {
    guard let value else { return .empty }
    var scaled = value
    for _ in 0..<decimals { scaled *= 10 }
    scaled.round(.toNearestOrAwayFromZero)
    return Int64(exactly: scaled).map(Cell.number) ?? .empty
  }
}
