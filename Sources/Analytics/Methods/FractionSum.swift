/// A sum of fractions of many denominators, exact: the numerators of each are added up apart, so
/// that the order of adding does not matter.
struct FractionSum: Equatable {
  private var whole: Int128 = 0
  /// Numerator by denominator.
  private var parts: [UInt32: Int128] = [:]

  /// Adds `numerator / denominator`, the latter above 0.
  mutating func add(_ numerator: Int128, over denominator: UInt32 = 1) {
    if denominator == 1 {
      whole += numerator
    } else {
      parts[denominator, default: 0] += numerator
    }
  }

  mutating func add(_ other: FractionSum) {
    whole += other.whole
    for (denominator, numerator) in other.parts { add(numerator, over: denominator) }
  }

  /// The sum in double precision, whatever the order of adding: wholes first, then by denominator.
  var approximate: Double {
    parts.sorted { $0.key < $1.key }.reduce(Double(whole)) { sum, part in
      sum + Double(part.value) / Double(part.key)
    }
  }

  /// The sum as one fraction.
  var fraction: Fraction {
    var whole = whole
    var broken: [(denominator: UInt32, numerator: Int128)] = []
    for (denominator, numerator) in parts {
      let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: Int128(denominator))
      whole += quotient
      if remainder != 0 { broken.append((denominator, remainder)) }
    }
    var common = LongNumber(1)
    for (denominator, _) in broken {
      var quotient = common
      var (factor, rest) = (denominator, quotient.divide(by: denominator))
      while rest != 0 { (factor, rest) = (rest, factor % rest) }
      common.multiply(by: denominator / factor)
    }
    var sums = (positive: LongNumber(0), negative: LongNumber(0))
    func add(_ numerator: Int128, over denominator: UInt32) {
      var term = common
      _ = term.divide(by: denominator)
      term = term.multiplied(by: LongNumber(numerator.magnitude))
      if numerator < 0 { sums.negative.add(term) } else { sums.positive.add(term) }
    }
    add(whole, over: 1)
    for (denominator, numerator) in broken { add(numerator, over: denominator) }
    let isNegative = sums.negative > sums.positive
    var (numerator, less) =
      isNegative ? (sums.negative, sums.positive) : (sums.positive, sums.negative)
    numerator.subtract(less)
    return Fraction(isNegative: isNegative, numerator: numerator, denominator: common)
  }
}

/// A fraction of whole numbers of any size.
struct Fraction {
  let isNegative: Bool
  /// Without its sign.
  let numerator: LongNumber
  /// Above 0.
  let denominator: LongNumber

  /// The quotient in steps of `10^-decimals`, half away from zero; nil over 0, and where it does not
  /// fit.
  func rounded(over divisor: Fraction, decimals: Int) -> Int64? {
    if divisor.numerator.isZero { return nil }
    var dividend = numerator.multiplied(by: divisor.denominator)
    for _ in 0..<decimals { dividend.multiply(by: 10) }
    // With half a step added, the steps below it are counted.
    var step = denominator.multiplied(by: divisor.numerator)
    dividend.multiply(by: 2)
    dividend.add(step)
    step.multiply(by: 2)
    var count: UInt64 = 0
    for bit in (0..<64).reversed() {
      let more = count | 1 << UInt64(bit)
      if !(step.multiplied(by: LongNumber(UInt128(more))) > dividend) { count = more }
    }
    guard let rounded = Int64(exactly: count) else { return nil }
    return isNegative != divisor.isNegative ? -rounded : rounded
  }
}

extension Fraction {
  init(_ value: Int128) {
    self.init(
      isNegative: value < 0, numerator: LongNumber(value.magnitude), denominator: LongNumber(1))
  }
}
