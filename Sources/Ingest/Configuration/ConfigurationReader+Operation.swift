/// `[bewaking]` and `[bewaren]`: what is done with a run beside making it.
extension ConfigurationReader {
  private static let runs = 1...100_000

  mutating func readOperation() {
    if let table = root.table("bewaking") { readGuard(table) }
    guard let table = root.table("bewaren") else { return }
    table.refuseKeys(otherThan: ["runs", "maanden"])
    var retention = RetentionParameters()
    if let runs = table.integer("runs", in: Self.runs) { retention.runs = runs }
    if let months = table.integer("maanden", in: Self.months) { retention.months = months }
    configuration.retention = retention
  }

  private mutating func readGuard(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: [
      "minimaal_regels_aandeel", "maximale_afwijking", "gesloten_na", "gesloten_afwijking",
      "maximaal_bevindingen_toename", "verwacht_delen",
    ])
    var parameters = GuardParameters()
    if let share = table.share("minimaal_regels_aandeel") { parameters.minimumLines = share }
    if let share = table.share("maximale_afwijking") { parameters.maximumDeviation = share }
    if let months = table.integer("gesloten_na", in: Self.months) {
      parameters.closedAfterMonths = months
    }
    if let share = table.share("gesloten_afwijking") { parameters.closedDeviation = share }
    if let share = table.share("maximaal_bevindingen_toename") {
      parameters.findingsIncrease = share
    }
    if let patterns = table.texts("verwacht_delen") { parameters.expectedParts = patterns }
    configuration.runGuard = parameters
  }
}
