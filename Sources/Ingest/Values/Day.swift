/// A calendar day, as the number of days since 1970-01-01 (proleptic Gregorian).
public struct Day: Hashable, Comparable, Sendable {
  public let number: Int32

  public init(number: Int32) {
    self.number = number
  }

  /// The day of a year, month (1–12) and day (1–31); nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Month(year: year, month: month).dayCount else { return nil }
    self.number = Month(year: year, month: month).firstDay.number + Int32(day - 1)
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Year, month (1–12) and day of the month (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    // Years begin in March here, so that the leap day is the last of its year: then the month
    // lengths follow one linear formula. See Hinnant, "chrono-compatible date algorithms".
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  public var month: Month {
    let (year, month, _) = components
    return Month(year: year, month: month)
  }

  public var year: Int { components.year }

  /// `2017-10-15`.
  public var iso: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A calendar month, as the number of months since January of year 0.
public struct Month: Hashable, Comparable, Sendable {
  public let number: Int32

  public init(number: Int32) {
    self.number = number
  }

  /// The month 1–12 of a year.
  public init(year: Int, month: Int) {
    self.number = Int32(year * 12 + month - 1)
  }

  public static func < (a: Month, b: Month) -> Bool { a.number < b.number }

  public var year: Int { Int(number) / 12 }

  /// 1–12.
  public var monthOfYear: Int { Int(number) % 12 + 1 }

  public var firstDay: Day {
    let year = self.year - (monthOfYear <= 2 ? 1 : 0)
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let marchMonth = (monthOfYear + 9) % 12
    let dayOfYear = (153 * marchMonth + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Day(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  public var lastDay: Day {
    Day(number: Month(number: number + 1).firstDay.number - 1)
  }

  public var dayCount: Int {
    Int(Month(number: number + 1).firstDay.number - firstDay.number)
  }

  /// `2017-03`.
  public var iso: String {
    "\(padded(year, 4))-\(padded(monthOfYear, 2))"
  }
}

/// The decimal digits of a number that is not negative, with zeros in front up to `width`.
private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Day {
  /// The day of a text of the form `2017-10-15`; nil for any other form and for days that the
  /// calendar does not have.
  public init?(isoText text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    guard let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension Month {
  /// The month of a text of the form `2017-10`; nil for any other.
  public init?(isoText text: some StringProtocol) {
    guard let day = Day(isoText: "\(text)-01") else { return nil }
    self = day.month
  }
}
