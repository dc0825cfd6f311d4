/// The texts that mean "no value", case ignored; the empty text always does.
struct MissingValues: Sendable {
  private let tokens: [[UInt8]]
  /// Whether some token begins with a byte, so that nearly every value costs one look.
  private let mayBegin: [Bool]
  /// Whether some token may be read as a number, a date or a code; none of the contract's may.
  let mayBeNumber: Bool

  static let contractTokens = [
    "NULL", "(null)", "\\N", "None", "NaN", "NA", "N/A", "nvt", "n.v.t.", "-", "--", "onbekend",
  ]

  /// `tokens` nil: those of the contract.
  init(tokens: [String]?, dialect: Dialect) {
    var texts = tokens ?? Self.contractTokens
    if dialect.loneDotIsMissing { texts.append(".") }
    let tokens = texts.map { Array($0.lowercased().utf8) }.filter { !$0.isEmpty }
    var mayBegin = [Bool](repeating: false, count: 256)
    for token in tokens {
      if token[0] < 0x80 {
        mayBegin[Int(token[0])] = true
        mayBegin[Int(token[0] &- 0x61 < 26 ? token[0] & 0xDF : token[0])] = true
      } else {
        // The case of a letter outside ASCII may change its bytes.
        for byte in 0x80..<0x100 { mayBegin[byte] = true }
      }
    }
    self.tokens = tokens
    self.mayBegin = mayBegin
    mayBeNumber = tokens.contains(where: Self.mayBeNumber)
  }

  /// Whether a token begins as every number, date and code does: with a digit, or a minus and one.
  private static func mayBeNumber(_ token: [UInt8]) -> Bool {
    let digits = token[0] == UInt8(ascii: "-") ? token.dropFirst() : token[...]
    return digits.first.map { $0 &- 0x30 < 10 } ?? false
  }

  @inline(__always)
  func contains(_ value: Bytes) -> Bool {
    value.count == 0 || (mayBegin[Int(value[0])] && isToken(value))
  }

  @inline(never)
  private func isToken(_ value: Bytes) -> Bool {
    // Values in ASCII are compared where they stand.
    if tokens.contains(where: { value.equalsIgnoringCase($0) }) { return true }
    guard !value.buffer.allSatisfy({ $0 < 0x80 }) else { return false }
    let lowered = Array(value.string.lowercased().utf8)
    return tokens.contains(lowered)
  }
}

extension MissingValues {
  /// `texts` as in ``Configuration/missingTexts``: nil for those of the contract. Their order plays
  /// no part, for a value is missing or not.
  init(_ texts: Set<String>?, dialect: Dialect) {
    self.init(tokens: texts.map { Array($0) }, dialect: dialect)
  }
}
