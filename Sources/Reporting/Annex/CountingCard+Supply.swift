import Analytics
import Ingest

/// What cards say of tables that are not about the lines of one period: their own periods, and
/// whether personal budgets are in them.
extension AnnexBuilder {
  /// The periods that the table itself names; nil for other tables.
  func ownPeriods(of table: Table?) -> String? {
    guard let table else { return nil }
    switch table.name {
    case Analysis.allocationCourse.name:
      guard let first = table.rows.first.flatMap({ table.month($0, .month) }),
        let last = table.rows.last.flatMap({ table.month($0, .month) }), first <= last
      else { return nil }
      return notation.months(first...last)
    case Analysis.landscape.name:
      let periods = table.rows(at: .total).compactMap { landscapePeriod($0, table) }
      return periods.isEmpty ? nil : periods.map(notation.period).joined(separator: "; ")
    case Analysis.switches.name:
      return switchMonths(table).map { months in
        text(
          .twoMonths,
          ["from": notation.month(months.lowerBound), "to": notation.month(months.upperBound)])
      }
    default: return nil
    }
  }

  /// Which of the two months of `overstap` are not declared in full yet.
  func incompleteSwitchMonths(in table: Table) -> String? {
    guard report.basis == .service, let months = switchMonths(table),
      let incomplete = incompleteMonths
    else { return nil }
    let names = [months.lowerBound, months.upperBound].filter(incomplete.contains)
      .map(notation.month)
    return names.isEmpty ? nil : text(.immatureCourse, ["months": names.joined(separator: "; ")])
  }

  /// Nil for tables that are older than the personal budgets, which know of none.
  func personalBudgets(in table: Table?) -> AnnexPage.Fact? {
    guard let table, let phrase = Self.budgetPhrases[table.name] else { return nil }
    return .init(term: text(.cardBudgets), detail: text(phrase, ["years": years]))
  }

  private static let budgetPhrases: [String: AnnexPhrase] = {
    let counted: [Analysis] = [.allocationCourse, .allocationEndings, .expiringAllocations]
    let left: [Analysis] = [
      .allocationUptake, .lots, .providerTurnover, .landscape, .concernExits, .switches, .region,
      .overlap, .yearCourse, .indexation, .budgetBuildUp, .budgetMonitor, .lumpSums,
      .fundingComparison, .districtBudget, .rateComparison,
    ]
    return Dictionary(
      uniqueKeysWithValues: counted.map { ($0.name, .budgetAllocations) }
        + left.map { ($0.name, .budgetsLeftOut) }
        + [(Analysis.deliveryForms.name, .budgetsOfYears)])
  }()
}

extension AnnexPhrase {
  static let cardBudgets = AnnexPhrase("Persoonsgebonden budget", "Personal budget")
  static let budgetAllocations = AnnexPhrase(
    "toewijzingen als pgb tellen mee", "allocations as a personal budget count")
  static let budgetsLeftOut = AnnexPhrase(
    "telt niet mee: een pgb staat in geen enkel cijfer van declaraties",
    "does not count: a personal budget is in no figure of declarations")
  static let budgetsOfYears = AnnexPhrase(
    "hele kalenderjaren ({years}); staat in geen enkel cijfer van declaraties",
    "whole calendar years ({years}); in no figure of declarations")
  static let twoMonths = AnnexPhrase("{from} en {to}", "{from} and {to}")
}
