import Analytics
import Ingest

extension AnnexBuilder {
  /// The counting card (telkaart) of what comes from one of the report's tables; nil for the ladder.
  func card(of table: Table?) -> [AnnexPage.Fact] {
    if table == nil, report.isEdition {
      return [
        .init(term: text(.cardRun), detail: run),
        .init(term: text(.cardSource), detail: PublicationAccountFormat.fileName),
      ]
    }
    // Findings and the ladder are of all lines.
    let coverage = table.flatMap(Analysis.declaring)?.coverage ?? .allMonths
    return [
      .init(term: text(.cardBasis), detail: basis(of: coverage)),
      .init(term: text(.cardWindow), detail: ownPeriods(of: table) ?? window(of: coverage)),
      .init(term: text(.cardClient), detail: client(of: table, coverage)),
      .init(term: text(.cardLeftOut), detail: leftOut(of: table, coverage)),
    ] + [personalBudgets(in: table)].compactMap { $0 } + [
      .init(term: text(.cardImmature), detail: immature(in: table, coverage)),
      .init(term: text(.cardData), detail: dataDate),
      .init(term: text(.cardRun), detail: run),
      .init(term: text(.cardSource), detail: table.map(file) ?? "manifest.json"),
    ]
  }

  /// Where a table stands in the folder of the run.
  func file(of table: Table) -> String {
    Analysis.declaring(table) == nil ? "\(table.name).csv" : "tables/\(table.name).csv"
  }

  private func basis(of coverage: Analysis.Coverage) -> String {
    switch coverage {
    case .subsidyYears: text(.yearsBasis)
    case .allocations: text(.allocationBasis)
    default: basis
    }
  }

  private func window(of coverage: Analysis.Coverage) -> String {
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

  private func client(of table: Table?, _ coverage: Analysis.Coverage) -> String {
    if table?.name == Analysis.lengthOfStay.name { return text(.clientInSpell) }
    if [Analysis.landscape.name, Analysis.providerTurnover.name].contains(table?.name) {
      return text(.clientInOwnPeriod)
    }
    let counts: Set<ColumnName> = [.clients, .clientsFrom, .threeLargestClients, .inflow]
    guard table?.columns.contains(where: { counts.contains($0.name) }) == true else {
      return text(.noClient)
    }
    return switch coverage {
    case .window: text(.clientInWindow)
    case .allocations: text(.clientOfAllocation)
    case .comparison: text(.clientInProduct)
    case .allMonths: text(.clientInMonth)
    case .sequenceWindow: text(.clientInSequence)
    case .subsidyYears, .triangle: text(.noClient)
    }
  }

  private func leftOut(of table: Table?, _ coverage: Analysis.Coverage) -> String {
    if report.isEdition { return leftOutOfEdition(coverage) }
    let ladder = report.account.ladder
    let rejected = notation.count(Int64(ladder.rejectedCount))
    let outside = notation.count(Int64(ladder.outsideWindow.lines))
    switch coverage {
    case .subsidyYears: return text(.leftOutNothing)
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
    case .allocations: text(.leftOutAllocations)
    case .window, .comparison: text(.leftOutOfWindow)
    case .allMonths, .sequenceWindow, .triangle: text(.leftOutRejected)
    }
  }

  /// In which months inflow and outflow may still change (counting rule of `maandverloop`), and
  /// which months are not declared in full yet.
  private func immature(in table: Table?, _ coverage: Analysis.Coverage) -> String {
    if coverage == .subsidyYears { return text(.noClient) }
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
      case .subsidyYears, .allocations: nil as ClosedRange<Month>?
      }
    return months.map { text(.immatureCourse, ["months": notation.months($0)]) }
  }

  private var firstMonth: Month? {
    guard let table = report.table(.monthlyCourse), let row = table.rows.first else { return nil }
    return table.month(row, .month)
  }
}

extension AnnexPhrase {
  static let card = AnnexPhrase("Telkaart", "Counting card")
  static let cardBasis = AnnexPhrase("Peildatum", "Date that counts")
  static let cardWindow = AnnexPhrase("Periode", "Period")
  static let cardClient = AnnexPhrase("Cliënt", "Client")
  static let cardLeftOut = AnnexPhrase("Niet meegeteld", "Left out")
  static let cardImmature = AnnexPhrase("Voorlopige maanden", "Provisional months")
  static let cardData = AnnexPhrase("Stand van de gegevens", "State of the data")
  static let cardRun = AnnexPhrase("Run", "Run")
  static let cardSource = AnnexPhrase("Bron", "Source")
  static let yearsBasis = AnnexPhrase("jaar van de subsidie", "year of the subsidy")
  static let allocationBasis = AnnexPhrase(
    "dagen waarop de toewijzing geldt", "days on which the allocation is in force")
  static let noClient = AnnexPhrase("niet van toepassing", "does not apply")
  static let clientInWindow = AnnexPhrase(
    "uniek client_id met een netto bedrag dat in de periode niet nul is",
    "distinct client_id with a net amount other than zero in the period")
  static let clientOfAllocation = AnnexPhrase(
    "uniek client_id van de toewijzingen, ook zonder declaratie",
    "distinct client_id of the allocations, declared or not")
  static let clientInMonth = AnnexPhrase(
    "uniek client_id met een netto bedrag dat in de maand niet nul is",
    "distinct client_id with a net amount other than zero in the month")
  static let clientInSequence = AnnexPhrase(
    "uniek client_id met een actieve maand in de periode voor opvolging",
    "distinct client_id with an active month in the sequence period")
  static let clientInSpell = AnnexPhrase(
    "uniek client_id per aaneengesloten gebruik; een cliënt kan meer perioden hebben",
    "distinct client_id per spell of use; a client may have several")
  static let clientInProduct = AnnexPhrase(
    "uniek client_id per product, eenheid en periode, met een netto bedrag dat niet nul is",
    "distinct client_id per product, unit and period, with a net amount other than zero")
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
  static let sequenceWindowOfEdition = AnnexPhrase(
    "periode voor opvolging (zie de telregels)", "period for sequences (see the counting rules)")
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
  static let fromData = AnnexPhrase(
    "{period}; niet opgegeven, uit de gegevens", "{period}; not declared, taken from the data")
  static let wholeYears = AnnexPhrase(
    "hele kalenderjaren: {years}", "whole calendar years: {years}")
}
