import Ingest

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

  init(
    _ state: LedgerState, _ whole: LedgerPiece, _ course: [CourseIncrement], last: Month?
  ) {
    let linesPerDay = state.totals.linesPerDay
    acceptedLines = linesPerDay.reduce(0, +)
    linesInWindow = zip(state.grid.cellOfDay, linesPerDay)
      .reduce(0) { $0 + (state.grid.isInWindow[Int($1.0)] ? $1.1 : 0) }
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
