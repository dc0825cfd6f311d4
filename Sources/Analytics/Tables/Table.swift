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

/// One value of a table: exact, not yet formatted. Texts are equal when their bytes are.
public enum Cell: Sendable, Hashable {
  case text(String)
  /// An integer in the unit of its column's type.
  case number(Int64)
  case empty
  /// A figure that a publication edition does not show, or one that follows from such.
  case hidden

  public static func == (a: Cell, b: Cell) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)): ByteWise(a) == ByteWise(b)
    case (.number(let a), .number(let b)): a == b
    case (.empty, .empty), (.hidden, .hidden): true
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text): ByteWise(text).hash(into: &hasher)
    case .number(let number): hasher.combine(number)
    case .empty: hasher.combine(0 as UInt8)
    case .hidden: hasher.combine(1 as UInt8)
    }
  }

  /// How a hidden figure is written, in every format.
  public static let hiddenText = "x"

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

/// A column's name, what its numbers mean, and what it does in its table.
public struct Column: Sendable, Equatable {
  public let name: ColumnName
  public let type: ColumnType
  public let role: ColumnRole

  public init(name: ColumnName, type: ColumnType, role: ColumnRole) {
    (self.name, self.type, self.role) = (name, type, role)
  }

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
  case productGroup = "product_groep"
  case month = "maand"
  case district = "gebied"
  case concern
  /// A path of several product groups (traject).
  case path = "traject"
  /// All that have no row of their own.
  case other = "overig"
  case recipient = "ontvanger"
  /// An estimate of its own beside a total.
  case check = "controle"
  /// A lot (perceel) of contracts.
  case lot = "perceel"
  /// Two concerns between which clients switch.
  case pair = "paar"
  case function = "functie"
  /// The earlier of two periods, and the later one.
  case before = "voor"
  case after = "na"
  /// One of the blocks of which a budget is built.
  case block = "bouwsteen"
  /// What a total differs from the amount that it is compared with.
  case discrepancy = "verschil"
  /// A line of a budget.
  case line = "regel"
  /// Funding by effort (price × quantity): what was paid.
  case effort = "inspanning"
  case total = "totaal"
  case unknown = "onbekend"
}

/// What a column holds; it decides how a ``Cell/number(_:)`` is read.
public enum ColumnType: Sendable, Equatable {
  case text
  /// A whole number.
  case count
  /// A calendar year: a whole number of which no digits are grouped.
  case year
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
    case .count, .year: "geheel"
    case .amount: "bedrag"
    case .share: "aandeel"
    case .ratio: "ratio"
    case .month: "maand"
    }
  }
}
