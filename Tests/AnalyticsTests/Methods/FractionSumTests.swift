import Testing

@testable import Analytics

@Suite("Exact sums of fractions") struct FractionSumTests {
  private func rounded(
    _ parts: [(Int128, UInt32)], over divisor: Int128, decimals: Int
  ) -> Int64? {
    var sum = FractionSum()
    for (numerator, denominator) in parts { sum.add(numerator, over: denominator) }
    return sum.fraction.rounded(over: Fraction(divisor), decimals: decimals)
  }

  @Test func `thirds and sevenths that make a half are rounded away from zero`() {
    // 1/3 + 1/7 + 1/42 = 1/2
    #expect(rounded([(1, 3), (1, 7), (1, 42)], over: 1, decimals: 0) == 1)
    #expect(rounded([(-1, 3), (-1, 7), (-1, 42)], over: 1, decimals: 0) == -1)
    #expect(rounded([(1, 3), (1, 7), (1, 43)], over: 1, decimals: 0) == 0)
    #expect(rounded([(1, 3), (1, 7), (1, 42), (2, 1)], over: -1, decimals: 0) == -3)
    #expect(rounded([(1, 3), (-1, 3)], over: 1, decimals: 6) == 0)
    #expect(rounded([(8, 1), (300, 61)], over: 1, decimals: 2) == 1292)
  }

  @Test func `nothing over zero, and nothing that does not fit`() {
    #expect(rounded([(1, 3)], over: 0, decimals: 2) == nil)
    #expect(rounded([(Int128(Int64.max), 1)], over: 1, decimals: 0) == .max)
    #expect(rounded([(Int128(Int64.max) + 1, 1)], over: 1, decimals: 0) == nil)
    #expect(rounded([(Int128(Int64.max), 1)], over: 1, decimals: 6) == nil)
    #expect(rounded([(1 << 126, 1)], over: 1 << 100, decimals: 3) == 1000 << 26)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `as with one common denominator`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let denominators: [UInt32] = [1, 2, 3, 4, 5, 7, 28, 30, 61, 365]
    let common: Int128 = 4 * 3 * 5 * 7 * 61 * 73
    for _ in 0..<50 {
      let parts = (0..<dice.among(1, 3, 20)).map { _ in
        (
          Int128.random(in: -9_999_999...9_999_999, using: &dice),
          denominators.randomElement(using: &dice) ?? 1
        )
      }
      let sum = parts.reduce(0) { $0 + $1.0 * (common / Int128($1.1)) }
      let divisor = Int128.random(in: 1...99_999, using: &dice) * dice.among(-1, 1)
      let decimals = dice.among(0, 2, 6)
      #expect(
        rounded(parts, over: divisor, decimals: decimals).map(Cell.number)
          == Cell.quotient(sum, common * divisor, decimals: decimals), "seed \(seed): \(parts)")
    }
  }

  @Test func `hundreds of denominators`() {
    // Σ 1/(n(n+1)) for n = 1 … 999 is 1 − 1/1000.
    let parts = (1..<1000 as Range<UInt32>).map { (1 as Int128, $0 * ($0 + 1)) }
    #expect(rounded(parts, over: 1, decimals: 6) == 999_000)
    #expect(rounded(parts + [(-499, 1000)], over: 1, decimals: 0) == 1)
    #expect(rounded(parts + [(-4991, 10_000)], over: 1, decimals: 0) == 0)
  }

  @Test func `sums in another order are equal`() {
    var (a, b, c) = (FractionSum(), FractionSum(), FractionSum())
    a.add(5)
    a.add(1, over: 7)
    b.add(2, over: 7)
    b.add(-3)
    c.add(3, over: 7)
    c.add(2)
    a.add(b)
    #expect(a == c)
    c.add(1, over: 9)
    #expect(a != c)
  }
}
