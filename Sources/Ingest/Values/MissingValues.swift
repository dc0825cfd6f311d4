/// The texts that mean "no value", case ignored; the empty text always does.
struct MissingValues: Sendable {
  private let tokens: [[UInt8]]
  /// Whether some token begins with a byte, so that nearly every value costs one look.
  private let mayBegin: [Bool]
  /// Whether some token begins as a number, a date or a code does; none of the contract's does.
  let mayBeNumber: Bool

  static let contractTokens = ["NULL", "n.v.t.", "-", "onbekend"]

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
    mayBeNumber = tokens.contains { token in
      token[0] &- 0x30 < 10 || (token[0] == UInt8(ascii: "-") && token.count > 1)
    }
  }

  @inline(__always)
  func contains(_ value: Bytes) -> Bool {
    value.count == 0 || (mayBegin[Int(value[0])] && isToken(value))
  }

  @inline(never)
  private func isToken(_ value: Bytes) -> Bool {
    let lowered = Array(value.string.lowercased().utf8)
    return tokens.contains(lowered)
  }
}
