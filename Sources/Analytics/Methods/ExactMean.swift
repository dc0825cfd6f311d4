/// A mean that is a quotient of whole numbers: compared and published exactly, and a double only
/// where its probabilities are computed.
struct ExactMean: Comparable {
  /// 0 or more.
  let numerator: Int128
  /// Above 0.
  let denominator: Int128

  static let zero = ExactMean(numerator: 0, denominator: 1)

  static func < (a: ExactMean, b: ExactMean) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  static func == (a: ExactMean, b: ExactMean) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }

  /// The nearest double. Equal means have equal ones: a division rounds once, whatever the numbers,
  /// as long as they are whole doubles themselves.
  var value: Double {
    if let top = Self.double(numerator), let bottom = Self.double(denominator) {
      return top / bottom
    }
    var (divisor, rest) = (numerator, denominator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return Double(numerator / divisor) / Double(denominator / divisor)
  }

  /// The number where a double holds it, and all below it.
  private static func double(_ number: Int128) -> Double? {
    number <= 1 << 53 ? Double(Int64(number)) : nil
  }
}
