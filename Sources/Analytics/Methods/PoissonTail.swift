import Foundation

/// How likely it is that a Poisson number is large (contract, "Signals").
struct PoissonTail {
  private let mean: Double
  private let logarithm: Double

  /// - Parameter mean: 0 or more, and finite.
  init(mean: Double) {
    self.mean = mean
    logarithm = log(mean)
  }

  /// P(X ≥ `count`).
  ///
  /// Above the mean the tail is added up itself: one minus the rest would be nothing but the rest's
  /// rounding there.
  func probability(atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    var sum = 0.0
    guard Double(count) > mean else {
      for number in 0..<count { sum += probability(of: number) }
      return 1 - sum
    }
    var number = count
    while true {
      let next = sum + probability(of: number)
      if next == sum { return sum }
      sum = next
      number += 1
    }
  }

  /// The least count, `minimum` or more, whose tail is at most `threshold`, which is above 0.
  ///
  /// A tail falls with its count, so the steps double until they are too far and halve from there.
  func leastCount(from minimum: Int, threshold: Double) -> Int {
    if probability(atLeast: minimum) <= threshold { return minimum }
    var (below, step) = (minimum, 1)
    while probability(atLeast: below + step) > threshold {
      below += step
      step *= 2
    }
    var found = below + step
    while found - below > 1 {
      let middle = below + (found - below) / 2
      if probability(atLeast: middle) <= threshold { found = middle } else { below = middle }
    }
    return found
  }

  /// P(X = `number`); not asked for 0 where the mean is 0, whose logarithm is no number.
  private func probability(of number: Int) -> Double {
    exp(Double(number) * logarithm - mean - logFactorial(number))
  }

  private func logFactorial(_ number: Int) -> Double { lgamma(Double(number) + 1).0 }
}
