import Testing

@testable import Analytics

@Suite("how likely a large Poisson number is")
struct PoissonTailTests {
  @Test(
    "as SciPy's poisson.sf(n - 1, mean)",
    arguments: [
      (0.25, 6, 2.7381356338284025e-07), (1, 1, 0.6321205588285577), (1, 2, 0.2642411176571153),
      (3, 3, 0.5768099188731566), (3.5, 3, 0.6791528011378658), (2.5, 12, 1.25984591031999e-05),
      (50, 50, 0.5188083154720433), (50, 51, 0.4624833091468525),
      (50, 100, 3.2000653245851495e-10), (7, 1, 0.9990881180344455),
      (1e-9, 3, 1.666666665416673e-28),
    ])
  func probabilities(_ mean: Double, _ count: Int, _ expected: Double) {
    let found = PoissonTail(mean: mean).probability(atLeast: count)
    #expect(abs(found - expected) <= 1e-12 * expected)
  }

  @Test(
    "of huge means, too",
    arguments: [
      (1000, 1000, 0.5042052441802155), (1000, 1100, 0.0009626304058665587),
      (100_000, 101_000, 0.0007998010415545408), (1_000_000, 1_003_000, 0.001358035272683129),
    ])
  func hugeMeans(_ mean: Int, _ count: Int, _ expected: Double) {
    let found = PoissonTail(mean: Double(mean)).probability(atLeast: count)
    #expect(abs(found - expected) <= 1e-7 * expected)
  }

  @Test("nobody is certain, somebody never where nobody is expected")
  func limits() {
    #expect(PoissonTail(mean: 0).probability(atLeast: 0) == 1)
    #expect(PoissonTail(mean: 0).probability(atLeast: 1) == 0)
    #expect(PoissonTail(mean: 1e9).probability(atLeast: 0) == 1)
    #expect(PoissonTail(mean: 0.1).probability(atLeast: 10_000) == 0)
  }

  @Test(
    "the least count with so small a tail, as found one by one",
    arguments: [
      (0.25, 3, 0.001, 4), (0.25, 6, 0.001, 6), (1.1, 3, 0.001, 6), (1.1, 3, 1, 3),
      (5, 3, 0.05, 10), (400, 3, 0.001, 464), (0, 3, 0.001, 3), (400, 3, 1, 3), (0, 1, 1, 1),
    ])
  func leastCounts(_ mean: Double, _ minimum: Int, _ threshold: Double, _ expected: Int) {
    let tail = PoissonTail(mean: mean)
    #expect(tail.leastCount(from: minimum, threshold: threshold) == expected)
  }

  @Test("no step is passed over, whatever the mean")
  func everyStep() {
    for tenths in 1...120 {
      let tail = PoissonTail(mean: Double(tenths) / 10)
      for threshold in [0.9, 0.5, 0.05, 0.001, 1e-9] {
        let slow = (2...).first { tail.probability(atLeast: $0) <= threshold }
        #expect(tail.leastCount(from: 2, threshold: threshold) == slow)
      }
    }
  }
}

@Suite("a mean that is exact")
struct ExactMeanTests {
  @Test("equal means have equal doubles, in whatever numbers")
  func equalDoubles() {
    let third = ExactMean(numerator: 1, denominator: 3)
    let large = ExactMean(
      numerator: 10_000_000_000_000_000_000, denominator: 30_000_000_000_000_000_000)
    #expect(third == large && third.value == large.value)
    #expect(third.value == 1.0 / 3.0)
    #expect(ExactMean.zero.value == 0)
  }

  @Test("the greater of two, however near")
  func order() {
    let third = ExactMean(numerator: 1, denominator: 3)
    let more = ExactMean(numerator: 333_333_333_333_334, denominator: 1_000_000_000_000_000)
    #expect(third < more && max(third, more) == more && !(more < third))
    #expect(max(.zero, third) == third)
  }
}

@Suite("false discovery rates")
struct FalseDiscoveryRateTests {
  @Test("as SciPy's false_discovery_control, in the order of the tests")
  func published() {
    let rates = falseDiscoveryRates([0.01, 0.5, 0.03, 0.02, 0.04, 1, 0.03])
    let expected = [0.0525, 0.5833333333333334, 0.0525, 0.0525, 0.056, 1, 0.0525]
    #expect(zip(rates, expected).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("never above 1, and none of none")
  func limits() {
    #expect(falseDiscoveryRates([0.9, 0.8, 1]) == [1, 1, 1])
    #expect(falseDiscoveryRates([]).isEmpty)
  }
}
