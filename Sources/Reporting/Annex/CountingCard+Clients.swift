import Analytics

/// Who is counted as a client.
extension AnnexBuilder {
  func client(of table: Table?, _ coverage: Analysis.Coverage) -> String {
    if table?.name == Analysis.lengthOfStay.name { return text(.clientInSpell) }
    let ownPeriods: [Analysis] = [.landscape, .providerTurnover, .budgetMonitor, .yearCourse]
    if ownPeriods.contains(where: { $0.name == table?.name }) {
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
    case .subsidyYears, .triangle, .files: text(.noClient)
    }
  }
}

extension AnnexPhrase {
  static let noClient = AnnexPhrase("niet van toepassing", "does not apply")
  static let clientInWindow = AnnexPhrase(
    "ieder met een netto bedrag dat in de periode niet nul is, één keer geteld",
    "everyone with a net amount other than zero in the period, counted once")
  static let clientOfAllocation = AnnexPhrase(
    "ieder met een van de toewijzingen, één keer geteld, ook zonder declaratie",
    "everyone with one of the allocations, counted once, declared or not")
  static let clientInMonth = AnnexPhrase(
    "ieder met een netto bedrag dat in de maand niet nul is, één keer geteld",
    "everyone with a net amount other than zero in the month, counted once")
  static let clientInSequence = AnnexPhrase(
    "ieder met een actieve maand in de periode voor opvolging, één keer geteld",
    "everyone with an active month in the sequence period, counted once")
  static let clientInSpell = AnnexPhrase(
    "ieder met aaneengesloten gebruik; wie meer van zulke perioden heeft, telt bij elk ervan",
    "everyone with a spell of use; those with several count in each of them")
  static let clientInProduct = AnnexPhrase(
    "ieder met een netto bedrag dat niet nul is, één keer per product, eenheid en periode",
    "everyone with a net amount other than zero, once per product, unit and period")
  static let clientInOwnPeriod = AnnexPhrase(
    "ieder met een netto bedrag dat in die periode niet nul is, één keer geteld",
    "everyone with a net amount other than zero in that period, counted once")
}
