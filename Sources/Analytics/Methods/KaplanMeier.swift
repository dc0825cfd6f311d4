import Foundation

/// The share that stays longer than a number of months, estimated by the product limit (Kaplan and
/// Meier 1958) with delayed entry and right censoring.
struct KaplanMeier: Sendable {
  /// A month with an event.
  private struct Step: Sendable {
    let month: Int
    let survival: Double
    /// Σ d / (n (n − d)) up to this month (Greenwood 1926).
    let spread: Double
  }

  private let steps: [Step]
  /// Subjects at risk per month from 0 on, where nobody is.
  private let atRisk: [Int]

  init(_ times: SurvivalTimes) {
    var steps: [Step] = []
    var atRisk = [0]
    var (survival, spread) = (1.0, 0.0)
    times.forEachMonth { month, subjects, ends in
      atRisk.append(subjects)
      guard ends > 0 else { return }
      let (all, rest) = (Double(subjects), Double(subjects - ends))
      survival *= rest / all
      spread += Double(ends) / (all * rest)
      steps.append(Step(month: month, survival: survival, spread: spread))
    }
    self.steps = steps
    self.atRisk = atRisk
  }

  /// Subjects that entered before the month and were followed for at least so long.
  func atRisk(at month: Int) -> Int { month < atRisk.count ? atRisk[month] : 0 }

  /// S(t), the share that stays longer than `month`.
  func survival(at month: Int) -> Double { step(at: month)?.survival ?? 1 }

  /// S(t) where the data reach so far: as long as somebody is at risk, or nobody is left.
  func knownSurvival(at month: Int) -> Double? {
    let survival = survival(at: month)
    return atRisk(at: month) == 0 && survival > 0 ? nil : survival
  }

  /// The interval of 95 % by the log-log transformation, which stays between 0 and 1; nil where S is
  /// 0, 1 or unknown.
  func interval(at month: Int) -> (lower: Double, upper: Double)? {
    guard let survival = knownSurvival(at: month), let step = step(at: month), survival > 0,
      survival < 1
    else { return nil }
    let width = NormalDistribution.quantile * step.spread.squareRoot() / abs(log(survival))
    return (pow(survival, exp(width)), pow(survival, exp(-width)))
  }

  /// The first month after which at most half stays; nil where it never comes to that.
  ///
  /// A half that is made of several quotients may come out a little above itself, so S is rounded to
  /// nine decimals.
  var median: Int? {
    steps.first { ($0.survival * 1e9).rounded(.toNearestOrAwayFromZero) <= 5e8 }?.month
  }

  private func step(at month: Int) -> Step? { steps.last { $0.month <= month } }
}
