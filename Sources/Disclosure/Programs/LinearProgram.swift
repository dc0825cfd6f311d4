import CClp

/// A linear program: columns with bounds and prices, rows that are equal to a number or at least it, and
/// the cheapest solution, found by Clp (docs/decisions/0002-dependencies.md).
///
/// Not shared between threads.
final class LinearProgram {
  private let model: UnsafeMutableRawPointer
  private let rows: [Row]
  private let warm: Bool
  private var lower: [Double]
  private var upper: [Double]
  private var prices: [Double]

  struct Row {
    let terms: [(column: Int, coefficient: Double)]
    let least: Double
    let isEquality: Bool
  }

  /// - Parameter warm: Whether a solution begins where the last one ended; it is the same either way.
  init(columns: Int, rows: [Row], warm: Bool) {
    self.rows = rows
    self.warm = warm
    lower = Array(repeating: 0, count: columns)
    upper = lower
    prices = lower
    guard let model = Clp_newModel() else { preconditionFailure("no memory for a program") }
    self.model = model
    Clp_setLogLevel(model, 0)
    load()
  }

  deinit { Clp_deleteModel(model) }

  private func load() {
    var byColumn = [[(row: Int32, coefficient: Double)]](repeating: [], count: lower.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms { byColumn[term.column].append((Int32(index), term.coefficient)) }
    }
    var starts: [CoinBigIndex] = [0]
    for column in byColumn {
      starts.append(starts[starts.count - 1] + CoinBigIndex(column.count))
    }
    Clp_loadProblem(
      model, Int32(lower.count), Int32(rows.count), starts,
      byColumn.flatMap { $0.map(\.row) }, byColumn.flatMap { $0.map(\.coefficient) }, lower,
      upper, prices, rows.map(\.least),
      rows.map { $0.isEquality ? $0.least : Double.greatestFiniteMagnitude })
  }

  func bounds(_ column: Int) -> ClosedRange<Double> { lower[column]...upper[column] }

  func setBounds(_ column: Int, _ bounds: ClosedRange<Double>) {
    lower[column] = bounds.lowerBound
    upper[column] = bounds.upperBound
  }

  func setPrice(_ column: Int, _ price: Double) { prices[column] = price }

  /// The columns of the cheapest solution, valid until the next one; nil where there is none.
  func solve() -> UnsafeBufferPointer<Double>? {
    if warm {
      Clp_chgColumnLower(model, lower)
      Clp_chgColumnUpper(model, upper)
      Clp_chgObjCoefficients(model, prices)
    } else {
      load()
    }
    Clp_dual(model, 0)
    guard Clp_status(model) == 0, let solution = Clp_getColSolution(model) else { return nil }
    return UnsafeBufferPointer(start: solution, count: lower.count)
  }
}
