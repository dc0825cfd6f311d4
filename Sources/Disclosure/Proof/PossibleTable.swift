/// A whole-number table that fits all that the attacker knows, as its differences from the run.
struct PossibleTable: Sendable, Equatable {
  struct Change: Sendable, Equatable {
    let cell: Int
    /// Never 0.
    let difference: Int64
  }

  /// In the order of cells.
  let changes: [Change]
}
