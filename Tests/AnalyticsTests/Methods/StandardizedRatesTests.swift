import Testing

@testable import Analytics

@Suite("rates corrected for age")
struct StandardizedRatesTests {
  @Test(
    "the published limits of a count",
    arguments: [
      (65, 50.163188, 82.849139), (1045, 982.593202, 1110.331213),
    ])
  func byar(_ count: Int, _ lower: Double, _ upper: Double) {
    #expect(abs(ByarLimits(count).lower - lower) < 0.0000005)
    #expect(abs(ByarLimits(count).upper - upper) < 0.0000005)
  }

  private let village = [(1, 100), (2, 50), (3, 200)].map(Stratum.init)
  private let town = [(1, 300), (4, 100), (2, 500)].map(Stratum.init)
  private var rates: StandardizedRates {
    StandardizedRates(
      standard: zip(village, town).map { [$0, $1].total })
  }

  @Test("bands are weighted by the standard's population")
  func direct() throws {
    let rate = try #require(rates.direct(village)).rate
    // 400, 150 and 700 of 1250 people.
    #expect(abs(rate - (400 * 0.01 + 150 * 0.04 + 700 * 0.015) / 1250) < 1e-15)
  }

  @Test("Dobson's limits are Byar's, scaled by the error of the weighted rate")
  func dobson() throws {
    let estimate = try #require(rates.direct(village))
    let variance =
      (0.32 * 0.32 * 1 / 10_000) + (0.12 * 0.12 * 2 / 2500) + (0.56 * 0.56 * 3 / 40_000)
    let scale = (variance / 6).squareRoot()
    #expect(abs(estimate.lower - (estimate.rate + scale * (ByarLimits(6).lower - 6))) < 1e-15)
    #expect(abs(estimate.upper - (estimate.rate + scale * (ByarLimits(6).upper - 6))) < 1e-15)
  }

  @Test("what is expected of all parts is what is counted in all")
  func expected() throws {
    #expect(abs(rates.expected(village) + rates.expected(town) - 13) < 1e-12)
    let indirect = try #require(rates.indirect(village))
    #expect(abs(indirect.rate - 6 / rates.expected(village) * 13 / 1250) < 1e-15)
    #expect(abs(indirect.lower / indirect.rate - ByarLimits(6).lower / 6) < 1e-12)
    #expect(abs(indirect.upper / indirect.rate - ByarLimits(6).upper / 6) < 1e-12)
  }

  @Test("a band without anybody has no rate, unless nobody is in it anywhere")
  func emptyBands() throws {
    let hole = [(1, 100), (0, 0), (3, 200)].map(Stratum.init)
    #expect(rates.direct(hole) == nil)
    #expect(rates.indirect(hole) != nil)
    let everywhere = StandardizedRates(standard: hole)
    #expect(try abs(#require(everywhere.direct(hole)).rate - 4.0 / 300) < 1e-15)
    #expect(everywhere.expected(hole) == 4)
  }

  @Test("no cases, and nothing expected: no rate")
  func nothing() {
    let none = [(0, 100), (0, 50), (0, 200)].map(Stratum.init)
    #expect(rates.direct(none) == nil && rates.indirect(none) == nil)
    #expect(StandardizedRates(standard: none).indirect(village) == nil)
  }
}
