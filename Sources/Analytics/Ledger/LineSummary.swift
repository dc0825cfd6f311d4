public import Ingest

/// Counts and sums of the accepted lines, for the reconciliation ladder; money in cents.
public struct LineSummary: Sendable, Equatable {
  public let acceptedLines: Int
  public let linesInWindow: Int
  public let debit: Int64
  /// Positive.
  public let credit: Int64
  public let netInWindow: Int64
  public let netOutsideWindow: Int64
  /// Of the lines that the triangle of declarations holds.
  public let netInTriangle: Int64
  /// Of the lines after the last month of the triangle.
  public let netAfterTriangle: Int64
  /// In the period that the window is compared with.
  public let netInComparison: Int64
  /// By basis month, from the first to the last of the accepted lines.
  public let perMonth: [MonthLines]

  init(
    _ state: LedgerState, _ whole: LedgerPiece, _ course: [CourseIncrement], last: Month?,
    firstMonth: Month?
  ) {
    let linesPerDay = state.totals.linesPerDay
    acceptedLines = linesPerDay.reduce(0, +)
    linesInWindow = zip(state.grid.cellOfDay, linesPerDay)
      .reduce(0) { $0 + (state.grid.isInWindow[Int($1.0)] ? $1.1 : 0) }
    perMonth = firstMonth.map { MonthLines.all(linesPerDay, whole.netPerMonth, from: $0) } ?? []
    debit = state.totals.debit
    credit = state.totals.credit
    netInWindow = whole.netInWindow
    netOutsideWindow = whole.netOutsideWindow
    netInComparison = whole.netInComparison
    func net(where isCounted: (CourseIncrement) -> Bool) -> Int64 {
      course.lazy.filter(isCounted).reduce(0) { $0 + $1.cents }
    }
    netInTriangle = net { $0.course <= last ?? $0.course }
    netAfterTriangle = net { $0.course > last ?? $0.course }
  }

  public var net: Int64 { debit - credit }
  public var linesOutsideWindow: Int { acceptedLines - linesInWindow }
}

/// The accepted lines of one basis month.
public struct MonthLines: Sendable, Equatable {
  public let month: Month
  public let lines: Int
  /// In cents.
  public let net: Int64

  /// `linesPerDay`: from ``DeclarationDays/first`` on; `netPerMonth`: from the first month on.
  fileprivate static func all(
    _ linesPerDay: [Int], _ netPerMonth: [Int64], from first: Month
  ) -> [MonthLines] {
    var lines = [Int](repeating: 0, count: netPerMonth.count)
    for (day, count) in linesPerDay.enumerated() where count != 0 {
      let month = Day(number: DeclarationDays.first + Int32(day)).month
      lines[Int(month.number - first.number)] += count
    }
    return netPerMonth.indices.map { index in
      MonthLines(
        month: Month(number: first.number + Int32(index)), lines: lines[index],
        net: netPerMonth[index])
    }
  }
}
