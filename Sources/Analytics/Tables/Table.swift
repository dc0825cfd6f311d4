/// A finished table: typed columns and rows of exact numbers, ready for any format.
public struct Table: Sendable {
  /// The name in file names and reports, for instance `product-gebruik`.
  public let name: String
  /// One line in Dutch.
  public let title: String
  /// How the figures are counted, in Dutch; the same text in `report.json` and `wmo-etl tables`.
  public let countingRules: [String]
  public let columns: [Column]
  public let rows: [[Cell]]

  public init(
    name: String, title: String, countingRules: [String], columns: [Column], rows: [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.countingRules = countingRules
    self.columns = columns
    self.rows = rows
  }
}

extension Table {
  /// Where a column stands. To ask for one that the table does not declare is a defect.
  public func position(of column: ColumnName) -> Int {
    guard let position = columns.firstIndex(where: { $0.name == column }) else {
      preconditionFailure("table \(name) has no column \(column.text)")
    }
    return position
  }

  /// The cell in a column of one of its rows.
  public func cell(_ row: [Cell], _ column: ColumnName) -> Cell { row[position(of: column)] }

  /// The text in a column; "" where there is none.
  public func text(_ row: [Cell], _ column: ColumnName) -> String {
    guard case .text(let text) = cell(row, column) else { return "" }
    return text
  }

  /// The number in a column; nil where there is none.
  public func number(_ row: [Cell], _ column: ColumnName) -> Int64? {
    guard case .number(let number) = cell(row, column) else { return nil }
    return number
  }

  /// Whether a column, `niveau` unless another is given, holds this word.
  public func holds(_ row: [Cell], _ level: Level, in column: ColumnName = .level) -> Bool {
    cell(row, column) == .level(level)
  }

  /// The rows of one level.
  public func rows(at level: Level) -> [[Cell]] { rows.filter { holds($0, level) } }

  /// The rows whose column holds this text.
  public func rows(_ column: ColumnName, _ text: String) -> [[Cell]] {
    rows.filter { self.text($0, column) == text }
  }
}

/// One value of a table: exact, not yet formatted.
public enum Cell: Sendable, Hashable {
  case text(String)
  /// An integer in the unit of its column's type.
  case number(Int64)
  case empty

  public static func level(_ level: Level) -> Cell { .text(level.rawValue) }

  /// A count.
  public static func count(_ value: Int) -> Cell { .number(Int64(value)) }

  /// `numerator / denominator`, in steps of `10^-decimals`, half away from zero; empty over 0.
  ///
  /// The only place where a figure is rounded.
  public static func quotient(_ numerator: Int64, _ denominator: Int64, decimals: Int) -> Cell {
    quotient(Int128(numerator), Int128(denominator), decimals: decimals)
  }

  public static func quotient(_ numerator: Int128, _ denominator: Int128, decimals: Int) -> Cell {
    guard denominator != 0 else { return .empty }
    var scale: UInt128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let divisor = denominator.magnitude
    // Squares of cents times a scale may need more than 128 bits.
    let (quotient, remainder) = divisor.dividingFullWidth(
      numerator.magnitude.multipliedFullWidth(by: scale))
    let rounded = remainder >= divisor - remainder ? quotient + 1 : quotient
    return .number((numerator < 0) != (denominator < 0) ? -Int64(rounded) : Int64(rounded))
  }

  /// `part / whole` as a share in millionths; empty where the whole is 0.
  public static func share(_ part: Int64, of whole: Int64) -> Cell {
    quotient(part, whole, decimals: 6)
  }

  /// Cents per head (client, indication, inhabitant), rounded to the cent; empty where there is none.
  public static func cents(_ cents: Int64, per count: Int) -> Cell {
    quotient(cents, Int64(count), decimals: 0)
  }
}
