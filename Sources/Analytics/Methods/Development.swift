import Foundation
import Ingest

/// How declarations develop from delay to delay: the factors of the chain ladder and what follows from
/// them (contract, "The course of declarations"; Mack 1993).
struct Development {
  /// From one delay to the next.
  struct Step {
    /// Service months that the factor was made of; 0: it is that of all groups together.
    let pairs: Int
    /// Nil where there is nothing to measure by what comes.
    let factor: Double?
    /// σ², in cents; nil where it is unknown.
    let variance: Double?
    /// The sum that the factor was measured by, in cents.
    let base: Double
    /// Whether the step adds to a standard error.
    let isUncertain: Bool
  }

  /// From this delay on a month is fully developed; there are as many steps.
  let endDelay: Int
  let steps: [Step]
  /// What the net at each delay, up to the end, is multiplied by to be the whole; nil where a factor
  /// on the way there is unknown.
  private let multipliers: [Double?]

  /// - Parameter total: The development of all groups together, for what a group is too young for; nil
  ///   for that itself.
  init(_ triangle: Triangle, endDelay: Int, diagonals: Int, total: Development?) {
    self.endDelay = endDelay
    var steps: [Step] = []
    for delay in 0..<endDelay {
      steps.append(
        Step(triangle, delay, diagonals: diagonals, before: steps, total: total?.steps[delay]))
    }
    self.steps = steps
    var multipliers = [Double?](repeating: 1, count: endDelay + 1)
    for delay in (0..<endDelay).reversed() {
      guard let factor = steps[delay].factor, let later = multipliers[delay + 1] else {
        multipliers[delay] = nil
        continue
      }
      let multiplier = factor * later
      multipliers[delay] = multiplier.isNormal && (1 / multiplier).isNormal ? multiplier : nil
    }
    self.multipliers = multipliers
  }

  /// The age that a service month has with a delay.
  func age(_ delay: Int) -> Int { min(delay, endDelay) }

  /// What the net at an age is multiplied by to be the whole.
  func multiplier(_ age: Int) -> Double? { multipliers[age] }

  /// The share of the whole that is declared at an age; 0 where it is unknown.
  func share(_ age: Int) -> Double { multipliers[age].map { 1 / $0 } ?? 0 }

  /// Whether the share at an age, in six decimals as published, is at least `limit`.
  func isDeveloped(_ age: Int, to limit: Share) -> Bool {
    (share(age) * 1_000_000).rounded(.toNearestOrAwayFromZero) * 1000 >= Double(limit.billionths)
  }
}

extension Development.Step {
  fileprivate init(
    _ triangle: Triangle, _ delay: Int, diagonals: Int, before: [Development.Step],
    total: Development.Step?
  ) {
    let oldest =
      diagonals == 0 ? 0 : max(0, triangle.latestDelay(delay + diagonals))
    let months = oldest..<max(oldest, triangle.latestDelay(delay))
    guard !months.isEmpty else {
      self.init(
        pairs: 0, factor: total?.factor, variance: total?.variance, base: total?.base ?? 0,
        isUncertain: total?.isUncertain ?? false)
      return
    }
    let pairs = months.map { (from: triangle.sum($0, delay), to: triangle.sum($0, delay + 1)) }
    let base = Double(pairs.reduce(Int128(0)) { $0 + Int128($1.from) })
    let reached = Double(pairs.reduce(Int128(0)) { $0 + Int128($1.to) })
    guard reached > 0 else {
      self.init(pairs: pairs.count, factor: 1, variance: 0, base: base, isUncertain: false)
      return
    }
    guard base > 0 else {
      self.init(pairs: pairs.count, factor: nil, variance: nil, base: base, isUncertain: true)
      return
    }
    let factor = reached / base
    let measured = pairs.filter { $0.from > 0 }
    let squares = measured.reduce(0.0) { sum, pair in
      let deviation = Double(pair.to) - factor * Double(pair.from)
      return sum + deviation * deviation / Double(pair.from)
    }
    self.init(
      pairs: pairs.count, factor: factor,
      variance: measured.count >= 2
        ? squares / Double(measured.count - 1)
        : Self.extrapolated(before) ?? total?.variance,
      base: base, isUncertain: true)
  }

  /// Mack's rule of 1993 for a step with one pair, from the two steps before it.
  private static func extrapolated(_ before: [Development.Step]) -> Double? {
    guard before.count >= 2, let last = before[before.count - 1].variance,
      let earlier = before[before.count - 2].variance
    else { return nil }
    return earlier == 0 ? 0 : min(last * last / earlier, last, earlier)
  }
}
