import Foundation
import Ingest
import Testing

@testable import Analytics

@Suite("What is still to come") struct ForecastTests {
  private func rounded(_ value: Double?) -> Int { Int((value ?? -1).rounded()) }

  @Test func `the factors, reserves and standard errors that Mack prints of RAA`() throws {
    let courses = try #require(
      CourseForecast(
        PublishedTriangle.raa.increments, last: PublishedTriangle.raa.last,
        PublishedTriangle.parameters))
    let course = courses.total
    #expect(
      course.development.steps.map { String(format: "%.5f", $0.factor ?? 0) } == [
        "2.99936", "1.62352", "1.27089", "1.17167", "1.11338", "1.04193", "1.03326", "1.01694",
        "1.00922",
      ])
    let months = course.forecast.months
    #expect(String(format: "%.2f", months.reduce(0) { $0 + $1.toCome }) == "52135.23")
    #expect(String(format: "%.2f", course.forecast.variance.squareRoot()) == "26909.01")
    #expect(
      months.dropFirst().map { rounded($0.variance?.squareRoot()) }
        == [206, 623, 747, 1469, 2002, 2209, 5358, 6333, 24566])
    #expect(months.map(\.method) == [.complete] + Array(repeating: .chainLadder, count: 9))
    // One group is all groups.
    #expect(courses.groups.map(\.forecast.variance) == [course.forecast.variance])
  }

  @Test func `those of Taylor and Ashe's triangle in Mack (1993)`() throws {
    let courses = try #require(
      CourseForecast(
        PublishedTriangle.taylorAshe.increments, last: PublishedTriangle.taylorAshe.last,
        PublishedTriangle.parameters))
    let months = courses.total.forecast.months
    #expect(rounded(months.reduce(0) { $0 + $1.toCome }) == 18_680_856)
    #expect(rounded(courses.total.forecast.variance.squareRoot()) == 2_447_095)
    #expect(
      months.dropFirst().map { rounded($0.variance?.squareRoot()) } == [
        75_535, 121_699, 133_549, 261_406, 411_010, 558_317, 875_328, 971_258, 1_363_155,
      ])
  }

  /// Every service month is a multiple of one course.
  private func multiplicative(_ wholes: [Int64], _ shares: [Int64]) -> [CourseIncrement] {
    PublishedTriangle(
      rows: wholes.enumerated().map { offset, whole in
        var sum: Int64 = 0
        return (0..<wholes.count - offset).map { delay in
          sum += delay < shares.count ? whole * shares[delay] : 0
          return sum
        }
      }
    ).increments
  }

  @Test func `a triangle that is exactly multiplicative has no spread, and its forecast is exact`()
    throws
  {
    let wholes: [Int64] = [10, 12, 9, 15, 20, 18, 22, 30]
    let last = Month(number: PublishedTriangle.first.number + 7)
    for limit in [0, 0.5, 1] {
      var parameters = PublishedTriangle.parameters
      parameters.bornhuetterFergusonBelow = try #require(Share(limit))
      let courses = try #require(
        CourseForecast(multiplicative(wholes, [20, 40, 30, 10]), last: last, parameters))
      #expect(courses.total.development.steps.allSatisfy { $0.variance.map { $0 < 1e-9 } ?? false })
      guard limit == 0 else { continue }
      for (month, whole) in zip(courses.total.forecast.months, wholes) {
        #expect(month.declared + month.centsToCome == whole * 100)
        #expect(month.variance.map { $0 < 1e-9 } ?? false)
      }
    }
  }

  @Test func `a fully developed month changes nothing`() throws {
    let shares: [Int64] = [25, 45, 20, 10]
    let young: [Int64] = [11, 9, 14, 13, 17]
    func forecast(_ wholes: [Int64]) throws -> [Double] {
      var parameters = CourseParameters()
      parameters.diagonals = 4
      parameters.endDelay = 3
      let last = Month(number: PublishedTriangle.first.number + Int32(wholes.count) - 1)
      let courses = try #require(
        CourseForecast(multiplicative(wholes, shares), last: last, parameters))
      return courses.total.forecast.months.suffix(3).map(\.toCome)
    }
    // Twelve months that are developed to at least a half make the prior.
    let old = [Int64](repeating: 12, count: 20)
    let fewer = try forecast(old + young)
    let more = try forecast([1000] + old + young)
    #expect(zip(fewer, more).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `all amounts a hundred times: so are expectations and errors`() throws {
    let raa = PublishedTriangle.raa
    let scaled = PublishedTriangle(rows: raa.rows.map { $0.map { $0 * 100 } })
    for limit in [0, 0.5, 1] {
      var parameters = CourseParameters()
      parameters.bornhuetterFergusonBelow = try #require(Share(limit))
      let one = try #require(CourseForecast(raa.increments, last: raa.last, parameters)).total
      let hundred = try #require(CourseForecast(scaled.increments, last: raa.last, parameters))
        .total
      for (a, b) in zip(one.forecast.months, hundred.forecast.months) {
        #expect(a.method == b.method)
        #expect(abs(a.toCome * 100 - b.toCome) <= 1e-9 * abs(b.toCome))
        let errors = (a.variance ?? -1, b.variance ?? -10_000)
        #expect(abs(errors.0 * 10_000 - errors.1) <= 1e-9 * abs(errors.1))
      }
    }
  }

  @Test func `a month too young gets its part of the mean of the developed ones`() throws {
    let last = Month(number: PublishedTriangle.first.number + 4)
    var parameters = CourseParameters()
    parameters.endDelay = 2
    let course = try #require(
      CourseForecast(
        multiplicative([100, 100, 130, 130, 500], [20, 40, 40]), last: last, parameters)
    ).total
    // 60 % and more is developed: the mean of four; 20 %: the other 80 % of it is to come.
    #expect(
      course.forecast.months.map(\.method) == [
        .complete, .complete, .complete, .chainLadder, .bornhuetterFerguson,
      ])
    #expect(course.forecast.months[4].centsToCome == 11_500 * 80 / 100)
    // Its spread is that of the mean, as the factors have none: 300 000 × 5 / 4 × 0.8².
    #expect(rounded(course.forecast.months[4].variance) == 3_000_000 * 5 / 4 * 64 / 100)
  }

  @Test func `where a municipality grows by the same amount each month, its trend is exact`() throws
  {
    let wholes = (0..<14).map { Int64(100 + 10 * $0) }
    var parameters = CourseParameters()
    parameters.endDelay = 2
    parameters.prior = .trend
    func young(_ count: Int) throws -> Forecast.MonthForecast {
      let last = Month(number: PublishedTriangle.first.number + Int32(count) - 1)
      let courses = try #require(
        CourseForecast(
          multiplicative(Array(wholes.suffix(count)), [20, 40, 40]), last: last, parameters))
      return try #require(courses.total.forecast.months.last)
    }
    let month = try young(14)
    #expect(month.method == .bornhuetterFerguson)
    #expect(month.centsToCome == wholes[13] * 80)
    #expect(month.variance.map { $0 < 1e-9 } ?? false)
    // Five developed months make no line: their mean is 200.
    #expect(try young(6).centsToCome == 200 * 80)
  }

  @Test func `a group that fell to nothing does not fall below it`() throws {
    var parameters = CourseParameters()
    parameters.endDelay = 2
    parameters.prior = .trend
    let wholes: [Int64] = [90, 60, 40, 20, 5, 0, 0, 0, 0]
    let last = Month(number: PublishedTriangle.first.number + 8)
    let courses = try #require(
      CourseForecast(multiplicative(wholes, [20, 40, 40]), last: last, parameters))
    let month = try #require(courses.total.forecast.months.last)
    #expect(month.method == .bornhuetterFerguson && month.centsToCome == 0)
  }

  @Test func `where nothing came back there is no factor, no share and nothing to say`() throws {
    // With no delay the sum is zero, later it is not.
    let triangle = PublishedTriangle(rows: [[0, 500], [0, 700], [0]])
    let courses = try #require(
      CourseForecast(triangle.increments, last: triangle.last, CourseParameters()))
    let course = courses.total
    #expect(course.development.steps[0].factor == nil)
    #expect(course.development.share(0) == 0)
    #expect(course.development.share(1) == 1)
    #expect(
      course.forecast.months.map(\.method) == [.complete, .chainLadder, .bornhuetterFerguson])
    // Without a developed month there is no prior either.
    let young = PublishedTriangle(rows: [[0, 0, 0, 800], [0, 0, 0], [0, 0], [0]])
    let none = try #require(
      CourseForecast(
        young.increments.filter { $0.cents != 0 }, last: young.last, CourseParameters()))
    #expect(none.total.forecast.months.allSatisfy { $0.toCome.isFinite })
  }

  @Test func `all that was declared taken back in one month, and amounts beyond any`() throws {
    let huge: Int64 = 9_000_000_000_000_000
    for rows in [
      [[500, 0], [700]], [[-500, 600], [-1]], [[1, huge, huge], [1, huge], [1]],
      [[huge, 1, -huge], [huge, 1], [huge]],
    ] as [[[Int64]]] {
      let triangle = PublishedTriangle(rows: rows)
      for limit in [0, 0.5, 1] {
        var parameters = CourseParameters()
        parameters.bornhuetterFergusonBelow = try #require(Share(limit))
        let total = try #require(
          CourseForecast(triangle.increments, last: triangle.last, parameters)
        ).total
        #expect(total.forecast.months.allSatisfy { $0.toCome.isFinite })
        #expect(total.forecast.variance.isFinite && total.forecast.variance >= 0)
      }
    }
  }
}
