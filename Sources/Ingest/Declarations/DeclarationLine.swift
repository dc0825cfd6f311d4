/// One accepted declaration line (declaratieregel), decoded: identifiers as indices, money in
/// cents, dates as day numbers.
public struct DeclarationLine: Sendable {
  /// Allocation index.
  public var allocation: Int32 = 0
  /// Product index.
  public var product: Int32 = 0
  /// Provider index.
  public var provider: Int32 = 0
  /// `declaratie_dagtekening`, days since 1970-01-01.
  public var declared: Int32 = 0
  /// First day of the product period, days since 1970-01-01.
  public var start: Int32 = 0
  /// Last day of the product period, days since 1970-01-01.
  public var end: Int32 = 0
  /// Net amount in cents: credits are negative.
  public var cents: Int64 = 0
  /// Volume in hundredths of the unit: credits are negative.
  public var volume: Int64 = 0
  /// In ten-thousandths of a euro per unit; ``noRate`` where none is given.
  public var rate: Int64 = DeclarationLine.noRate
  /// iWmo code of the unit.
  public var unit: UInt8 = 0
  /// National category 1–18; 0 where none is given.
  public var category: UInt8 = 0
  public var isCredit = false

  public static let noRate = Int64.min
}

/// The days that a date in declarations may have: 2000-01-01 up to and including 2099-12-30.
public enum DeclarationDays {
  /// Days since 1970-01-01.
  public static let first: Int32 = 10_957
  public static let last: Int32 = 47_480
  public static let count = Int(last - first) + 1
}
