extension OracleReport {
  /// A calendar day as it is written: year, month, day.
  struct Day: Hashable, Comparable, ExpressibleByStringLiteral {
    let year: Int
    let month: Int
    let day: Int

    /// Nil when the calendar has no such day.
    init?(year: Int, month: Int, day: Int) {
      guard (1...12).contains(month), day >= 1 else { return nil }
      guard day <= Self.length(ofMonth: month, year: year) else { return nil }
      self.year = year
      self.month = month
      self.day = day
    }

    /// A day written `2017-10-15`, perhaps with a time of midnight; nil for anything else.
    init?(_ text: Text) {
      var date = text.bytes[...]
      let marks = [UInt8(ascii: " "), UInt8(ascii: "T")]
      if let mark = date.firstIndex(where: marks.contains) {
        guard Self.isMidnight(Text(date[(mark + 1)...])) else { return nil }
        date = date[..<mark]
      }
      let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard parts.map(\.count) == [4, 2, 2] else { return nil }
      let numbers = parts.compactMap { Text($0).wholeNumber }
      guard numbers.count == 3 else { return nil }
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// `00:00`, `0:00:00`, `00:00:00.000`
    private static func isMidnight(_ time: Text) -> Bool {
      var zeros = time.description
      if zeros.hasPrefix("0:") { zeros = "0" + zeros }
      if zeros == "00:00" || zeros == "00:00:00" { return true }
      let fraction = zeros.dropFirst("00:00:00.".count)
      return zeros.hasPrefix("00:00:00.") && !fraction.isEmpty && fraction.allSatisfy { $0 == "0" }
    }

    init(stringLiteral text: String) {
      guard let day = Day(Text(text.utf8)) else { preconditionFailure("not a day") }
      self = day
    }

    static func < (a: Day, b: Day) -> Bool {
      (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    var calendarMonth: Month { Month(number: year * 12 + month - 1) }

    /// Whole years from this day (a birth) to another. In a year without 29 February, someone born
    /// on that day has a birthday on 1 March.
    func wholeYears(until other: Day) -> Int {
      let hadBirthday = (month, day) <= (other.month, other.day)
      return other.year - year - (hadBirthday ? 0 : 1)
    }
  }

  /// A calendar month, counted from January of year 0.
  struct Month: Hashable, Comparable {
    let number: Int

    static func < (a: Month, b: Month) -> Bool { a.number < b.number }

    /// `2017-03`.
    var iso: String {
      let year = String(number / 12)
      let month = String(number % 12 + 1)
      return String(repeating: "0", count: 4 - year.count) + year
        + "-" + String(repeating: "0", count: 2 - month.count) + month
    }
  }
}
