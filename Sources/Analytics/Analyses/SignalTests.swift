import Ingest

/// Whether the new clients of an area and a product group are more than what is usual there and more
/// than the area's part of all that are new.
struct SignalTest {
  /// Index into ``SignalAreas/codes``.
  let area: Int
  /// Index into ``Registers/productGroups``.
  let group: Int
  /// n, the spells that begin in the recent months.
  let count: Int
  /// λ, how many to expect.
  let mean: ExactMean
  /// p, how likely it is that there are so many or more.
  let probability: Double
}

/// The tests of all areas with a weight and all product groups with somebody new.
struct SignalTests {
  /// By area, then group.
  let tests: [SignalTest]
  /// q, by test: the share of false signals among all that are no more likely.
  let falseDiscoveryRates: [Double]
  /// The signals to expect were every count a Poisson number with its mean.
  let expectedSignals: Double
  /// Whether areas are weighed by their inhabitants and not by their clients.
  let areWeightedByInhabitants: Bool

  init(
    _ counts: SignalCounts, _ areas: SignalAreas, _ months: SignalMonths,
    _ signals: SignalParameters
  ) {
    let (weights, areInhabitants) = areas.weights(whereUseBegins: counts.hasAny)
    let wholeWeight = weights.reduce(Int128(0)) { $0 + Int128($1) }
    let recentPerGroup = counts.recentPerGroup
    var tests: [SignalTest] = []
    var chances = SignalChances(signals)
    var expected = 0.0
    for (area, weight) in weights.enumerated() where weight > 0 {
      for (group, allRecent) in recentPerGroup.enumerated() where allRecent > 0 {
        let usual =
          months.earlierCount == 0
          ? .zero
          : ExactMean(
            numerator: Int128(counts.earlier(area, group)) * Int128(months.recentCount),
            denominator: Int128(months.earlierCount))
        let part = ExactMean(
          numerator: Int128(weight) * Int128(allRecent), denominator: wholeWeight)
        let mean = max(usual, part)
        let count = counts.recent(area, group)
        let value = mean.value
        tests.append(
          SignalTest(
            area: area, group: group, count: count, mean: mean,
            probability: PoissonTail(mean: value).probability(atLeast: count)))
        expected += chances.chance(mean: value)
      }
    }
    self.tests = tests
    falseDiscoveryRates = Analytics.falseDiscoveryRates(tests.map(\.probability))
    expectedSignals = expected
    areWeightedByInhabitants = areInhabitants
  }
}

/// How likely a signal is where nothing but chance is at work.
private struct SignalChances {
  private let signals: SignalParameters
  /// Many areas have the same mean.
  private var known: [Double: Double] = [:]

  init(_ signals: SignalParameters) {
    self.signals = signals
  }

  mutating func chance(mean: Double) -> Double {
    if let chance = known[mean] { return chance }
    let tail = PoissonTail(mean: mean)
    let chance = tail.probability(
      atLeast: tail.leastCount(from: signals.minimum, threshold: signals.threshold))
    known[mean] = chance
    return chance
  }
}

extension SignalParameters {
  /// Whether a test is one.
  func isSignal(_ test: SignalTest) -> Bool {
    test.count >= minimum && test.probability <= threshold
  }
}
