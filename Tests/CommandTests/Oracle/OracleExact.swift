extension OracleReport {
  /// A whole number of any size, not below 0.
  struct Whole: Comparable {
    /// In base 2³², the lowest first, without zeros at the end.
    private var digits: [UInt32] = []

    init(_ value: UInt) {
      digits = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
      trim()
    }

    private mutating func trim() {
      while digits.last == 0 { digits.removeLast() }
    }

    var isZero: Bool { digits.isEmpty }

    /// What is not too large for it.
    var small: Int128 { digits.reversed().reduce(0) { $0 << 32 | Int128($1) } }

    static func < (a: Whole, b: Whole) -> Bool {
      if a.digits.count != b.digits.count { return a.digits.count < b.digits.count }
      return a.digits.reversed().lexicographicallyPrecedes(b.digits.reversed())
    }

    static func + (a: Whole, b: Whole) -> Whole {
      var sum = Whole(0)
      var carry: UInt64 = 0
      for place in 0...max(a.digits.count, b.digits.count) {
        carry += UInt64(place < a.digits.count ? a.digits[place] : 0)
        carry += UInt64(place < b.digits.count ? b.digits[place] : 0)
        sum.digits.append(UInt32(truncatingIfNeeded: carry))
        carry >>= 32
      }
      sum.trim()
      return sum
    }

    /// Of a number that is not smaller.
    static func - (a: Whole, b: Whole) -> Whole {
      var difference = a
      var borrow: Int64 = 0
      for place in a.digits.indices {
        borrow += Int64(a.digits[place]) - Int64(place < b.digits.count ? b.digits[place] : 0)
        difference.digits[place] = UInt32(truncatingIfNeeded: borrow)
        borrow >>= 32
      }
      difference.trim()
      return difference
    }

    static func * (a: Whole, b: Whole) -> Whole {
      var product = Whole(0)
      product.digits = Array(repeating: 0, count: a.digits.count + b.digits.count + 1)
      for (place, digit) in a.digits.enumerated() {
        var carry: UInt64 = 0
        for (other, factor) in (b.digits + [0]).enumerated() {
          carry += UInt64(digit) * UInt64(factor) + UInt64(product.digits[place + other])
          product.digits[place + other] = UInt32(truncatingIfNeeded: carry)
          carry >>= 32
        }
      }
      product.trim()
      return product
    }

    /// The quotient rounded half up, bit by bit.
    func divided(by divisor: Whole) -> Whole {
      var quotient = Whole(0)
      var rest = Whole(0)
      for bit in (0..<digits.count * 32).reversed() {
        rest = rest + rest + Whole(UInt(digits[bit / 32] >> UInt32(bit % 32) & 1))
        quotient = quotient + quotient
        if rest >= divisor {
          rest = rest - divisor
          quotient = quotient + Whole(1)
        }
      }
      return rest + rest >= divisor ? quotient + Whole(1) : quotient
    }
  }

  /// An exact fraction, of any denominator.
  struct Exact {
    private var isNegative: Bool
    private var numerator: Whole
    private var denominator: Whole

    init(_ numerator: Int, over denominator: Int = 1) {
      isNegative = (numerator < 0) != (denominator < 0)
      self.numerator = Whole(numerator.magnitude)
      self.denominator = Whole(denominator.magnitude)
    }

    static func + (a: Exact, b: Exact) -> Exact {
      var sum = a
      if a.denominator == b.denominator, a.isNegative == b.isNegative {
        sum.numerator = a.numerator + b.numerator
        return sum
      }
      let (one, other) = (a.numerator * b.denominator, b.numerator * a.denominator)
      sum.denominator = a.denominator * b.denominator
      if a.isNegative == b.isNegative {
        sum.numerator = one + other
      } else {
        sum.isNegative = one < other ? b.isNegative : a.isNegative
        sum.numerator = one < other ? other - one : one - other
      }
      return sum
    }

    static prefix func - (a: Exact) -> Exact {
      var negated = a
      negated.isNegative.toggle()
      return negated
    }

    static func - (a: Exact, b: Exact) -> Exact { a + -b }

    static func * (a: Exact, b: Exact) -> Exact {
      var product = a
      product.isNegative = a.isNegative != b.isNegative
      product.numerator = a.numerator * b.numerator
      product.denominator = a.denominator * b.denominator
      return product
    }

    /// Nil over 0.
    static func / (a: Exact, b: Exact) -> Exact? {
      if b.numerator.isZero { return nil }
      var quotient = a
      quotient.isNegative = a.isNegative != b.isNegative
      quotient.numerator = a.numerator * b.denominator
      quotient.denominator = a.denominator * b.numerator
      return quotient
    }

    /// Whether it is above 0.
    var isPositive: Bool { !isNegative && !numerator.isZero }

    /// What it is above 0, else 0.
    var positivePart: Exact { isPositive ? self : Exact(0) }

    /// Rounded half away from zero to a whole number.
    var rounded: Int128 { steps(decimals: 0) }

    /// Rounded half away from zero, in units of the last decimal.
    private func steps(decimals: Int) -> Int128 {
      var scale = 1
      for _ in 0..<decimals { scale *= 10 }
      let steps = (numerator * Whole(UInt(scale))).divided(by: denominator).small
      return isNegative ? -steps : steps
    }

    /// The same with so many decimals.
    func rounded(decimals: Int) -> Exact {
      var scale = 1
      for _ in 0..<decimals { scale *= 10 }
      return Exact(Int(steps(decimals: decimals)), over: scale)
    }

    /// Rounded half away from zero.
    func text(decimals: Int) -> String {
      var scale: Int128 = 1
      for _ in 0..<decimals { scale *= 10 }
      return Format.quotient(steps(decimals: decimals), scale, decimals: decimals)
    }
  }
}

extension [OracleReport.Exact] {
  var sum: OracleReport.Exact { reduce(OracleReport.Exact(0), +) }
}
