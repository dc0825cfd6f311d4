import Analytics
import Disclosure
import Ingest
import Testing

@Suite("rounding in an edition") struct RoundingTests {
  /// The nearest multiple, of two the one away from zero; by search.
  private static func nearest(_ value: Int64, base: Int64) -> Int64 {
    let multiples = (value / base - 2...value / base + 2).map { $0 * base }
    let distance = multiples.map { abs($0 - value) }.min() ?? 0
    return multiples.filter { abs($0 - value) == distance }.max { abs($0) < abs($1) } ?? 0
  }

  @Test("a count is rounded half away from zero, and tells of its interval from the threshold on")
  func counts() {
    for threshold in Int64(3)...12 {
      for base in 1...threshold {
        let parameters = PublicationParameters(
          countBase: base, amountBaseEuros: 0, threshold: threshold)
        for measure in [Measure.clients, .indications] {
          check(parameters, measure, base: base, shown: -5...60, of: 0...80) {
            $0 == 0 || $0 >= threshold
          }
        }
      }
    }
  }

  @Test("an amount is rounded to multiples of whole euros, above and below zero")
  func amounts() {
    for euros in Int64(0)...3 {
      let parameters = PublicationParameters(countBase: 5, amountBaseEuros: euros)
      check(
        parameters, .amount, base: parameters.amountBase, shown: -650...650, of: -950...950
      ) { _ in true }
    }
  }

  /// Rounds all values of a range, and looks for those of each shown figure among them.
  private func check(
    _ parameters: PublicationParameters, _ measure: Measure, base: Int64,
    shown: ClosedRange<Int64>, of values: ClosedRange<Int64>, isPossible: (Int64) -> Bool
  ) {
    let rounding = Rounding(parameters)
    var found: [Int64: [Int64]] = [:]
    // One expectation for all of them: thousands take a minute.
    var wrong: [String] = []
    for value in values {
      let nearest = Self.nearest(value, base: base)
      if rounding.shown(value, measure) != nearest { wrong.append("\(value)") }
      if isPossible(value) { found[nearest, default: []].append(value) }
    }
    for figure in shown {
      let interval = rounding.interval(ofShown: figure, measure).map(Array.init) ?? []
      if interval != found[figure] ?? [] { wrong.append("the values of \(figure)") }
    }
    #expect(wrong.isEmpty, "multiples of \(base) from \(parameters.threshold) on")
  }

  @Test("the largest and smallest numbers overflow nowhere", arguments: [Int64(0), 100, 1_000_000])
  func extremes(euros: Int64) {
    let rounding = Rounding(PublicationParameters(countBase: 7, amountBaseEuros: euros))
    for value in [Int64.max, .max - 1, .min, .min + 1] {
      for measure in [Measure.clients, .amount] {
        let shown = rounding.shown(value, measure)
        #expect(shown.signum() == value.signum())
        if measure == .amount { #expect(rounding.interval(ofShown: shown, measure) != nil) }
      }
    }
    #expect(Rounding(.exact).shown(.min, .amount) == .min)
  }
}
