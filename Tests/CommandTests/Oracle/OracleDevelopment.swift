extension OracleReport {
  /// How the amounts of a product group, or of all, grow with the delay of their declarations.
  ///
  /// The chain ladder of Mack (1993), with the prior of Bornhuetter and Ferguson (1972).
  struct Development {
    /// From one delay to the next.
    struct Step {
      /// Service months with both delays; 0 where the step is that of `totaal`.
      var pairs = 0
      var factor: Double?
      /// σ², in cents.
      var variance: Double?
      /// What the factor is divided by, in cents.
      var base = 0.0
      /// Nothing was declared after it: the step adds nothing to an error.
      var isEmpty = false
    }

    /// The first and the last service month.
    let first: Int
    let last: Int
    /// The delay at which a month is complete.
    let end: Int
    /// By service month from the first on, then by delay; in cents.
    let cumulative: [[Int]]
    let steps: [Step]
    /// From each delay to the end delay; nil where a factor is missing.
    let growth: [Double?]
    /// What a month is expected to come to, in cents, and the variance of that.
    let prior: Prior?
    let settings: CourseSettings

    init(
      _ lines: [CourseLine], last: Int, end: Int, _ settings: CourseSettings, total: Development?
    ) {
      let first = lines.map(\.service).min() ?? last
      let cumulative = Self.cumulative(lines, first: first, last: last)
      var steps: [Step] = []
      for delay in 0..<end {
        let oldest = settings.diagonals == 0 ? first : max(first, last - delay - settings.diagonals)
        let pairs = (oldest..<max(oldest, last - delay)).map {
          (now: cumulative[$0 - first][delay], next: cumulative[$0 - first][delay + 1])
        }
        if pairs.isEmpty, var step = total?.steps[delay] {
          step.pairs = 0
          steps.append(step)
        } else {
          steps.append(Self.step(pairs, before: steps, ofTotal: total?.steps[delay]))
        }
      }
      var growth: [Double?] = [1]
      for step in steps.reversed() {
        let product = step.factor.flatMap { factor in growth[0].map { factor * $0 } }
        growth.insert(product.flatMap { $0.isNormal && (1 / $0).isNormal ? $0 : nil }, at: 0)
      }
      self.first = first
      self.last = last
      self.end = end
      self.cumulative = cumulative
      self.steps = steps
      self.growth = growth
      self.settings = settings
      prior = Self.prior(cumulative, growth, settings, first: first)
    }

    private static func cumulative(_ lines: [CourseLine], first: Int, last: Int) -> [[Int]] {
      var amounts = (first...last).map { [Int](repeating: 0, count: last - $0 + 1) }
      for line in lines { amounts[line.service - first][line.course - line.service] += line.amount }
      for month in amounts.indices {
        for delay in amounts[month].indices.dropFirst() {
          amounts[month][delay] += amounts[month][delay - 1]
        }
      }
      return amounts
    }

    private static func step(
      _ pairs: [(now: Int, next: Int)], before: [Step], ofTotal total: Step?
    ) -> Step {
      let now = pairs.map(\.now).reduce(0, +)
      let next = pairs.map(\.next).reduce(0, +)
      var step = Step(pairs: pairs.count, base: Double(now))
      if next <= 0 {
        step.factor = 1
        step.variance = 0
        step.isEmpty = true
        return step
      }
      if now <= 0 { return step }
      let factor = Double(next) / Double(now)
      step.factor = factor
      let positive = pairs.filter { $0.now > 0 }
      if positive.count >= 2 {
        var sum = 0.0
        for pair in positive {
          let difference = Double(pair.next) - factor * Double(pair.now)
          sum += difference * difference / Double(pair.now)
        }
        step.variance = sum / Double(positive.count - 1)
      } else if before.count >= 2, let s = before[before.count - 1].variance,
        let t = before[before.count - 2].variance
      {
        step.variance = t == 0 ? 0 : min(s * s / t, s, t)
      } else {
        step.variance = total?.variance
      }
      return step
    }

    /// What the youngest months that are developed enough will come to.
    private static func prior(
      _ cumulative: [[Int]], _ growth: [Double?], _ settings: CourseSettings, first: Int
    ) -> Prior? {
      let all = cumulative.enumerated().compactMap {
        offset, amounts -> (month: Int, value: Double)? in
        guard let declared = amounts.last else { return nil }
        let age = min(amounts.count - 1, growth.count - 1)
        guard let growth = growth[age], isAtLeast(1 / growth, settings.priorBelow) else {
          return nil
        }
        return (first + offset, Double(declared) * growth)
      }
      let prior = Prior(points: Array(all.suffix(12)), wantsTrend: settings.priorIsTrend)
      return all.isEmpty || !prior.mean.isFinite ? nil : prior
    }

    /// Whether a share is as large as one of the configuration, once it is rounded as published.
    static func isAtLeast(_ share: Double, _ bound: Double) -> Bool {
      let rounded = (share * 1e6).rounded(.toNearestOrAwayFromZero)
      return rounded * 1000 >= (bound * 1e9).rounded()
    }

    /// The share that is declared at a delay; 0 where nothing tells.
    func developed(at delay: Int) -> Double { growth[delay].map { 1 / $0 } ?? 0 }
  }
}
