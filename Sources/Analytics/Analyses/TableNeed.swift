import Ingest

/// What a table cannot do without: a file or a column that a municipality may leave out, or a key of
/// the configuration.
enum TableNeed {
  case clients, districts
  /// Both ends of the reporting window are known.
  case window
  case contracts
  /// A row of toewijzingen.csv in a part with `leveringsvorm`, or pgb.csv.
  case deliveryForms
  /// Two months between which clients may switch.
  case switchMonths
  /// Some client's municipality, or that of the configuration.
  case municipality
  /// `[overlap] groep`
  case overlapGroups
  case budget, buildingBlocks, indices
  /// A row of subsidies.csv with `kosten_bedrag`.
  case costs
  case lines
  case linesOrSubsidies
  /// Both ends of the period that the window is compared with.
  case comparison
  /// `[wijkbudget]`
  case districtBudget
  /// A value of every key of `[wijkbudget]` for every district.
  case districtKeys

  func isMet(by ledger: Ledger) -> Bool {
    let registers = ledger.registers
    switch self {
    case .clients: return registers.clients != nil
    case .districts: return registers.districts != nil
    case .window: return ledger.windowEnds != nil
    case .contracts: return registers.contracts != nil
    case .deliveryForms: return registers.hasDeliveryForms || registers.personalBudgets != nil
    case .switchMonths: return ledger.switchMonths != nil
    case .municipality:
      return ledger.parameters.municipalityCode != nil
        || registers.clients?.contains { $0.place.municipality != nil } ?? false
    case .overlapGroups: return ledger.parameters.supply.overlapGroups != nil
    case .budget: return registers.budget != nil
    case .buildingBlocks: return registers.buildingBlocks != nil
    case .indices: return registers.indexFigures != nil
    case .costs: return registers.subsidies.contains { $0.costs != nil }
    case .lines: return ledger.months != nil
    case .linesOrSubsidies: return ledger.months != nil || !registers.subsidies.isEmpty
    case .comparison: return ledger.parameters.comparison != nil
    case .districtBudget: return ledger.parameters.money.districtBudget != nil
    case .districtKeys: return ledger.districtKeyFlaw == nil
    }
  }

  /// What is not there, in English; nil for what a warning tells anyway.
  func lack(in ledger: Ledger) -> String? {
    switch self {
    case .clients, .districts: nil
    case .window:
      "there is no accepted line, and 'van' or 'tot_en_met' of [periode] is not declared"
    case .contracts: "contracten.csv is not there"
    case .deliveryForms:
      "toewijzingen.csv has no column 'leveringsvorm', and pgb.csv is not there"
    case .switchMonths:
      "'van' of [overstap] is not before 'tot_en_met', or no two whole months lie in the window"
    case .municipality:
      "clienten.csv has no 'gemeente_code', nor has the configuration"
    case .overlapGroups: "'groep' of [overlap] is not declared"
    case .budget: "begroting.csv is not there"
    case .buildingBlocks: "bouwstenen.csv is not there"
    case .indices: "indexcijfers.csv is not there"
    case .costs: "no row of subsidies.csv has a 'kosten_bedrag'"
    case .lines: "there is no accepted line"
    case .linesOrSubsidies: "there is no accepted line, and no row of subsidies.csv"
    case .comparison:
      "there is no period to compare with: an end of [vergelijking] and of [periode] is not declared"
    case .districtBudget: "the configuration has no section [wijkbudget]"
    case .districtKeys: ledger.districtKeyFlaw
    }
  }
}

extension Ledger {
  /// The calendar months that lie wholly in the window; nil without any.
  var wholeMonths: ClosedRange<Month>? {
    guard let window else { return nil }
    let first = window.lowerBound.month
    let last = window.upperBound.month
    let from = first.firstDay == window.lowerBound ? first : first.adding(1)
    let to = last.lastDay == window.upperBound ? last : last.adding(-1)
    return from <= to ? from...to : nil
  }

  /// The two months between which clients may switch to another provider; nil where the first is
  /// not before the second.
  var switchMonths: (from: Month, to: Month)? {
    let supply = parameters.supply
    guard let from = supply.switchFrom ?? wholeMonths?.lowerBound,
      let to = supply.switchTo ?? wholeMonths?.upperBound, from < to
    else { return nil }
    return (from, to)
  }
}

extension Month {
  func adding(_ count: Int) -> Month { Month(number: number + Int32(count)) }
}
