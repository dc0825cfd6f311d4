/// Reads the dates of a dialect as day numbers.
struct DateDecoder {
  private let acceptsISO, acceptsDayFirst, acceptsCompact: Bool
  /// What may stand between day, month and year, in that order.
  private let dayFirstMarks: [UInt8]
  /// `00-00-00` and `-00-0000` with the first of these marks.
  private let dayFirstHead, dayFirstTail: UInt64
  /// ``MonthStarts/days``, at hand: a global costs a check at every use.
  private let monthStarts: UnsafePointer<Int32>

  init(_ forms: Set<DateForm>) {
    monthStarts = MonthStarts.days
    acceptsISO = forms.contains(.yearMonthDay)
    acceptsCompact = forms.contains(.compact)
    dayFirstMarks = DateForm.allCases.filter(forms.contains).compactMap(\.dayFirstMark)
    acceptsDayFirst = !dayFirstMarks.isEmpty
    let mark = UInt64(dayFirstMarks.first ?? 0)
    dayFirstHead = 0x3030_0030_3000_3030 | mark << 16 | mark << 40
    dayFirstTail = 0x3030_3030_0030_3000 | mark | mark << 24
  }

  /// Days since 1970-01-01; nil when the value is no date in an accepted form.
  func day(_ value: Bytes) -> Int32? {
    if let day = usualDay(value) ?? unusualDay(value) { return day }
    guard let date = value.withoutMidnight else { return nil }
    return usualDay(date) ?? unusualDay(date)
  }

  /// Dates of other widths, and with another mark than the first.
  private func unusualDay(_ value: Bytes) -> Int32? {
    for mark in dayFirstMarks {
      if let day = dayFirst(value, mark: mark) { return day }
    }
    guard acceptsCompact, value.count == 8 else { return nil }
    return number(year: digits(value, 0, 4), month: digits(value, 4, 6), day: digits(value, 6, 8))
  }

  /// What ``day(_:)`` says of a date of ten characters; nil means nothing.
  @inline(__always)
  func usualDay(_ value: Bytes) -> Int32? {
    guard value.count == 10 else { return nil }
    if acceptsISO, let day = iso(value) { return day }
    return acceptsDayFirst ? dayFirst(value) : nil
  }

  /// `2017-10-15`: the first eight bytes `2017-10-` and the last eight `17-10-15`.
  @inline(__always)
  private func iso(_ value: Bytes) -> Int32? {
    let raw = UnsafeRawPointer(value.start)
    // What is left of digits and dashes: 0 to 9, and 0.
    let head = raw.loadUnaligned(as: UInt64.self) ^ 0x2D30_302D_3030_3030
    let tail = raw.loadUnaligned(fromByteOffset: 2, as: UInt64.self) ^ 0x3030_2D30_302D_3030
    // Nothing may be left of a dash, and at most 9 of a digit: more sets the highest bit.
    let excess = (head &+ 0x7F76_767F_7676_7676) | (tail &+ 0x7676_7F76_767F_7676) | head | tail
    guard excess & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = head &* 10 &+ (head >> 8)
    let lastPair = tail &* 10 &+ (tail >> 8)
    let year = Int(pairs & 0xFF) * 100 + Int(pairs >> 16 & 0xFF)
    return number(year: year, month: Int(pairs >> 40 & 0xFF), day: Int(lastPair >> 48 & 0xFF))
  }

  /// `15-10-2017`: the first eight bytes `15-10-20` and the last eight `-10-2017`.
  @inline(__always)
  private func dayFirst(_ value: Bytes) -> Int32? {
    let raw = UnsafeRawPointer(value.start)
    let head = raw.loadUnaligned(as: UInt64.self) ^ dayFirstHead
    let tail = raw.loadUnaligned(fromByteOffset: 2, as: UInt64.self) ^ dayFirstTail
    let excess = (head &+ 0x7676_7F76_767F_7676) | (tail &+ 0x7676_7676_7F76_767F) | head | tail
    guard excess & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = head &* 10 &+ (head >> 8)
    let yearPairs = tail &* 10 &+ (tail >> 8)
    let year = Int(yearPairs >> 32 & 0xFF) * 100 + Int(yearPairs >> 48 & 0xFF)
    return number(year: year, month: Int(pairs >> 24 & 0xFF), day: Int(pairs & 0xFF))
  }

  /// `1-3-2017`: day and month with one digit or two.
  private func dayFirst(_ value: Bytes, mark: UInt8) -> Int32? {
    guard value.count >= 8, value.count <= 10 else { return nil }
    let first = value[1] == mark ? 1 : 2
    let second = value.count - 5
    guard value[first] == mark, value[second] == mark, second - first >= 2, second - first <= 3
    else { return nil }
    return number(
      year: digits(value, second + 1, value.count), month: digits(value, first + 1, second),
      day: digits(value, 0, first))
  }

  /// The number in bytes `lower ..< upper`; negative when one of them is no digit.
  @inline(__always)
  private func digits(_ value: Bytes, _ lower: Int, _ upper: Int) -> Int {
    var result = 0
    var worst: UInt8 = 0
    for index in lower..<upper {
      let digit = value[index] &- 0x30
      worst = max(worst, digit)
      result = result * 10 + Int(digit)
    }
    return worst > 9 ? -1 : result
  }

  @inline(__always)
  private func number(year: Int, month: Int, day: Int) -> Int32? {
    guard year >= 0, month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
    let index = (year - MonthStarts.firstYear) * 12 + month - 1
    guard index >= 0, index < MonthStarts.count else {
      return Day(year: year, month: month, day: day)?.number
    }
    let number = monthStarts[index] + Int32(day - 1)
    return number < monthStarts[index + 1] ? number : nil
  }
}

extension DateForm {
  /// What stands between day, month and year where they come in that order.
  fileprivate var dayFirstMark: UInt8? {
    switch self {
    case .dayMonthYear: UInt8(ascii: "-")
    case .dayMonthYearSlashes: UInt8(ascii: "/")
    case .dayMonthYearPoints: UInt8(ascii: ".")
    case .yearMonthDay, .compact: nil
    }
  }
}

/// The first day of every month of the years in which lines lie, so that a date costs two loads.
private enum MonthStarts {
  static let firstYear = 1990
  static let count = 12 * 120
  /// One more than `count`: the end of the last month. It lives as long as the program.
  nonisolated(unsafe) static let days: UnsafePointer<Int32> = {
    let days = UnsafeMutablePointer<Int32>.allocate(capacity: count + 1)
    for index in 0...count {
      days[index] = Month(number: Int32(firstYear * 12 + index)).firstDay.number
    }
    return UnsafePointer(days)
  }()
}

extension Bytes {
  /// A date without the time of midnight behind it, as databases and spreadsheets write one:
  /// ` 00:00`, ` 0:00:00`, `T00:00:00.000`; nil where there is no such time.
  var withoutMidnight: Bytes? {
    guard
      let mark = buffer.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") })
    else { return nil }
    var time = buffer[(mark + 1)...]
    let hours = time.takeZeros()
    guard hours == 1 || hours == 2, time.take(":"), time.takeZeros() == 2 else { return nil }
    if time.take(":") {
      guard time.takeZeros() == 2, !time.take(".") || time.takeZeros() > 0 else { return nil }
    }
    guard time.isEmpty else { return nil }
    return slice(0, mark)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Drops the zeros in front; how many there were.
  fileprivate mutating func takeZeros() -> Int {
    let zeros = prefix { $0 == UInt8(ascii: "0") }
    self = dropFirst(zeros.count)
    return zeros.count
  }

  /// Drops a character from the front, if it stands there.
  fileprivate mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }
}
