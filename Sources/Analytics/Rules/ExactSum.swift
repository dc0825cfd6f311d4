/// A sum of fractions of different denominators, exact.
///
/// The numerators of each denominator are added up apart, so that adding never rounds and the order
/// of adding does not matter.
struct ExactSum {
  private var whole: Int128 = 0
  /// Numerator by denominator; most sums have none or one.
  private var parts: [(denominator: Int64, numerator: Int128)] = []

  /// Adds `numerator / denominator`, the latter above 0.
  mutating func add(_ numerator: Int128, over denominator: Int64) {
    if denominator == 1 {
      whole += numerator
    } else if let index = parts.firstIndex(where: { $0.denominator == denominator }) {
      parts[index].numerator += numerator
    } else {
      parts.append((denominator, numerator))
    }
  }

  /// Whether the sum is above a whole number.
  func exceeds(_ limit: Int128) -> Bool {
    var rest = limit - whole
    var fractions: [(denominator: Int64, numerator: Int64)] = []
    for (denominator, numerator) in parts {
      var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: Int128(denominator))
      if remainder < 0 {
        quotient -= 1
        remainder += Int128(denominator)
      }
      rest -= quotient
      if remainder > 0 { fractions.append((denominator, Int64(remainder))) }
    }
    // The fractions are each at least 0 and below 1.
    if rest < 0 { return true }
    if rest >= Int128(fractions.count) { return false }
    return LongNumber.sum(fractions, exceeds: Int(rest))
  }
}

/// A whole number of any size, not negative: just enough to compare a sum of fractions.
private struct LongNumber {
  /// Lowest first.
  private var digits: [UInt32]

  init(_ value: UInt32) { digits = [value] }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in digits.indices {
      let product = UInt64(digits[index]) * UInt64(factor) + carry
      digits[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { digits.append(UInt32(carry)) }
  }

  mutating func add(_ other: LongNumber) {
    var carry: UInt64 = 0
    for index in 0..<max(digits.count, other.digits.count) {
      if index == digits.count { digits.append(0) }
      let more = index < other.digits.count ? UInt64(other.digits[index]) : 0
      let sum = UInt64(digits[index]) + more + carry
      digits[index] = UInt32(truncatingIfNeeded: sum)
      carry = sum >> 32
    }
    if carry > 0 { digits.append(UInt32(carry)) }
  }

  static func > (a: LongNumber, b: LongNumber) -> Bool {
    for index in (0..<max(a.digits.count, b.digits.count)).reversed() {
      let left = index < a.digits.count ? a.digits[index] : 0
      let right = index < b.digits.count ? b.digits[index] : 0
      if left != right { return left > right }
    }
    return false
  }

  /// Whether fractions below 1 add up to more than `limit`.
  ///
  /// Brings them one after another to the product of the denominators; days of a product period are
  /// few enough for 32 bits.
  static func sum(
    _ fractions: [(denominator: Int64, numerator: Int64)], exceeds limit: Int
  ) -> Bool {
    var numerator = LongNumber(0)
    var denominator = LongNumber(1)
    for fraction in fractions {
      var term = denominator
      term.multiply(by: UInt32(fraction.numerator))
      numerator.multiply(by: UInt32(fraction.denominator))
      numerator.add(term)
      denominator.multiply(by: UInt32(fraction.denominator))
    }
    denominator.multiply(by: UInt32(limit))
    return numerator > denominator
  }
}
