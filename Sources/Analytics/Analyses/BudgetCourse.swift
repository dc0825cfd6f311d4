import Ingest

/// The courses of declarations, as far as forecasts of budgets ask for them.
struct BudgetCourse {
  /// The last month of which declarations are known; nil without accepted lines.
  let last: Month?
  private let courses: CourseForecast?
  /// Service months of all groups together and their developed shares, in millionths; without those
  /// that have none.
  private let developed: [(month: Month, share: Int64)]

  init(_ ledger: Ledger) {
    courses = ledger.courseForecast
    last = ledger.courseForecast == nil ? ledger.months?.upperBound : ledger.lastCourseMonth
    guard let courses else {
      developed = []
      return
    }
    var sums: [Month: ExpectedSum] = [:]
    for course in courses.groups {
      for (offset, month) in course.forecast.months.enumerated() {
        sums[course.triangle.month(offset), default: ExpectedSum()].add(month)
      }
    }
    developed = sums.sorted { $0.key < $1.key }.compactMap { month, sum in
      guard case .number(let share) = Cell.share(sum.declared, of: sum.declared + sum.toCome) else {
        return nil
      }
      return (month, share)
    }
  }

  /// Whether all months of a year are as good as complete.
  func isClosed(_ year: Int) -> Bool {
    developed.filter { $0.month.year == year && $0.share >= 995_000 }.count == 12
  }

  /// The last three months, or fewer, that are developed enough to go by.
  var pattern: [Month] { developed.filter { $0.share >= 950_000 }.suffix(3).map(\.month) }

  /// Calls `body` with what a line has of every group in a service month of the triangle: its net
  /// there and after the last month, and its part of what is to come.
  func forEachGroup(
    of line: BudgetUse.Line, in month: Month,
    _ body: (_ declared: Int64, _ after: Int64, _ toCome: Int64) -> Void
  ) {
    for course in courses?.groups ?? [] {
      guard let group = course.group, month >= course.triangle.first, month <= course.triangle.last
      else { continue }
      let forecast = course.forecast.months[Int(month.number - course.triangle.first.number)]
      let sums = line.courses[.init(group: group, service: month)] ?? (0, 0)
      body(
        sums.declared, sums.after,
        Self.part(of: forecast.centsToCome, sums.declared, of: forecast.declared))
    }
  }

  /// Half away from zero; 0 of a whole that is not above 0, and where the part is not credible.
  private static func part(of cents: Int64, _ part: Int64, of whole: Int64) -> Int64 {
    guard whole > 0 else { return 0 }
    let (twice, divisor) = (2 * Int128(cents) * Int128(part), 2 * Int128(whole))
    let half = twice < 0 ? -Int128(whole) : Int128(whole)
    let rounded = (twice + half) / divisor
    return Int64(exactly: rounded).flatMap { isCredible(Double($0)) ? $0 : nil } ?? 0
  }

  /// What a line has and may expect of a month, on average; 0 without months.
  func mean(of line: BudgetUse.Line, over months: [Month]) -> Double {
    if months.isEmpty { return 0 }
    var sum: Int128 = 0
    for month in months {
      forEachGroup(of: line, in: month) { declared, _, toCome in
        sum += Int128(declared) + Int128(toCome)
      }
    }
    return Double(sum) / Double(months.count)
  }
}
