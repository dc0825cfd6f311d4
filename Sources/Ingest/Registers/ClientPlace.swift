/// Where a client lives, below and above the district, each in its national form.
///
/// Twelve bytes: there are hundreds of thousands of clients.
public struct ClientPlace: Sendable, Equatable {
  private var municipalityDigits: Int32 = -1
  private var buurtNumber: Int32 = -1
  private var postcodeDigits: Int16 = -1
  /// The two letters; 0 where only four digits are given.
  private var postcodeLetters: (UInt8, UInt8) = (0, 0)

  /// `gemeente_code`, four digits.
  public var municipality: String? { Self.digits(municipalityDigits, width: 4) }

  /// `gemeente_code` as a number, below 10,000: its zeros in front are left out.
  public var municipalityNumber: Int32? { municipalityDigits < 0 ? nil : municipalityDigits }

  /// `buurt_code`, eight digits as a number: its zeros in front are left out.
  public var buurt: Int32? { buurtNumber < 0 ? nil : buurtNumber }

  /// The four digits of `postcode`.
  public var postcode4: String? { Self.digits(Int32(postcodeDigits), width: 4) }

  /// `postcode` as `1234AB`; nil without letters.
  public var postcode6: String? {
    guard postcodeLetters.0 != 0 else { return nil }
    let letters = [postcodeLetters.0, postcodeLetters.1]
    return postcode4.map { $0 + String(decoding: letters, as: UTF8.self) }
  }

  public init() {}

  public static func == (a: ClientPlace, b: ClientPlace) -> Bool {
    a.municipalityDigits == b.municipalityDigits && a.buurtNumber == b.buurtNumber
      && a.postcodeDigits == b.postcodeDigits && a.postcodeLetters == b.postcodeLetters
  }

  /// A code of so many digits; nil of a number below 0.
  private static func digits(_ number: Int32, width: Int) -> String? {
    number < 0 ? nil : code(number, width: width)
  }

  /// A code of so many digits, with its zeros in front.
  public static func code(_ number: Int32, width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

extension ClientPlace {
  /// Takes over `gemeente_code`; whether the value has its form.
  mutating func setMunicipality(_ value: Bytes, restoringZeros: Bool) -> Bool {
    let number = Self.number(value, .municipality, width: 4, restoringZeros: restoringZeros)
    municipalityDigits = number ?? -1
    return number != nil
  }

  /// Takes over `buurt_code`; whether the value has its form.
  mutating func setBuurt(_ value: Bytes, restoringZeros: Bool) -> Bool {
    let number = Self.number(value, .neighbourhood, width: 8, restoringZeros: restoringZeros)
    buurtNumber = number ?? -1
    return number != nil
  }

  /// Takes over `postcode`, four digits and two letters or none behind them, whether or not spaces
  /// stand between; whether the value has that form.
  mutating func setPostcode(_ value: Bytes) -> Bool {
    guard value.count >= 4, let digits = Self.number(value.slice(0, 4)) else { return false }
    var rest = value.slice(4, value.count)
    while rest.count > 0, rest[0] == 0x20 { rest = rest.slice(1, rest.count) }
    guard rest.count == 0 || rest.count == 2 else { return false }
    let letters = rest.buffer.map { $0 & 0xDF }
    guard letters.allSatisfy({ $0 &- 0x41 < 26 }) else { return false }
    postcodeDigits = Int16(digits)
    postcodeLetters = letters.isEmpty ? (0, 0) : (letters[0], letters[1])
    return true
  }

  /// A code of so many digits behind its own prefix or none, as a number.
  static func number(
    _ value: Bytes, _ prefix: Bytes.AreaPrefix, width: Int, restoringZeros: Bool
  ) -> Int32? {
    let code = value.areaPrefix == prefix ? value.withoutAreaPrefix : value
    let isWide = restoringZeros ? 1...width ~= code.count : code.count == width
    return isWide ? number(code) : nil
  }

  private static func number(_ digits: Bytes) -> Int32? {
    guard digits.buffer.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
    return digits.buffer.reduce(0) { $0 * 10 + Int32($1 &- 0x30) }
  }
}
