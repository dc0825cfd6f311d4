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

/// A column's name and what its numbers mean.
public struct Column: Sendable, Equatable {
  public let name: String
  public let type: ColumnType

  public init(_ name: String, _ type: ColumnType) {
    self.name = name
    self.type = type
  }
}

/// What a column holds; it decides how a ``Cell/number(_:)`` is read.
public enum ColumnType: Sendable, Equatable {
  case text
  /// A whole number.
  case count
  /// Eurocents.
  case amount
  /// A fraction of one, in millionths.
  case share
  /// A quotient with this many decimals, in units of the last decimal.
  case ratio(decimals: Int)
  /// Months since year 0.
  case month

  /// The type's name in `report.json`.
  public var name: String {
    switch self {
    case .text: "tekst"
    case .count: "geheel"
    case .amount: "bedrag"
    case .share: "aandeel"
    case .ratio: "ratio"
    case .month: "maand"
    }
  }
}

/// One value of a table: exact, not yet formatted.
public enum Cell: Sendable, Equatable {
  case text(String)
  /// An integer in the unit of its column's type.
  case number(Int64)
  case empty

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
