/// Reads a number with what may stand around it: `€` or `EUR`, one sign, or parentheses for a minus;
/// and in it thousands and `,-` or `,--` for no cents. The slow lane of ``NumberDecoder``.
struct DecoratedNumber {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>
  /// 0 where there is none.
  private let decimal, thousands: UInt8
  private let mayHaveCurrency: Bool

  private var isBehindNumber = false
  private var signs = 0
  private var hasCurrency = false
  private var parentheses = Parentheses.none
  private var lacksCents = false

  private enum Parentheses { case none, open, closed }

  init(_ value: Bytes, decimal: UInt8, thousands: UInt8, mayHaveCurrency: Bool) {
    rest = value.buffer[...]
    self.decimal = decimal
    self.thousands = thousands
    self.mayHaveCurrency = mayHaveCurrency
  }

  /// Amounts below 100 billion euros: nearly a million of the greatest add up without overflow.
  private static let wholeDigitLimit = 11

  private static let minusSigns: [StaticString] = ["-", "\u{2212}"]
  private static let euroSigns: [StaticString] = ["€"]
  private static let noCents: [StaticString] = ["--", "-"]
  private static let blanks: [StaticString] = [" ", "\u{A0}", "\u{202F}"]

  /// Nil where the value is no number.
  mutating func read() -> ScaledNumber? {
    takeMarks()
    guard var number = digits() else { return nil }
    isBehindNumber = true
    takeMarks()
    guard rest.isEmpty, parentheses != .open, signs <= 1 else { return nil }
    if signs == 1 { number.mantissa = -number.mantissa }
    return number
  }

  /// Takes all that stands around the number on one side, with the blanks around that: blanks alone
  /// are not dropped.
  private mutating func takeMarks() {
    let start = rest
    skipBlanks()
    guard takeMark() else {
      rest = start
      return
    }
    repeat { skipBlanks() } while takeMark()
  }

  /// Takes a sign, a currency or a parenthesis, if one stands here and may.
  private mutating func takeMark() -> Bool {
    // Behind `,-` a minus would be read both ways.
    if !lacksCents, take(Self.minusSigns) {
      signs += 1
      return true
    }
    if mayHaveCurrency, !hasCurrency, take(Self.euroSigns) || takeCurrencyCode() {
      hasCurrency = true
      return true
    }
    if !isBehindNumber, parentheses == .none, rest.first == UInt8(ascii: "(") {
      parentheses = .open
      signs += 1
    } else if isBehindNumber, parentheses == .open, rest.first == UInt8(ascii: ")") {
      parentheses = .closed
    } else {
      return false
    }
    rest.removeFirst()
    return true
  }

  /// `EUR`, case ignored.
  private mutating func takeCurrencyCode() -> Bool {
    guard rest.count >= 3 else { return false }
    let code = Bytes(start: rest.base.baseAddress.unsafelyUnwrapped + rest.startIndex, count: 3)
    guard code.equalsIgnoringCase(Self.currencyCode) else { return false }
    rest.removeFirst(3)
    return true
  }

  private static let currencyCode = Array("eur".utf8)

  private mutating func skipBlanks() {
    while take(Self.blanks) {}
  }

  /// Digits in one group or in groups of exactly three, then decimals or none: `,-`, `,--`.
  private mutating func digits() -> ScaledNumber? {
    var number = ScaledNumber(mantissa: 0, decimals: 0)
    var digitCount = 0
    func take(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int {
      var count = 0
      while let byte = rest.first, byte &- 0x30 < 10 {
        digitCount += 1
        if digitCount <= 15 { number.mantissa = number.mantissa * 10 + Int64(byte &- 0x30) }
        count += 1
        rest.removeFirst()
      }
      return count
    }
    let leading = take(&rest)
    guard leading > 0 else { return nil }
    if thousands != 0, rest.first == thousands {
      guard leading <= 3 else { return nil }
      while rest.first == thousands {
        rest.removeFirst()
        guard take(&rest) == 3 else { return nil }
      }
    }
    if decimal != 0, rest.first == decimal {
      rest.removeFirst()
      if self.take(Self.noCents) {
        lacksCents = true
      } else {
        number.decimals = take(&rest)
        guard number.decimals > 0 else { return nil }
      }
    }
    guard digitCount <= 15, digitCount - number.decimals <= Self.wholeDigitLimit else { return nil }
    return number
  }

  /// Drops one of the texts from the front, if it stands there.
  private mutating func take(_ texts: [StaticString]) -> Bool {
    for text in texts {
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      if rest.starts(with: bytes) {
        rest.removeFirst(bytes.count)
        return true
      }
    }
    return false
  }
}
