/// How a file writes its values: a value of plain choices, with named presets.
public struct Dialect: Sendable, Hashable {
  /// The separator between fields (scheidingsteken), an ASCII byte.
  public var separator: UInt8
  /// The quote character (aanhalingsteken), an ASCII byte.
  public var quote: UInt8
  /// The decimal character (decimaal); nil where numbers have no decimals.
  public var decimal: UInt8?
  /// The character between groups of three digits (duizendtal); nil where there is none.
  public var thousands: UInt8?
  /// The date forms that are accepted (datum).
  public var dates: Set<DateForm>
  public var encoding: TextEncoding
  public var money: MoneyUnit
  /// Whether a lone `.` means that a value is missing, as in CBS StatLine exports.
  public var loneDotIsMissing: Bool

  public init(
    separator: UInt8, quote: UInt8 = UInt8(ascii: "\""), decimal: UInt8?, thousands: UInt8?,
    dates: Set<DateForm>, encoding: TextEncoding, money: MoneyUnit, loneDotIsMissing: Bool = false
  ) {
    self.separator = separator
    self.quote = quote
    self.decimal = decimal
    self.thousands = thousands
    self.dates = dates
    self.encoding = encoding
    self.money = money
    self.loneDotIsMissing = loneDotIsMissing
  }
}

/// The form of a date, which may have a time of midnight behind it; the raw value is its name in the
/// configuration.
public enum DateForm: String, CaseIterable, Sendable {
  /// `2017-10-15`
  case yearMonthDay = "jjjj-mm-dd"
  /// `15-10-2017`, `1-3-2017`
  case dayMonthYear = "dd-mm-jjjj"
  /// `15/10/2017`, `1/3/2017`
  case dayMonthYearSlashes = "dd/mm/jjjj"
  /// `15.10.2017`, `1.3.2017`
  case dayMonthYearPoints = "dd.mm.jjjj"
  /// `20171015`
  case compact = "jjjjmmdd"
}

/// What a whole number in a money column counts; the raw value is its name in the configuration.
public enum MoneyUnit: String, CaseIterable, Sendable {
  case euro
  case eurocent
}

extension Dialect {
  public static let iso = Dialect(
    separator: UInt8(ascii: ","), decimal: UInt8(ascii: "."), thousands: nil,
    dates: [.yearMonthDay], encoding: .utf8, money: .euro)

  public static let nlExcel = Dialect(
    separator: UInt8(ascii: ";"), decimal: UInt8(ascii: ","), thousands: UInt8(ascii: "."),
    dates: [.dayMonthYear], encoding: .windows1252, money: .euro)

  public static let nlUTF8 = Dialect(
    separator: UInt8(ascii: ";"), decimal: UInt8(ascii: ","), thousands: UInt8(ascii: "."),
    dates: [.dayMonthYear], encoding: .utf8, money: .euro)

  public static let iwmo = Dialect(
    separator: UInt8(ascii: ";"), decimal: nil, thousands: nil,
    dates: [.yearMonthDay, .compact], encoding: .utf8, money: .eurocent)

  public static let statline = Dialect(
    separator: UInt8(ascii: ";"), decimal: UInt8(ascii: ","), thousands: nil,
    dates: [.yearMonthDay], encoding: .utf8, money: .euro, loneDotIsMissing: true)

  /// The presets by their names in the configuration, in the order of the contract.
  public static let presets: [(name: String, dialect: Dialect)] = [
    ("iso", .iso), ("nl-excel", .nlExcel), ("nl-utf8", .nlUTF8), ("iwmo", .iwmo),
    ("statline", .statline),
  ]
}
