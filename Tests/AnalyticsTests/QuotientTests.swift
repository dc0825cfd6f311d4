import Testing

@testable import Analytics

@Suite("a quotient is rounded once, half away from zero")
struct QuotientTests {
  @Test(
    "numerator / denominator with decimals",
    arguments: [
      // numerator, denominator, decimals, expected
      (1, 2, 0, 1), (-1, 2, 0, -1), (1, -2, 0, -1), (-1, -2, 0, 1),
      (1, 3, 0, 0), (2, 3, 0, 1), (-2, 3, 0, -1), (-1, 3, 0, 0),
      (1, 3, 6, 333_333), (2, 3, 6, 666_667), (1, 1, 6, 1_000_000),
      (5, 1_000_000, 5, 1), (4, 1_000_000, 5, 0), (-5, 1_000_000, 5, -1),
      (100_01, 2, 0, 50_01), (100_03, 2, 0, 50_02), (-100_03, 2, 0, -50_02),
      (0, 7, 6, 0), (.max, .max, 6, 1_000_000), (.max, 1, 0, .max),
      (.min, -1_000_000, 0, 9_223_372_036_855),
    ] as [(Int64, Int64, Int, Int64)]
  )
  func rounds(_ numerator: Int64, _ denominator: Int64, _ decimals: Int, _ expected: Int64) {
    #expect(Cell.quotient(numerator, denominator, decimals: decimals) == .number(expected))
  }

  @Test("over 0 it is empty")
  func isEmptyOverZero() {
    #expect(Cell.quotient(Int64(5), 0, decimals: 2) == .empty)
    #expect(Cell.share(0, of: 0) == .empty)
    #expect(Cell.cents(12_00, per: 0) == .empty)
  }

  @Test("squares of large amounts keep every digit")
  func dividesSquares() {
    let cents = Int128(9_000_000_000_000_000_000)
    let halves = 2 * (cents / 2) * (cents / 2)
    #expect(Cell.quotient(halves, cents * cents, decimals: 5) == .number(50_000))
  }
}
