/// The typed values of a row.
extension RegisterRow {
  /// An AGB code of eight digits; valid until the next code is read.
  @inline(__always)
  func agb(_ column: Int) -> Bytes? {
    guard let value = text(column) else { return nil }
    let code = value.count == 8 ? value : restored(value, width: 8)
    guard code.count == 8, code.buffer.allSatisfy({ $0 &- 0x30 <= 9 }) else {
      note(.form(.agb), at: column)
      return nil
    }
    return code
  }

  func requiredAGB(_ column: Int) -> Bytes? {
    requiredText(column) == nil ? nil : agb(column)
  }

  @inline(__always)
  func day(_ column: Int) -> Day? {
    decoded(column, .day) { columns.dates.day($0).map(Day.init) }
  }

  func requiredDay(_ column: Int) -> Day? {
    requiredText(column) == nil ? nil : day(column)
  }

  /// A last day: nil where it is open, in any of the ways in which the field writes that.
  @inline(__always)
  func openDay(_ column: Int) -> Day? {
    day(column).flatMap(Self.closed)
  }

  /// A last day; nil for one of the ways in which the field writes that it is open.
  @inline(__always)
  static func closed(_ day: Day) -> Day? { openEnds.contains(day) ? nil : day }

  /// In cents.
  func cents(_ column: Int) -> Int64? {
    decoded(column, .cents, columns.numbers.cents)
  }

  func requiredCents(_ column: Int) -> Int64? {
    requiredText(column) == nil ? nil : cents(column)
  }

  /// In ten-thousandths of a euro.
  func requiredRate(_ column: Int) -> Int64? {
    requiredText(column) == nil ? nil : decoded(column, .rate, columns.numbers.rate)
  }

  /// In ten-thousandths of a percent.
  func percent(_ column: Int) -> Int64? {
    decoded(column, .percent, columns.numbers.percent)
  }

  /// One of the words of a list, case ignored.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: Int, _ form: RegisterForm, _ list: Word.Type
  ) -> Word? where Word.RawValue == String {
    decoded(column, form) { value in
      list.allCases.first { value.equalsIgnoringCase(Array($0.rawValue.utf8)) }
    }
  }

  /// In hundredths of a unit.
  @inline(__always)
  func volume(_ column: Int) -> Int64? {
    decoded(column, .volume) { columns.numbers.volume($0) }
  }

  func count(_ column: Int) -> Int? {
    decoded(column, .count, columns.numbers.count)
  }

  /// Four digits without any decoration, 1800–2199.
  func year(_ column: Int) -> Int? {
    decoded(column, .year, Self.year)
  }

  static func year(_ value: Bytes) -> Int? {
    guard value.count == 4, value.buffer.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
    let year = value.buffer.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    return (1800...2199).contains(year) ? year : nil
  }

  func requiredYear(_ column: Int) -> Int? {
    requiredText(column) == nil ? nil : year(column)
  }

  @inline(__always)
  func unit(_ column: Int) -> Unit? {
    code(column, .unit).flatMap { Unit(rawValue: $0) }
  }

  @inline(__always)
  func category(_ column: Int) -> UInt8? {
    code(column, .category)
  }

  /// A code of the list `frequentie`, which is one digit wide.
  @inline(__always)
  func frequency(_ column: Int) -> UInt8? {
    decoded(column, .frequency) { value in
      guard value.count == 1, CodeList.frequencies.contains(value[0] &- 0x30) else { return nil }
      return value[0] &- 0x30
    }
  }

  func provisionKind(_ column: Int) -> ProvisionKind? {
    decoded(column, .provisionKind) { value in
      ProvisionKind.allCases.first { kind in withBytes(of: kind.code) { $0.equals(value) } }
    }
  }

  @inline(__always)
  private func decoded<Value>(
    _ column: Int, _ form: RegisterForm, _ decode: (Bytes) -> Value?
  ) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = decode(text) { return value }
    note(.form(form), at: column)
    return nil
  }

  @inline(__always)
  private func code(_ column: Int, _ list: CodeList) -> UInt8? {
    guard let text = text(column) else { return nil }
    switch list.outcome(text, restoringZeros: columns.restoresZeros) {
    case .code(let code): return code
    case .malformed: note(.form(.code), at: column)
    case .unknown: note(.unknownCode, at: column)
    }
    return nil
  }
}

/// 31-12-9999, 31-12-2099 and 01-01-1900.
private let openEnds = [(9999, 12, 31), (2099, 12, 31), (1900, 1, 1)].compactMap {
  Day(year: $0.0, month: $0.1, day: $0.2)
}
