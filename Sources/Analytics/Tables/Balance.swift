/// The promise that figures of a table add up: rows to rows, and all to an amount of the ledger.
public struct Balance: Sendable {
  /// What every set of rows that the sums name adds up to; all rows where there are no sums. Nil for
  /// figures that the ledger does not hold, which only add up among themselves.
  public let amount: BalancedAmount?
  public let sums: [RowSum]
  /// The column that is added up; an empty cell adds nothing.
  public let column: ColumnName
  /// Whether it is promised in a run at all.
  let applies: @Sendable (Ledger) -> Bool

  init(
    _ amount: BalancedAmount?, _ sums: [RowSum] = [], of column: ColumnName = .amount,
    where applies: @escaping @Sendable (Ledger) -> Bool = { _ in true }
  ) {
    self.amount = amount
    self.sums = sums
    self.column = column
    self.applies = applies
  }
}

/// The promise of a table that is no sum of rows.
public struct TableLaw: Sendable {
  /// What holds, in English, for the message where it does not.
  public let text: String
  /// Whether it holds of the table, beside all tables of the run and their ledger.
  let holds: @Sendable (_ table: Table, _ tables: [Table], _ ledger: Ledger) -> Bool

  init(_ text: String, holds: @escaping @Sendable (_ table: Table, _ tables: [Table]) -> Bool) {
    self.init(text) { table, tables, _ in holds(table, tables) }
  }

  init(_ text: String, holds: @escaping @Sendable (Table, [Table], Ledger) -> Bool) {
    self.text = text
    self.holds = holds
  }
}

/// Rows whose figures add up to those of other rows, apart for every value of some columns.
///
/// ```swift
/// RowSum(.level(.product), to: .level(.kind), by: [.kind])   // the products of each kind
/// ```
public struct RowSum: Sendable {
  public let parts: RowSet
  public let whole: RowSet
  public let columns: [ColumnName]

  init(_ parts: RowSet, to whole: RowSet, by columns: [ColumnName] = []) {
    self.parts = parts
    self.whole = whole
    self.columns = columns
  }

  /// All other rows, to those that hold the total in a column.
  static func toTotal(in column: ColumnName, by columns: [ColumnName] = []) -> RowSum {
    RowSum(
      .all.and(column, .total, isEqual: false), to: .all.and(column, .total), by: columns)
  }
}

/// Which rows of a table, by the words in some of their columns.
public struct RowSet: Sendable {
  /// A column that holds a word, or that holds any other.
  public struct Condition: Sendable {
    public let column: ColumnName
    public let level: Level
    public let isEqual: Bool
  }

  public private(set) var conditions: [Condition] = []

  static let all = RowSet()

  static func level(_ level: Level) -> RowSet { all.and(.level, level) }

  func and(_ column: ColumnName, _ level: Level, isEqual: Bool = true) -> RowSet {
    var rows = self
    rows.conditions.append(Condition(column: column, level: level, isEqual: isEqual))
    return rows
  }

  /// The rows of the set in a table.
  func rows(of table: Table) -> some Sequence<[Cell]> {
    let cells = conditions.map {
      (position: table.position(of: $0.column), cell: Cell.level($0.level), isEqual: $0.isEqual)
    }
    return table.rows.lazy.filter { row in
      cells.allSatisfy { (row[$0.position] == $0.cell) == $0.isEqual }
    }
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
  /// Net of the accepted lines that the triangle of declarations holds.
  case netInTriangle
  /// Net of the accepted lines in the period that the window is compared with.
  case netInComparison

  /// The amount in cents.
  func cents(in ledger: Ledger) -> Int64 {
    switch self {
    case .net: ledger.net
    case .netInWindow: ledger.netInWindow
    case .netInWindowWithSubsidies: ledger.netInWindow + ledger.subsidiesInWindow
    case .subsidiesInWindow: ledger.subsidiesInWindow
    case .netInTriangle: ledger.lines.netInTriangle
    case .netInComparison: ledger.lines.netInComparison
    }
  }
}

extension Ledger {
  /// Net of all accepted lines, in cents.
  public var net: Int64 { netPerMonth.reduce(0, +) }

  /// Net of the accepted lines in the reporting window, in cents.
  public var netInWindow: Int64 { placements.reduce(0) { $0 + $1.windowNet } }
}
