import Analytics
import Ingest

/// Which service months there are declarations of, and which of them are not complete yet.
extension AnnexBuilder {
  /// The rows of `nog-te-verwachten` of a month and all product groups; empty without that table.
  var courseRows: [[Cell]] {
    guard let table = report.table(.stillToCome) else { return [] }
    return table.serviceMonths.map { table.rows[$0] }
  }

  /// The service months of the triangle, to the last month of declarations.
  var courseMonths: ClosedRange<Month>? {
    guard let table = report.table(.stillToCome), let first = courseRows.first,
      let last = courseRows.last, let from = table.month(first, .serviceMonth),
      let to = table.month(last, .serviceMonth), from <= to
    else { return nil }
    return from...to
  }

  /// The last service months, from the first on since which none is declared for 95 %: also those
  /// after the triangle.
  var incompleteMonths: ClosedRange<Month>? {
    guard let months = courseMonths, let from = report.firstIncompleteMonth else { return nil }
    let to = max(months.upperBound, report.basis == .service ? lastMonth ?? from : from)
    return from <= to ? from...to : nil
  }

  /// The incomplete service months that the window touches.
  var incompleteMonthsInWindow: ClosedRange<Month>? {
    guard report.basis == .service, let months = incompleteMonths, let days = report.period?.days
    else { return nil }
    let window = days.lowerBound.month...days.upperBound.month
    return months.overlaps(window) ? months.clamped(to: window) : nil
  }

  /// `na 6 maanden`.
  func after(_ months: Int64) -> String {
    text(months == 1 ? .afterMonth : .afterMonths, ["months": notation.count(months)])
  }

  /// `6 maanden`.
  func duration(_ months: Int64) -> String {
    text(months == 1 ? .oneMonth : .severalMonths, ["months": notation.count(months)])
  }
}

extension AnnexPhrase {
  static let afterMonth = AnnexPhrase("na {months} maand", "after {months} month")
  static let afterMonths = AnnexPhrase("na {months} maanden", "after {months} months")
  static let oneMonth = AnnexPhrase("{months} maand", "{months} month")
  static let severalMonths = AnnexPhrase("{months} maanden", "{months} months")
}
