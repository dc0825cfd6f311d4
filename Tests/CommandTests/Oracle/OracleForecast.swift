extension OracleReport {
  /// What is still to be declared of one service month.
  struct Forecast {
    enum Method: String {
      case chainLadder = "CL"
      case prior = "BF"
      case complete = "compleet"
      case none = ""
    }

    let method: Method
    /// In cents.
    let declared: Int
    /// The share that is declared.
    let developed: Double
    /// In cents, rounded.
    let toCome: Int
    /// Declared and to come, in cents, not rounded.
    let expected: Double
    /// The delays between which the month develops.
    let from: Int
    let to: Int
    /// What of the prior is to come.
    let weight: Double
    let priorVariance: Double?
    /// In square cents; nil where it is unknown.
    let squaredError: Double?
  }
}

extension OracleReport.Development {
  typealias Forecast = OracleReport.Forecast

  var months: ClosedRange<Int> { first...last }

  /// The forecast of a service month until the end delay, or for some months only.
  func forecast(_ month: Int, ahead: Int? = nil) -> Forecast {
    let declared = cumulative[month - first][last - month]
    let from = min(last - month, end)
    let to = ahead.map { min(from + $0, end) } ?? end
    let developed = developed(at: from)
    let weight = self.developed(at: to) - developed
    var method = method(at: from)
    var toCome = 0.0
    switch method {
    case .chainLadder:
      if let start = growth[from], let stop = growth[to] {
        toCome = Double(declared) * start / stop - Double(declared)
      }
    case .prior: toCome = (prior?.expected(month) ?? 0) * weight
    case .complete, .none: break
    }
    // On mad data only: nothing measures what comes.
    let cents = OracleReport.Format.cents(toCome)
    if cents == nil { (method, toCome) = (.none, 0) }
    let expected = Double(declared) + toCome
    let priorVariance = method == .prior ? prior?.variance(month) : nil
    return Forecast(
      method: method, declared: declared, developed: developed, toCome: cents ?? 0,
      expected: expected, from: from, to: to, weight: weight,
      priorVariance: priorVariance,
      squaredError: squaredError(method, expected, from, to, weight, priorVariance))
  }

  private func method(at age: Int) -> Forecast.Method {
    if age == end { return .complete }
    let isKnown = developed(at: age) > 0
    if isKnown, Self.isAtLeast(developed(at: age), settings.priorBelow) { return .chainLadder }
    if prior != nil { return .prior }
    return isKnown ? .chainLadder : .none
  }

  /// Whether a step adds to an error.
  private func isUncertain(_ delay: Int) -> Bool { !steps[delay].isEmpty && growth[delay] != nil }

  private func squaredError(
    _ method: Forecast.Method, _ expected: Double, _ from: Int, _ to: Int, _ weight: Double,
    _ priorVariance: Double?
  ) -> Double? {
    if method == .none { return nil }
    var sum = 0.0
    for delay in from..<to where isUncertain(delay) {
      guard let factor = steps[delay].factor, let variance = steps[delay].variance else {
        return nil
      }
      sum +=
        variance / (factor * factor)
        * (abs(expected) * developed(at: to) / developed(at: delay)
          + expected * expected / steps[delay].base)
    }
    if method == .prior {
      guard let variance = priorVariance else { return nil }
      sum += variance * weight * weight
    }
    return sum
  }

  /// The square of the error of a sum over months, the oldest first: they share their factors and
  /// their prior. An unknown part counts as 0.
  func squaredError(of forecasts: [Forecast]) -> Double {
    let known = forecasts.filter { $0.squaredError != nil }
    let own = known.compactMap(\.squaredError).reduce(0, +)
    var factors = 0.0
    var priors = 0.0
    for (place, older) in known.enumerated() where older.from < older.to {
      var stop = older.from
      var shared = 0.0
      for younger in known[(place + 1)...] {
        if let one = older.priorVariance, let other = younger.priorVariance {
          priors += (one * other).squareRoot() * older.weight * younger.weight
        }
        let upper = min(older.to, younger.to)
        if upper <= older.from { continue }
        if upper != stop {
          (stop, shared) = (upper, sharedError(older.from, upper))
        }
        factors += older.expected * younger.expected * shared
      }
    }
    return max(0, own + 2 * factors + 2 * priors)
  }

  private func sharedError(_ from: Int, _ to: Int) -> Double {
    var sum = 0.0
    for delay in from..<to where isUncertain(delay) {
      guard let factor = steps[delay].factor, let variance = steps[delay].variance else { continue }
      sum += variance / (factor * factor) / steps[delay].base
    }
    return sum
  }
}

extension [OracleReport.Forecast] {
  var declared: Int { map(\.declared).reduce(0, +) }
  var toCome: Int { map(\.toCome).reduce(0, +) }

  /// Whether one of them has no error.
  var hasUnknown: Bool { contains { $0.squaredError == nil } }

  /// Whether the error of one of them is measured.
  var isMeasured: Bool {
    contains { $0.squaredError != nil && ($0.method == .chainLadder || $0.method == .prior) }
  }
}
