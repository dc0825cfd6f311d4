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
    let number = plain(value) ?? decorated(value, mayBeMoney: true)
    return number?.scaled(toDecimals: moneyDecimals)
  }

  /// A rate (tarief) in ten-thousandths of a euro; nil when the value is none.
  func rate(_ value: Bytes) -> Int64? {
    let number = plain(value) ?? decorated(value, mayBeMoney: true)
    return number?.scaled(toDecimals: moneyDecimals + 2)
  }

  /// A volume in hundredths of its unit; nil when the value is none.
  func volume(_ value: Bytes) -> Int64? {
    let number = plain(value) ?? decorated(value, mayBeMoney: false)
    return number?.scaled(toDecimals: 2)
  }

  /// A percentage, without its sign `%`, in ten-thousandths of a percent; nil when the value is none.
  func percent(_ value: Bytes) -> Int64? {
    let number = plain(value) ?? decorated(value, mayBeMoney: false)
    return number?.scaled(toDecimals: 4)
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
    guard value[0] &- 0x30 < 10, value[value.count - 1] &- 0x30 < 10,
      let number = plain(value) ?? decorated(value, mayBeMoney: false)
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

  /// A number with what may stand around it.
  @inline(never)
  private func decorated(_ value: Bytes, mayBeMoney: Bool) -> ScaledNumber? {
    var number = DecoratedNumber(
      value, decimal: decimal, thousands: thousands, mayHaveCurrency: mayBeMoney)
    return number.read()
  }
}

/// `mantissa × 10^-decimals`.
struct ScaledNumber {
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
