/// A column's name, what its numbers mean, and what it does in its table.
public struct Column: Sendable, Equatable {
  public let name: ColumnName
  public let type: ColumnType
  public let role: ColumnRole

  /// Part of what names a row.
  public static func key(_ name: ColumnName, _ type: ColumnType = .text) -> Column {
    Column(name: name, type: type, role: .key)
  }

  /// Words about what the keys name.
  public static func text(_ name: ColumnName) -> Column {
    Column(name: name, type: .text, role: .description)
  }

  public static func count(_ name: ColumnName) -> Column {
    Column(name: name, type: .count, role: .count)
  }

  public static func amount(_ name: ColumnName) -> Column {
    Column(name: name, type: .amount, role: .amount)
  }

  /// A figure that follows from those of other columns.
  public static func derived(
    _ name: ColumnName, _ type: ColumnType, from columns: ColumnName...
  ) -> Column {
    Column(name: name, type: type, role: .derived(from: columns))
  }
}

/// What a column does in its table.
public enum ColumnRole: Sendable, Equatable {
  /// Part of what names a row: no two rows of a table have the same keys.
  case key
  /// Says more of what the keys name.
  case description
  /// Counted anew in every row; a total is not the sum of its parts.
  case count
  /// Adds up, in a table with a ``Balance`` as that says.
  case amount
  /// Computed from these columns of the table, and from others' where they do not suffice.
  case derived(from: [ColumnName])
}

/// The name of a column, as in CSV files and `report.json`.
///
/// What several tables have stands here; a column of one table stands beside that table.
public struct ColumnName: Sendable, Hashable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }
}

extension ColumnName {
  public static let level = ColumnName("niveau")
  public static let kind = ColumnName("voorzieningsoort")
  public static let productCode = ColumnName("product_code")
  public static let productGroup = ColumnName("product_groep")
  public static let description = ColumnName("omschrijving")
  public static let groupCount = ColumnName("aantal_groepen")
  public static let indications = ColumnName("indicaties")
  public static let clients = ColumnName("clienten")
  public static let providers = ColumnName("aanbieders")
  public static let amount = ColumnName("bedrag")
  public static let amountPerClient = ColumnName("bedrag_per_client")
  public static let share = ColumnName("aandeel")
}

/// The words of the column `niveau`, and those that stand in a key for all or for none.
public enum Level: String, Sendable {
  case product
  case kind = "voorzieningsoort"
  case recipient = "ontvanger"
  case total = "totaal"
  case unknown = "onbekend"
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
