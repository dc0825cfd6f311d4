/// `[publicatie]`: how an edition that may leave the building hides and rounds.
extension ConfigurationReader {
  /// Beyond these nothing is left to show, and products stay far from any overflow.
  private static let thresholds = 3...1_000_000
  private static let euros = 0...1_000_000_000

  mutating func readPublication(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: [
      "drempel", "afronden_aantal", "afronden_bedrag", "p", "aanbieders",
    ])
    var parameters = PublicationParameters()
    let threshold = table.integer("drempel", in: Self.thresholds)
    if let threshold { parameters.threshold = Int64(threshold) }
    let base = table.integer("afronden_aantal", in: 1...Self.thresholds.upperBound)
    if let base { parameters.countBase = Int64(base) }
    if let euros = table.integer("afronden_bedrag", in: Self.euros) {
      parameters.amountBaseEuros = Int64(euros)
    }
    if let percent = table.integer("p", in: 1...100) { parameters.percent = Int64(percent) }
    let names = PublicationParameters.ProviderNames.allCases.map { ($0.rawValue, $0) }
    if let names = table.choice("aanbieders", "way to name them", among: names) {
      parameters.providerNames = names
    }
    // Of a threshold that is wrong itself nothing can be said.
    if parameters.countBase > parameters.threshold,
      !table.keys.contains("drempel") || threshold != nil
    {
      table.note(
        .roundsAboveThreshold(base: parameters.countBase, threshold: parameters.threshold),
        at: base == nil ? "drempel" : "afronden_aantal")
    }
    configuration.publication = parameters
  }
}
