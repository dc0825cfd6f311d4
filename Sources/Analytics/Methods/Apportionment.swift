/// Divides a whole number over parts in proportion to exact weights.
struct Apportionment {
  /// A part's weight: a whole number of any size, with a sign.
  struct Weight {
    private(set) var isNegative = false
    private(set) var magnitude = LongNumber(0)

    mutating func add(_ number: LongNumber, isNegative other: Bool) {
      if isNegative == other {
        magnitude.add(number)
      } else if magnitude > number {
        magnitude.subtract(number)
      } else {
        var rest = number
        rest.subtract(magnitude)
        (isNegative, magnitude) = (other && !rest.isZero, rest)
      }
    }
  }

  /// By largest remainder: each part is rounded down, and then those with the largest remainders are
  /// raised by one until all is divided; of equal ones the first.
  ///
  /// - Parameter whole: What the weights add up to, above 0.
  static func parts(of number: Int64, weights: [Weight], whole: LongNumber) -> [Int64] {
    var floors: [Int64] = []
    var remainders: [LongNumber] = []
    for weight in weights {
      let product = weight.magnitude.multiplied(by: LongNumber(UInt128(number.magnitude)))
      var (quotient, rest) = product.divided(by: whole)
      if weight.isNegative != (number < 0) {
        quotient = -quotient
        if !rest.isZero {
          quotient -= 1
          var complement = whole
          complement.subtract(rest)
          rest = complement
        }
      }
      floors.append(quotient)
      remainders.append(rest)
    }
    let order = weights.indices.sorted { a, b in
      if remainders[a] > remainders[b] { return true }
      return !(remainders[b] > remainders[a]) && a < b
    }
    let left = number - floors.reduce(0, +)
    for part in order.prefix(Int(left)) { floors[part] += 1 }
    return floors
  }
}

extension LongNumber {
  /// The quotient, which fits 63 bits, and the rest.
  fileprivate func divided(by divisor: LongNumber) -> (Int64, LongNumber) {
    var quotient: UInt64 = 0
    for bit in (0..<63).reversed() {
      let more = quotient | 1 << UInt64(bit)
      if !(divisor.multiplied(by: LongNumber(UInt128(more))) > self) { quotient = more }
    }
    var rest = self
    rest.subtract(divisor.multiplied(by: LongNumber(UInt128(quotient))))
    return (Int64(quotient), rest)
  }
}
