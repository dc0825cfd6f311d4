/// Reads the numbers of a dialect exactly: no floating point, no guess.
struct NumberDecoder {
  private let decimal: UInt8
  private let thousands: UInt8
  /// Decimals of a cent: 2 where money is in euros.
  private let moneyDecimals: Int

  init(_ dialect: Dialect) {
    // 0 stands for "none": a NUL never gets this far.
    decimal = dialect.decimal ?? 0
    thousands = dialect.thousands ?? 0
    moneyDecimals = dialect.money == .euro ? 2 : 0
  }

  /// An amount (bedrag) in cents; nil when the value is none.
  func cents(_ value: Bytes) -> Int64? {
    let number = plain(value) ?? decorated(value, allowsEuroSign: true)
    return number?.scaled(toDecimals: moneyDecimals)
  }

  /// A rate (tarief) in ten-thousandths of a euro; nil when the value is none.
  func rate(_ value: Bytes) -> Int64? {
    let number = plain(value) ?? decorated(value, allowsEuroSign: true)
    return number?.scaled(toDecimals: moneyDecimals + 2)
  }

  /// A volume in hundredths of its unit; nil when the value is none.
  func volume(_ value: Bytes) -> Int64? {
    let number = plain(value) ?? decorated(value, allowsEuroSign: false)
    return number?.scaled(toDecimals: 2)
  }

  /// What ``cents(_:)`` says of a value without blanks, with a minus in front at most; nil means
  /// nothing.
  @inline(__always)
  func usualCents(_ value: Bytes) -> Int64? { signed(value)?.scaled(toDecimals: moneyDecimals) }

  /// What ``rate(_:)`` says of a value without signs and blanks; nil means nothing.
  @inline(__always)
  func usualRate(_ value: Bytes) -> Int64? { plain(value)?.scaled(toDecimals: moneyDecimals + 2) }

  /// What ``volume(_:)`` says of a value without blanks, with a minus in front at most; nil means
  /// nothing.
  @inline(__always)
  func usualVolume(_ value: Bytes) -> Int64? { signed(value)?.scaled(toDecimals: 2) }

  /// A whole number without any sign, as years and inhabitants are; thousands may be set off.
  func count(_ value: Bytes) -> Int? {
    guard value[0] &- 0x30 < 10,
      let number = plain(value) ?? decorated(value, allowsEuroSign: false)
    else { return nil }
    return number.scaled(toDecimals: 0).map { Int($0) }
  }

  /// Digits, perhaps a thousands character, perhaps the decimal character and digits, in at most
  /// eight bytes: nearly every number there is.
  @inline(__always)
  private func plain(_ value: Bytes) -> ScaledNumber? {
    guard value.count <= 8, value.count > 0 else { return nil }
    var eight = EightBytes(rightAligned: value)
    var digits = value.count
    var decimals = 0
    if decimal != 0, let behind = eight.remove(decimal) {
      decimals = behind
      digits -= 1
      // Digits on both sides of the decimal character.
      guard decimals > 0, decimals < digits else { return nil }
    }
    if thousands != 0, let behind = eight.remove(thousands) {
      digits -= 1
      // One group of three behind one of at most three; more groups do not fit in eight bytes.
      guard behind == decimals + 3, digits > behind, digits <= behind + 3 else { return nil }
    }
    return eight.number(digits: digits).map { ScaledNumber(mantissa: $0, decimals: decimals) }
  }

  @inline(__always)
  private func signed(_ value: Bytes) -> ScaledNumber? {
    guard value.count > 1, value[0] == UInt8(ascii: "-") else { return plain(value) }
    guard var number = plain(value.slice(1, value.count)) else { return nil }
    number.mantissa = -number.mantissa
    return number
  }

  /// A number with what may stand around it: one sign, `€`, parentheses, thousands, `,-`.
  @inline(never)
  private func decorated(_ value: Bytes, allowsEuroSign: Bool) -> ScaledNumber? {
    var rest = ArraySlice(value.buffer)
    var signs = 0
    var isParenthesised = false
    var hasEuroSign = false
    front: while true {
      rest.dropBlanks()
      switch true {
      case rest.take(minusSigns): signs += 1
      case allowsEuroSign && !hasEuroSign && rest.take([euroSign]): hasEuroSign = true
      case !isParenthesised && rest.take(["("]):
        isParenthesised = true
        signs += 1
      default: break front
      }
    }
    guard var number = digits(&rest) else { return nil }
    rest.dropBlanks()
    if rest.take(minusSigns) { signs += 1 }
    rest.dropBlanks()
    if isParenthesised, !rest.take([")"]) { return nil }
    guard rest.isEmpty, signs <= 1 else { return nil }
    if signs == 1 { number.mantissa = -number.mantissa }
    return number
  }

  /// Digits in one group or in groups of exactly three, then decimals or `,-`.
  ///
  /// A number of more than ``wholeDigitLimit`` digits before its decimals is none.
  private func digits(_ rest: inout ArraySlice<UInt8>) -> ScaledNumber? {
    var number = ScaledNumber(mantissa: 0, decimals: 0)
    var digitCount = 0
    func take(_ rest: inout ArraySlice<UInt8>) -> Int {
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
      if rest.first == UInt8(ascii: "-") {
        rest.removeFirst()
      } else {
        number.decimals = take(&rest)
        guard number.decimals > 0 else { return nil }
      }
    }
    guard digitCount <= 15, digitCount - number.decimals <= wholeDigitLimit else { return nil }
    return number
  }
}

/// `mantissa × 10^-decimals`.
private struct ScaledNumber {
  var mantissa: Int64
  var decimals: Int

  /// The number in units of `10^-wanted`; nil when it has more decimals than that.
  @inline(__always)
  func scaled(toDecimals wanted: Int) -> Int64? {
    let missing = wanted &- decimals
    guard missing >= 0 else { return nil }
    // Ten, a hundred, a thousand and ten thousand, sixteen bits each: a jump would be guessed wrong.
    let powers: UInt64 = 10_000 << 48 | 1000 << 32 | 100 << 16 | 10
    let power = powers &>> UInt64(truncatingIfNeeded: 16 &* (missing &- 1)) & 0xFFFF
    return missing == 0 ? mantissa : mantissa &* Int64(truncatingIfNeeded: power)
  }
}

/// Amounts below 100 billion euros: nearly a million of the greatest add up without overflow.
private let wholeDigitLimit = 11

private let minusSigns: [StaticString] = ["-", "\u{2212}"]
private let euroSign: StaticString = "€"

extension ArraySlice<UInt8> {
  /// Drops one of the tokens from the front, if it stands there.
  fileprivate mutating func take(_ tokens: [StaticString]) -> Bool {
    for token in tokens {
      let bytes = UnsafeBufferPointer(start: token.utf8Start, count: token.utf8CodeUnitCount)
      if starts(with: bytes) {
        removeFirst(bytes.count)
        return true
      }
    }
    return false
  }

  /// Drops spaces, NBSP and narrow NBSP from the front.
  fileprivate mutating func dropBlanks() {
    while take([" ", "\u{A0}", "\u{202F}"]) {}
  }
}
