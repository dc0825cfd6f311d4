/// Whether the values of an unknown column are nothing but signs of debit and credit.
struct SignSketch {
  /// The pairs of signs, debit first, in lower case.
  private static let pairs: [(debit: [[UInt8]], credit: [UInt8])] = [
    (["d"], "c"), (["debet", "debit"], "credit"), (["af"], "bij"), (["s"], "h"), (["+"], "-"),
  ].map { (debit: $0.0.map { Array($0.utf8) }, credit: Array($0.1.utf8)) }
  private static let plusMinus = 4

  /// False once there was another value.
  private(set) var isOpen: Bool
  /// Two bits a pair: debit, credit.
  private var seen: UInt16 = 0

  init(isOpen: Bool) { self.isOpen = isOpen }

  /// Takes in a trimmed value that is not empty; what is missing counts for nothing.
  @inline(never)
  mutating func add(_ value: Bytes, _ missing: MissingValues) {
    for (index, pair) in Self.pairs.enumerated() {
      if pair.debit.contains(where: { value.equalsIgnoringCase($0) }) {
        seen |= 1 << UInt16(2 * index)
        return
      }
      if value.equalsIgnoringCase(pair.credit) {
        seen |= 2 << UInt16(2 * index)
        return
      }
    }
    if !missing.contains(value) { isOpen = false }
  }

  mutating func merge(_ other: SignSketch) {
    isOpen = isOpen && other.isOpen
    seen |= other.seen
  }

  /// Whether a column with these values alone looks like debet_credit.
  ///
  /// There must be credits among them. Of letters that say something else as a rule (`S` and `H`)
  /// and of `-`, which may stand for a missing value, the debits as well.
  var isSuspect: Bool {
    var signs = (0..<Self.pairs.count).map { seen >> UInt16(2 * $0) & 3 }
    if signs[Self.plusMinus] == 2 { signs[Self.plusMinus] = 0 }
    guard isOpen, signs.count(where: { $0 != 0 }) == 1,
      let pair = signs.firstIndex(where: { $0 != 0 })
    else { return false }
    return signs[pair] == 3 || (signs[pair] == 2 && pair < 3)
  }

  /// Whether debet_credit takes these signs as they stand.
  var isReadable: Bool { seen & ~0b110011 == 0 }
}
