import Ingest

/// What a service month that is too young to tell is expected to come to, from the latest developed
/// ones: their mean, as the contract says, or their trend.
struct Prior {
  private static let monthCount = 12
  /// A line through fewer months is worse than their mean.
  private static let fewestForTrend = 6

  private let count: Double
  /// Of the values, in cents.
  private let mean: Double
  /// Of the months' offsets.
  private let middle: Double
  /// The sum of the offsets' squared distances from their middle.
  private let spread: Double
  /// Cents a month; 0 for a mean.
  private let slope: Double
  /// Of a value around what is expected, in cents squared; nil from one month alone.
  private let residual: Double?
  private let isTrend: Bool

  /// Nil without a developed month.
  init?(_ triangle: Triangle, _ development: Development, _ parameters: CourseParameters) {
    let values = (0..<triangle.monthCount).reversed().lazy.compactMap { month -> (Int, Double)? in
      let age = development.age(triangle.latestDelay(month))
      guard development.isDeveloped(age, to: parameters.bornhuetterFergusonBelow),
        let multiplier = development.multiplier(age)
      else { return nil }
      return (month, Double(triangle.declared(month)) * multiplier)
    }.prefix(Self.monthCount).reversed()
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + $1.1 } / count
    guard mean.isFinite else { return nil }
    let middle = values.reduce(0) { $0 + Double($1.0) } / count
    let spread = values.reduce(0) { $0 + (Double($1.0) - middle) * (Double($1.0) - middle) }
    isTrend = parameters.prior == .trend && values.count >= Self.fewestForTrend
    let products = values.reduce(0) { $0 + (Double($1.0) - middle) * ($1.1 - mean) }
    let slope = isTrend ? products / spread : 0
    let squares = values.reduce(0.0) { sum, value in
      let deviation = value.1 - mean - slope * (Double(value.0) - middle)
      return sum + deviation * deviation
    }
    (self.count, self.mean, self.middle, self.spread, self.slope) =
      (count, mean, middle, spread, slope)
    // A line takes two parameters from the values, a mean one.
    let freedom = count - (isTrend ? 2 : 1)
    residual = freedom > 0 ? squares / freedom : nil
  }

  /// In cents; a group that fell to nothing does not fall below it.
  func whole(of month: Int) -> Double {
    let expected = mean + slope * (Double(month) - middle)
    return mean > 0 ? max(expected, 0) : expected
  }

  /// Of a further month, in cents squared; nil where it is unknown.
  func variance(of month: Int) -> Double? {
    guard let residual else { return nil }
    let distance = Double(month) - middle
    return residual * (1 + 1 / count + (isTrend ? distance * distance / spread : 0))
  }
}
