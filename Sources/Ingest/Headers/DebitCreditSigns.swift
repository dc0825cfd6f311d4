/// What the values of a column debet_credit mean: `D` or `C`, `af` or `bij`; where the column is
/// headed `credit`, the answer to that question as well. Case is ignored.
struct DebitCreditSigns {
  /// The header that asks a question, normalised.
  static let creditHeader = "credit"

  /// Whether `ja` and `nee`, `1` and `0` are signs.
  private let answersCredit: Bool

  init(_ header: Header) {
    let name = header.position(of: "debet_credit").map { HeaderName(header.names[$0]).normalised }
    answersCredit = name == Self.creditHeader
  }

  /// Whether a trimmed value says that a line is a credit; nil for what is no sign.
  @inline(__always)
  func isCredit(_ value: Bytes) -> Bool? {
    if value.count == 1 {
      switch asciiLowered(value[0]) {
      case UInt8(ascii: "d"): return false
      case UInt8(ascii: "c"): return true
      default: break
      }
    }
    return unusual(value)
  }

  @inline(never)
  private func unusual(_ value: Bytes) -> Bool? {
    if value.equalsIgnoringCase(Self.af) { return false }
    if value.equalsIgnoringCase(Self.bij) { return true }
    guard answersCredit else { return nil }
    if value.equalsIgnoringCase(Self.nee) || value.equalsIgnoringCase([0x30]) { return false }
    if value.equalsIgnoringCase(Self.ja) || value.equalsIgnoringCase([0x31]) { return true }
    return nil
  }

  private static let af = Array("af".utf8)
  private static let bij = Array("bij".utf8)
  private static let nee = Array("nee".utf8)
  private static let ja = Array("ja".utf8)
}
