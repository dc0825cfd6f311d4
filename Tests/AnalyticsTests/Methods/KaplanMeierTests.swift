import Testing

@testable import Analytics

@Suite("the share that stays")
struct KaplanMeierTests {
  /// Months in remission, leukaemia patients with maintained therapy (Miller 1997, as in R's `aml`).
  private var leukaemia: KaplanMeier {
    var times = SurvivalTimes()
    for months in [9, 13, 18, 23, 31, 34, 48] { times.add(months: months, isEnd: true) }
    for months in [13, 28, 45, 161] { times.add(months: months, isEnd: false) }
    return KaplanMeier(times)
  }

  @Test(
    "the published example",
    arguments: [
      (9, 0.90909, 0.508, 0.987, 11), (13, 0.81818, 0.447, 0.951, 10),
      (18, 0.71591, 0.350, 0.899, 8), (23, 0.61364, 0.266, 0.835, 7),
      (31, 0.49091, 0.167, 0.753, 5), (34, 0.36818, 0.093, 0.657, 4),
      (48, 0.18409, 0.012, 0.525, 2),
    ])
  func published(_ month: Int, _ share: Double, _ lower: Double, _ upper: Double, _ atRisk: Int)
    throws
  {
    let interval = try #require(leukaemia.interval(at: month))
    #expect(abs(leukaemia.survival(at: month) - share) < 0.000005)
    #expect(abs(interval.lower - lower) < 0.0005)
    #expect(abs(interval.upper - upper) < 0.0005)
    #expect(leukaemia.atRisk(at: month) == atRisk)
    #expect(leukaemia.survival(at: month + 1) == leukaemia.survival(at: month))
  }

  @Test("the published median")
  func median() {
    #expect(leukaemia.median == 31)
    #expect(leukaemia.knownSurvival(at: 161) != nil)
    #expect(leukaemia.knownSurvival(at: 162) == nil)
    #expect(leukaemia.interval(at: 162) == nil)
  }

  @Test("nothing known, nobody ended, and nobody left")
  func limits() {
    let nobody = KaplanMeier(SurvivalTimes())
    #expect(nobody.survival(at: 3) == 1 && nobody.knownSurvival(at: 3) == nil)
    #expect(nobody.median == nil && nobody.interval(at: 3) == nil && nobody.atRisk(at: 3) == 0)

    var staying = SurvivalTimes()
    staying.add(5, months: 4, isEnd: false)
    #expect(KaplanMeier(staying).knownSurvival(at: 4) == 1)
    #expect(KaplanMeier(staying).interval(at: 4) == nil)

    var gone = SurvivalTimes()
    gone.add(2, months: 4, isEnd: true)
    #expect(KaplanMeier(gone).knownSurvival(at: 9) == 0)
    #expect(KaplanMeier(gone).interval(at: 9) == nil && KaplanMeier(gone).median == 4)
  }

  @Test("a half that is a product of quotients is a half")
  func half() {
    var times = SurvivalTimes()
    // 48/49 × 47/48 × … × 24/25 comes out a little above 24/49, and 25/50 exactly.
    for month in 1...25 { times.add(months: month, isEnd: true) }
    times.add(25, months: 60, isEnd: false)
    #expect(KaplanMeier(times).median == 25)
  }

  @Test(
    "the estimate is that of counting subject by subject", arguments: 1...50 as ClosedRange<UInt64>)
  func countsAnyTimes(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let subjects = (0..<Int.random(in: 1...40, using: &dice)).map { _ in
      let entry = dice.among(0, 0, 0, Int.random(in: 0...8, using: &dice))
      return (
        entry: entry, months: entry + Int.random(in: 1...15, using: &dice),
        isEnd: dice.among(true, true, false)
      )
    }
    var times = SurvivalTimes()
    for subject in subjects {
      times.add(months: subject.months, isEnd: subject.isEnd, entry: subject.entry)
    }
    let estimate = KaplanMeier(times)
    var survival = 1.0
    for month in 1...30 {
      let atRisk = subjects.count { $0.entry < month && $0.months >= month }
      let ends = subjects.count { $0.isEnd && $0.months == month }
      if ends > 0 { survival *= 1 - Double(ends) / Double(atRisk) }
      #expect(estimate.atRisk(at: month) == atRisk, "seed \(seed)")
      #expect(abs(estimate.survival(at: month) - survival) < 1e-12, "seed \(seed)")
      if let interval = estimate.interval(at: month) {
        #expect(0 <= interval.lower && interval.lower <= survival, "seed \(seed)")
        #expect(survival <= interval.upper && interval.upper <= 1, "seed \(seed)")
      }
    }
  }
}
