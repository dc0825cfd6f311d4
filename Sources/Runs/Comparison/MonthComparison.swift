import Analytics
import Ingest

/// A month that both runs have and whose figures in `maandverloop` differ.
struct MonthComparison: Equatable {
  let month: Month
  /// In cents.
  let net: Changed<Int64>
  /// Active in the month.
  let clients: Changed<Int64>
  /// Whether it is older than the months of `[bewaking] gesloten_na`, so that it should not change.
  let isClosed: Bool

  /// In their order; none where a run of another version lacks the table.
  static func all(_ old: ComparedRun, _ new: ComparedRun) -> [MonthComparison] {
    guard let before = old.monthlyCourse, let after = new.monthlyCourse else { return [] }
    let last = new.manifest.ladder.lastDeclaredMonth.flatMap { Month(isoText: $0) }
    return after.sorted { $0.key < $1.key }.compactMap { month, figures in
      guard let former = before[month], former != figures else { return nil }
      return MonthComparison(
        month: month, net: Changed(was: former.net, now: figures.net),
        clients: Changed(was: former.clients, now: figures.clients),
        isClosed: last.map { Int($0.number - month.number) > new.closedAfterMonths } ?? false)
    }
  }
}

/// What `maandverloop` says of a month.
private struct MonthFigures: Equatable {
  let net: Int64
  let clients: Int64
}

extension ComparedRun {
  /// Nil where the run has no such table with these columns.
  fileprivate var monthlyCourse: [Month: MonthFigures]? {
    let table = tables.first { $0.name == Analysis.monthlyCourse.name }
    guard let table, table.has(.month, .amount, .clients) else { return nil }
    let months = table.rows.compactMap { row in
      table.number(row, .month).map { month in
        (
          Month(number: Int32(month)),
          MonthFigures(
            net: table.number(row, .amount) ?? 0, clients: table.number(row, .clients) ?? 0)
        )
      }
    }
    return Dictionary(months) { first, _ in first }
  }
}
