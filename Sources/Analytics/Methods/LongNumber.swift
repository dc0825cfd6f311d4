/// A whole number of any size, not negative: just enough to add fractions of different denominators
/// and to round what comes out.
struct LongNumber {
  /// Lowest first, at least one; the highest is 0 in zero alone.
  private var digits: [UInt32]

  init(_ value: UInt128) {
    var rest = value
    digits = []
    repeat {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    } while rest > 0
  }

  var isZero: Bool { digits == [0] }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in digits.indices {
      let product = UInt64(digits[index]) * UInt64(factor) + carry
      digits[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { digits.append(UInt32(carry)) }
    trim()
  }

  func multiplied(by other: LongNumber) -> LongNumber {
    var product = LongNumber(0)
    product.digits = Array(repeating: 0, count: digits.count + other.digits.count)
    for (low, digit) in digits.enumerated() {
      var carry: UInt64 = 0
      for (high, factor) in other.digits.enumerated() {
        let sum = UInt64(digit) * UInt64(factor) + UInt64(product.digits[low + high]) + carry
        product.digits[low + high] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product.digits[low + other.digits.count] = UInt32(carry)
    }
    product.trim()
    return product
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

  /// Takes a number away that is not greater.
  mutating func subtract(_ other: LongNumber) {
    var borrow: Int64 = 0
    for index in digits.indices {
      let less = index < other.digits.count ? Int64(other.digits[index]) : 0
      let rest = Int64(digits[index]) - less + borrow
      digits[index] = UInt32(truncatingIfNeeded: rest)
      borrow = rest >> 32
    }
    trim()
  }

  /// Divides by a number above 0, and returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for index in digits.indices.reversed() {
      let (quotient, rest) = (remainder << 32 | UInt64(digits[index]))
        .quotientAndRemainder(dividingBy: UInt64(divisor))
      digits[index] = UInt32(quotient)
      remainder = rest
    }
    trim()
    return UInt32(remainder)
  }

  static func > (a: LongNumber, b: LongNumber) -> Bool {
    if a.digits.count != b.digits.count { return a.digits.count > b.digits.count }
    for index in a.digits.indices.reversed() where a.digits[index] != b.digits[index] {
      return a.digits[index] > b.digits[index]
    }
    return false
  }

  private mutating func trim() {
    while digits.count > 1, digits[digits.count - 1] == 0 { digits.removeLast() }
  }
}
