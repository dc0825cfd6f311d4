import Foundation
import Ingest

/// How what is still to come of a service month is found.
enum ForecastMethod: String {
  case complete = "compleet"
  case chainLadder = "CL"
  case bornhuetterFerguson = "BF"
}

/// What is still to be declared of each service month of one triangle, with its standard error
/// (contract, "The course of declarations"; Mack 1993, Bornhuetter and Ferguson 1972).
struct Forecast {
  struct MonthForecast {
    /// Nil where nothing can be said.
    let method: ForecastMethod?
    /// In cents.
    let declared: Int64
    /// In cents, not rounded.
    let toCome: Double
    /// Variance of what is to come, in cents squared; nil where it is unknown.
    fileprivate(set) var variance: Double?
    /// The ages between which it comes.
    fileprivate let ages: Range<Int>
    /// That of the prior that was used, in cents squared; nil where it is unknown.
    fileprivate var priorVariance: Double?

    /// The whole until then, in cents, not rounded.
    fileprivate var whole: Double { Double(declared) + toCome }
    /// What is to come, in whole cents.
    var centsToCome: Int64 { wholeCents(toCome) }
  }

  /// By offset of the service month in the triangle.
  private(set) var months: [MonthForecast] = []
  /// The variance of the sum of all months with a known one, in cents squared.
  private(set) var variance = 0.0

  /// - Parameter delays: How many delays are looked ahead; nil: to the end.
  init(
    _ triangle: Triangle, _ development: Development, _ parameters: CourseParameters,
    delays: Int? = nil
  ) {
    let prior = Prior(triangle, development, parameters)
    for month in 0..<triangle.monthCount {
      let age = development.age(triangle.latestDelay(month))
      let end = delays.map { min(age + $0, development.endDelay) } ?? development.endDelay
      months.append(
        Self.forecast(
          month, triangle.declared(month), prior, development, parameters, age..<end))
    }
    variance = sharedVariance(development)
  }

  private static func forecast(
    _ offset: Int, _ declared: Int64, _ prior: Prior?, _ development: Development,
    _ parameters: CourseParameters, _ ages: Range<Int>
  ) -> MonthForecast {
    let age = ages.lowerBound
    let share = development.share(age)
    var (method, toCome): (ForecastMethod?, Double) = (nil, 0)
    if age == development.endDelay {
      method = .complete
    } else if share > 0,
      prior == nil || development.isDeveloped(age, to: parameters.bornhuetterFergusonBelow),
      let multiplier = development.multiplier(age),
      let later = development.multiplier(ages.upperBound)
    {
      method = .chainLadder
      toCome = Double(declared) * multiplier / later - Double(declared)
    } else if let prior {
      method = .bornhuetterFerguson
      toCome = prior.whole(of: offset) * (development.share(ages.upperBound) - share)
    }
    // Factors on next to nothing can say anything: no municipality waits for ten billion euros.
    if !isCredible(toCome) { (method, toCome) = (nil, 0) }
    var month = MonthForecast(
      method: method, declared: declared, toCome: toCome, variance: nil, ages: ages)
    if method == .bornhuetterFerguson { month.priorVariance = prior?.variance(of: offset) }
    if method != nil { month.variance = variance(of: month, development) }
    return month
  }

  /// Mack's mean squared error of one month, and that of the prior where it was used; nil where a
  /// part is unknown.
  private static func variance(of month: MonthForecast, _ development: Development) -> Double? {
    let whole = month.whole
    let end = development.share(month.ages.upperBound)
    var sum = 0.0
    for age in month.ages {
      let (step, share) = (development.steps[age], development.share(age))
      guard step.isUncertain, share != 0, let factor = step.factor else { continue }
      guard let variance = step.variance else { return nil }
      sum +=
        variance / (factor * factor) * (abs(whole) * end / share + whole * whole / step.base)
    }
    guard month.method == .bornhuetterFerguson else { return sum }
    guard let prior = month.priorVariance else { return nil }
    let share = end - development.share(month.ages.lowerBound)
    return sum + prior * share * share
  }

  /// The variance of the months' sum: they share their factors and their prior.
  private func sharedVariance(_ development: Development) -> Double {
    let known = months.filter { $0.variance != nil }
    var sum = known.reduce(0.0) { $0 + ($1.variance ?? 0) }
    for (age, step) in development.steps.enumerated() {
      guard step.isUncertain, development.share(age) != 0, let factor = step.factor,
        let variance = step.variance
      else { continue }
      // Months that go through the step, from old to young: each with all before it.
      var (older, products) = (0.0, 0.0)
      for month in known where month.ages.contains(age) {
        products += month.whole * older
        older += month.whole
      }
      sum += 2 * products * variance / (factor * factor) / step.base
    }
    // Months by one prior are wrong together.
    var (older, products) = (0.0, 0.0)
    for month in known {
      guard let variance = month.priorVariance else { continue }
      let share =
        development.share(month.ages.upperBound) - development.share(month.ages.lowerBound)
      products += share * variance.squareRoot() * older
      older += share * variance.squareRoot()
    }
    sum += 2 * products
    return sum > 0 ? sum : 0
  }
}

/// Whether an amount in cents is a number, and one that sums of millions of them can hold.
func isCredible(_ cents: Double) -> Bool { abs(cents) < 1e15 }

/// An amount that is credible as whole cents, half away from zero.
func wholeCents(_ value: Double) -> Int64 { Int64(value.rounded(.toNearestOrAwayFromZero)) }

/// The root of a variance in cents squared, as whole cents; nil where it is unknown or not credible.
func errorCents(_ variance: Double?) -> Int64? {
  variance.map { $0.squareRoot() }.flatMap { isCredible($0) ? wholeCents($0) : nil }
}
