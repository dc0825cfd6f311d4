extension Fraction {
  /// `numerator / denominator`, the latter not 0.
  init(_ numerator: Int128, over denominator: Int128) {
    self.init(
      isNegative: (numerator < 0) != (denominator < 0),
      numerator: LongNumber(numerator.magnitude), denominator: LongNumber(denominator.magnitude))
  }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    let denominator = a.denominator.multiplied(by: b.denominator)
    var (left, right) = (
      a.numerator.multiplied(by: b.denominator), b.numerator.multiplied(by: a.denominator)
    )
    if a.isNegative == b.isNegative {
      left.add(right)
      return Fraction(isNegative: a.isNegative, numerator: left, denominator: denominator)
    }
    if right > left {
      right.subtract(left)
      return Fraction(isNegative: b.isNegative, numerator: right, denominator: denominator)
    }
    left.subtract(right)
    return Fraction(isNegative: a.isNegative, numerator: left, denominator: denominator)
  }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      isNegative: a.isNegative != b.isNegative,
      numerator: a.numerator.multiplied(by: b.numerator),
      denominator: a.denominator.multiplied(by: b.denominator))
  }
}
