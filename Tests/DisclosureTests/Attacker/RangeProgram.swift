import CClp

/// Linear programs over one set of relations, of which only objective and bounds change: the
/// columns are the differences from the truth, so that all columns at 0 are one solution.
final class RangeProgram {
  private let model: UnsafeMutableRawPointer?
  private let columnCount: Int
  private var lower: [Double]
  private var upper: [Double]
  private var objective: [Double]
  private(set) var solves = 0

  struct Row {
    let columns: [Int32]
    let factors: [Double]
    let least: Double
    let greatest: Double
  }

  init(lower: [Double], upper: [Double], rows: [Row]) {
    columnCount = lower.count
    self.lower = lower
    self.upper = upper
    objective = Array(repeating: 0, count: lower.count)
    var entries: [[(row: Int32, factor: Double)]] = Array(repeating: [], count: lower.count)
    for (place, row) in rows.enumerated() {
      for (column, factor) in zip(row.columns, row.factors) {
        entries[Int(column)].append((Int32(place), factor))
      }
    }
    var starts: [CoinBigIndex] = [0]
    var index: [Int32] = []
    var value: [Double] = []
    for column in entries {
      index += column.map(\.row)
      value += column.map(\.factor)
      starts.append(CoinBigIndex(index.count))
    }
    let created = Clp_newModel()
    model = created
    Clp_setLogLevel(created, 0)
    Clp_loadProblem(
      created, Int32(columnCount), Int32(rows.count), starts, index, value, lower, upper,
      objective, rows.map(\.least), rows.map(\.greatest))
  }

  deinit { Clp_deleteModel(model) }

  /// Columns of the solution with the greatest value of these terms; nil if the solver failed.
  func greatest(_ terms: [(column: Int, factor: Double)]) -> UnsafeBufferPointer<Double>? {
    solves += 1
    for term in terms { objective[term.column] -= term.factor }
    defer { for term in terms { objective[term.column] = 0 } }
    Clp_chgObjCoefficients(model, objective)
    Clp_primal(model, 0)
    if Clp_status(model) != 0 {
      // From nothing, since the last basis was no help.
      Clp_initialDualSolve(model)
      if Clp_status(model) != 0 { return nil }
    }
    return UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: columnCount)
  }

  /// Holds a column at its true value, or lets it go again.
  func hold(_ column: Int, _ isHeld: Bool) {
    var (least, greatest) = (lower, upper)
    if isHeld { (least[column], greatest[column]) = (0, 0) }
    Clp_chgColumnLower(model, least)
    Clp_chgColumnUpper(model, greatest)
  }
}
