public import Ingest

/// What was declared in a month for a service month, of one product group.
public struct CourseIncrement: Sendable, Equatable {
  /// Index into ``Registers/productGroups``.
  public let group: Int
  /// The month of `product_periode_begindatum` (prestatiemaand).
  public let service: Month
  /// The later of that and the month of `declaratie_dagtekening` (verloopmaand).
  public let course: Month
  /// Net, in cents.
  public let cents: Int64
}

/// What was declared for each service month by each delay, of one product group or of all lines: the
/// triangle of declarations up to a last course month.
///
/// A service month is named by its offset from ``first``; the delay is in months, from 0.
struct Triangle {
  /// The first service month with a line.
  let first: Month
  /// The last course month.
  let last: Month
  /// Per service month: cents by delay, up to the last delay that has a line.
  private let increments: [[Int64]]
  /// Per service month: cents that were declared with at most each of these delays.
  private let cumulative: [[Int64]]

  /// Nil without a line up to the last month.
  init?(_ increments: some Sequence<CourseIncrement>, last: Month) {
    let known = increments.filter { $0.course <= last }
    guard let first = known.map(\.service).min() else { return nil }
    self.first = first
    self.last = last
    let count = Int(last.number - first.number) + 1
    var rows = [[Int64]](repeating: [], count: count)
    for increment in known {
      let month = Int(increment.service.number - first.number)
      let delay = Int(increment.course.number - increment.service.number)
      while rows[month].count <= delay { rows[month].append(0) }
      rows[month][delay] += increment.cents
    }
    self.increments = rows
    cumulative = rows.map { row in
      var sum: Int64 = 0
      return row.map { cents in
        sum += cents
        return sum
      }
    }
  }

  /// How many service months there are up to the last course month, none skipped.
  var monthCount: Int { increments.count }

  func month(_ offset: Int) -> Month { Month(number: first.number + Int32(offset)) }

  /// The delay that a service month has reached in the last course month.
  func latestDelay(_ month: Int) -> Int { monthCount - 1 - month }

  /// What was declared with exactly this delay, in cents.
  func increment(_ month: Int, _ delay: Int) -> Int64 {
    delay < increments[month].count ? increments[month][delay] : 0
  }

  /// What was declared with at most this delay, in cents.
  func sum(_ month: Int, _ delay: Int) -> Int64 {
    let sums = cumulative[month]
    return sums.isEmpty ? 0 : sums[min(delay, sums.count - 1)]
  }

  /// What was declared of a service month, in cents.
  func declared(_ month: Int) -> Int64 { cumulative[month].last ?? 0 }
}
