import Ingest
import Testing

@Suite("What the configuration says of tables over time")
struct ConfigurationOverTimeTests {
  private func read(_ toml: String) throws(RunFailure) -> CountingParameters {
    try ConfigurationReader.read(Array(toml.utf8), path: "wmo-etl.toml").counting
  }

  @Test func `the contract's example`() throws {
    let counting = try read(
      """
      [declaratieverloop]
      tot_en_met = "2018-03"
      diagonalen = 0
      bf_onder = 0.25
      prior = "trend"
      uitgelopen_na = 12
      ontwikkeld_vanaf = 1

      [vergelijking]
      van = "2016-01-01"
      tot_en_met = 2016-10-15

      [opvolging]
      schoonmaanden = 3

      [trajecten]
      overlap_maanden = 0
      """)
    var course = CourseParameters()
    course.lastMonth = Month(year: 2018, month: 3)
    course.diagonals = 0
    course.bornhuetterFergusonBelow = try #require(Share(0.25))
    course.prior = .trend
    course.endDelay = 12
    course.developedFrom = try #require(Share(1))
    #expect(counting.course == course)
    #expect(counting.comparison?.lowerBound.iso == "2016-01-01")
    #expect(counting.comparison?.upperBound.iso == "2016-10-15")
    #expect(counting.cleanMonths == 3)
    #expect(counting.overlapMonths == 0)
  }

  @Test func `the defaults`() throws {
    let counting = try read("")
    #expect(counting.course.lastMonth == nil && counting.course.endDelay == nil)
    #expect(counting.course.diagonals == 24 && counting.course.prior == .mean)
    #expect(counting.course.bornhuetterFergusonBelow == Share(0.5))
    #expect(counting.course.developedFrom == Share(0.99))
    #expect(counting.comparison == nil)
    #expect(counting.cleanMonths == 0 && counting.overlapMonths == 2)
  }

  @Test(
    "a missing end of the comparison is that of the period, one year earlier",
    arguments: [
      ("2017-01-01", "2017-10-15", "2016-01-01..2016-10-15"),
      // The last day of a month stays the last.
      ("2017-03-01", "2017-02-28", ""),
      ("2016-02-29", "2017-02-28", "2015-03-01..2016-02-29"),
      ("2016-02-28", "2016-02-29", "2015-02-28..2015-02-28"),
      ("2017-12-31", "2017-12-31", "2016-12-31..2016-12-31"),
    ])
  func comparison(from: String, to: String, expected: String) throws {
    var counting = CountingParameters()
    counting.windowFrom = Day(isoText: from)
    counting.windowTo = Day(isoText: to)
    let found = counting.comparison.map { "\($0.lowerBound.iso)..\($0.upperBound.iso)" } ?? ""
    #expect(found == expected)
  }

  @Test func `an end that nobody gives leaves no comparison`() throws {
    #expect(try read("[periode]\nvan = \"2017-01-01\"").comparison == nil)
    #expect(try read("[vergelijking]\nvan = \"2017-01-01\"").comparison == nil)
    let mixed = try read(
      "[periode]\ntot_en_met = \"2017-12-31\"\n[vergelijking]\nvan = \"2015-07-01\"")
    #expect(mixed.comparison?.lowerBound.iso == "2015-07-01")
    #expect(mixed.comparison?.upperBound.iso == "2016-12-31")
  }

  @Test(
    "what is refused",
    arguments: [
      (
        "[declaratieverloop]\ntot_en_met = \"2018-13\"",
        "2: `tot_en_met` in [declaratieverloop] is no month of the calendar; expected the form 2017-01"
      ),
      (
        "[declaratieverloop]\ntot_en_met = \"2018-03-31\"",
        "2: `tot_en_met` in [declaratieverloop] is no month of the calendar; expected the form 2017-01"
      ),
      (
        "[declaratieverloop]\ndiagonalen = -1",
        "2: `diagonalen` in [declaratieverloop] is out of range; expected 0 to 1200"
      ),
      (
        "[declaratieverloop]\nbf_onder = 1.5",
        "2: `bf_onder` in [declaratieverloop] is no share; expected a number from 0 to 1, such as 0.05 for 5 %"
      ),
      (
        "[declaratieverloop]\ndiagonaal = 1",
        "2: unknown key `diagonaal` in [declaratieverloop]; the nearest known one is `diagonalen`"
      ),
      (
        "[vergelijking]\nvan = \"2016-02-01\"\ntot_en_met = \"2016-01-31\"",
        "2: `van` in [vergelijking] lies after `tot_en_met`; expected the first day and then the last"
      ),
      (
        "[vergelijking]\ntot_en_met = \"2015-12-31\"\n[periode]\nvan = \"2017-01-01\"",
        """
        2: `tot_en_met` in [vergelijking] lies before the first day of [periode], one year earlier; \
        expected a later day, or `van` as well
        """
      ),
      (
        "[trajecten]\noverlap_maanden = \"2\"",
        "2: `overlap_maanden` in [trajecten] is text; expected a whole number"
      ),
    ])
  func refusals(toml: String, message: String) {
    #expect {
      try read(toml)
    } throws: { error in
      let failure = error as? RunFailure
      return failure?.status == .configuration && failure?.message == "wmo-etl.toml:\(message)"
    }
  }
}
