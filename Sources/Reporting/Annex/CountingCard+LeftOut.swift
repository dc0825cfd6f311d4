import Analytics
import Ingest

/// What is not counted, and which months may still change.
extension AnnexBuilder {
  func leftOut(of table: Table?, _ coverage: Analysis.Coverage) -> String {
    if report.isEdition { return leftOutOfEdition(coverage) }
    let ladder = report.account.ladder
    let rejected = notation.count(Int64(ladder.rejectedCount))
    let outside = notation.count(Int64(ladder.outsideWindow.lines))
    switch coverage {
    case .subsidyYears: return text(.leftOutNothing)
    case .files: return text(.noClient)
    case .allocations: return text(.leftOutAllocations)
    case .allMonths where table?.name == Analysis.lengthOfStay.name:
      return text(.leftOutUndeveloped, ["rejected": rejected])
    case .allMonths, .sequenceWindow: return text(.leftOutMonths, ["rejected": rejected])
    case .triangle:
      guard let last = courseMonths?.upperBound else {
        return text(.leftOutMonths, ["rejected": rejected])
      }
      return text(
        .leftOutAfter, ["rejected": rejected, "last": notation.month(last)])
    case .comparison: return text(.leftOutPeriods, ["rejected": rejected])
    case .window:
      let isAboveZero = table?.name == Analysis.concentration.name
      return text(
        isAboveZero ? .leftOutBelowZero : .leftOut, ["rejected": rejected, "outside": outside])
    }
  }

  /// Without counts: those of lines are no figures of an edition.
  private func leftOutOfEdition(_ coverage: Analysis.Coverage) -> String {
    switch coverage {
    case .subsidyYears: text(.leftOutNothing)
    case .files: text(.noClient)
    case .allocations: text(.leftOutAllocations)
    case .window, .comparison: text(.leftOutOfWindow)
    case .allMonths, .sequenceWindow, .triangle: text(.leftOutRejected)
    }
  }

  /// In which months inflow and outflow may still change (counting rule of `maandverloop`), and
  /// which months are not declared in full yet.
  func immature(in table: Table?, _ coverage: Analysis.Coverage) -> String {
    if [.subsidyYears, .files].contains(coverage) { return text(.noClient) }
    if table?.name == Analysis.lengthOfStay.name { return text(.immatureLeftOut) }
    let parts = [flowsThatChange(in: table), incomplete(table, coverage)].compactMap { $0 }
    return parts.isEmpty ? text(.immatureNone) : parts.joined(separator: "; ")
  }

  private func flowsThatChange(in table: Table?) -> String? {
    guard table?.columns.contains(where: { $0.name == .inflow }) == true,
      let first = firstMonth, let last = lastMonth
    else { return nil }
    if report.isEdition {
      return text(.immatureMonthsOfEdition, ["first": notation.month(first)])
    }
    let gap = report.account.months?.gapMonths ?? 0
    guard gap > 0 else { return text(.immatureFirst, ["first": notation.month(first)]) }
    let from = max(first, Month(number: last.number - Int32(gap) + 1))
    return text(
      .immatureMonths,
      ["first": notation.month(first), "from": notation.month(from), "to": notation.month(last)])
  }

  private func incomplete(_ table: Table?, _ coverage: Analysis.Coverage) -> String? {
    if let table, table.name == Analysis.switches.name { return incompleteSwitchMonths(in: table) }
    let months =
      switch coverage {
      case .triangle: incompleteMonths
      case .window, .comparison: incompleteMonthsInWindow
      case .allocations where table?.name == Analysis.allocationUptake.name:
        incompleteMonthsInWindow
      case .allMonths, .sequenceWindow: report.basis == .service ? incompleteMonths : nil
      case .subsidyYears, .allocations, .files: nil as ClosedRange<Month>?
      }
    return months.map { text(.immatureCourse, ["months": notation.months($0)]) }
  }
}

extension AnnexPhrase {
  static let leftOut = AnnexPhrase(
    "{rejected} afgekeurde regels; {outside} regels buiten de periode",
    "{rejected} rejected lines; {outside} lines outside the period")
  static let leftOutBelowZero = AnnexPhrase(
    "{rejected} afgekeurde regels; {outside} regels buiten de periode; concerns onder nul",
    "{rejected} rejected lines; {outside} lines outside the period; concerns below zero")
  static let leftOutNothing = AnnexPhrase("subsidies van andere jaren", "subsidies of other years")
  static let leftOutAllocations = AnnexPhrase(
    "verwijderde toewijzingen; toewijzingen die eindigen voordat zij beginnen",
    "deleted allocations; allocations that end before they begin")
  static let leftOutContracts = AnnexPhrase(
    "contracten die in de periode niet gelden", "contracts not in force in the period")
  static let leftOutAfter = AnnexPhrase(
    "{rejected} afgekeurde regels; regels na {last}",
    "{rejected} rejected lines; lines after {last}")
  static let leftOutPeriods = AnnexPhrase(
    "{rejected} afgekeurde regels; regels buiten beide perioden",
    "{rejected} rejected lines; lines outside both periods")
  static let leftOutUndeveloped = AnnexPhrase(
    "{rejected} afgekeurde regels; maanden na de laatste ontwikkelde maand",
    "{rejected} rejected lines; months after the last developed month")
  static let leftOutMonths = AnnexPhrase(
    "{rejected} afgekeurde regels", "{rejected} rejected lines")
  static let leftOutOfWindow = AnnexPhrase(
    "afgekeurde regels; regels buiten de periode", "rejected lines; lines outside the period")
  static let leftOutRejected = AnnexPhrase("afgekeurde regels", "rejected lines")
  static let immatureMonthsOfEdition = AnnexPhrase(
    "instroom van {first}; uitstroom van de laatste maanden (zie de telregels)",
    "inflow of {first}; outflow of the last months (see the counting rules)")
  static let immatureNone = AnnexPhrase(
    "geen aangewezen; declaraties die later binnenkomen ontbreken",
    "none marked; declarations that arrive later are missing")
  static let immatureMonths = AnnexPhrase(
    "instroom van {first}; uitstroom van {from} tot en met {to}",
    "inflow of {first}; outflow of {from} up to and including {to}")
  static let immatureCourse = AnnexPhrase(
    "nog niet volledig gedeclareerd: {months}", "not declared in full yet: {months}")
  static let immatureLeftOut = AnnexPhrase(
    "geen: alleen maanden die volledig gedeclareerd zijn, tellen mee",
    "none: only months that are declared in full count")
  static let immatureFirst = AnnexPhrase("instroom van {first}", "inflow of {first}")
}
