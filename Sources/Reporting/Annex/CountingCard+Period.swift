import Analytics
import Ingest

/// Which date of what counts, and in which period.
extension AnnexBuilder {
  func basis(of coverage: Analysis.Coverage) -> String {
    switch coverage {
    case .subsidyYears: text(.yearsBasis)
    case .allocations: text(.allocationBasis)
    case .files: text(.fileBasis)
    default: basis
    }
  }

  func window(of coverage: Analysis.Coverage) -> String {
    switch coverage {
    case .window, .allocations: return period
    case .comparison:
      guard let comparison = report.account.comparison else {
        return text(.notCompared, ["period": period])
      }
      return text(
        .comparedPeriods, ["period": period, "comparison": notation.period(comparison)])
    case .triangle:
      guard let months = courseMonths else { return text(.noPeriod) }
      return text(
        .triangleMonths,
        [
          "months": notation.months(months), "last": notation.month(months.upperBound),
        ])
    case .subsidyYears: return text(.wholeYears, ["years": years])
    case .files: return text(.fileYears)
    case .allMonths:
      guard let first = firstMonth, let last = lastMonth else { return text(.noPeriod) }
      return text(.allMonths, ["from": notation.month(first), "to": notation.month(last)])
    case .sequenceWindow:
      guard let first = firstMonth, let last = lastMonth else { return text(.noPeriod) }
      // An edition has no configuration but its own.
      if report.isEdition { return text(.sequenceWindowOfEdition) }
      let months = report.account.months
      return text(
        .sequenceWindow,
        [
          "from": notation.day(months?.sequenceFrom ?? first.firstDay),
          "to": notation.day(months?.sequenceTo ?? last.lastDay),
        ])
    }
  }

  /// Of accepted lines; nil without any.
  var firstMonth: Month? {
    guard let table = report.table(.monthlyCourse), let row = table.rows.first else { return nil }
    return table.month(row, .month)
  }
}

extension AnnexPhrase {
  static let yearsBasis = AnnexPhrase("jaar van de subsidie", "year of the subsidy")
  static let allocationBasis = AnnexPhrase(
    "dagen waarop de toewijzing geldt", "days on which the allocation is in force")
  static let fileBasis = AnnexPhrase("jaar in het bestand", "year in the file")
  static let fileYears = AnnexPhrase(
    "de jaren die in het bestand staan", "the years that stand in the file")
  static let comparedPeriods = AnnexPhrase(
    "{period}; vergeleken met {comparison}", "{period}; compared with {comparison}")
  static let notCompared = AnnexPhrase(
    "{period}; er is geen periode om mee te vergelijken",
    "{period}; there is no period to compare with")
  static let triangleMonths = AnnexPhrase(
    "prestatiemaanden {months}, met de declaraties tot en met {last}",
    "service months {months}, with the declarations up to and including {last}")
  static let allMonths = AnnexPhrase(
    "{from} tot en met {to}, alle goedgekeurde regels",
    "{from} up to and including {to}, all accepted lines")
  static let sequenceWindow = AnnexPhrase(
    "{from} tot en met {to} (periode voor opvolging)",
    "{from} up to and including {to} (period for sequences)")
  static let sequenceWindowOfEdition = AnnexPhrase(
    "periode voor opvolging (zie de telregels)", "period for sequences (see the counting rules)")
  static let fromData = AnnexPhrase(
    "{period}; niet opgegeven, uit de gegevens", "{period}; not declared, taken from the data")
  static let wholeYears = AnnexPhrase(
    "hele kalenderjaren: {years}", "whole calendar years: {years}")
}
