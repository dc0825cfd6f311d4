import Analytics

extension AnnexTableID {
  static let rates = AnnexTableID("tarieven")
}

extension AnnexBuilder {
  /// What providers are paid per unit of a product, beside each other and the contract.
  mutating func rateTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.rateComparison) else { return [] }
    guard !table.rows.isEmpty else { return [theme(.rates, [text(.noRates)])] }
    let several = table.rows.filter { (table.number($0, .providers) ?? 0) > 0 }
    let shown = several.largest(25) { table.number($0, .providers) ?? 0 }
    let columns: [ColumnName] = [
      .providers, .lowestRate, .median, .weightedRate, .highestRate, .contractRate, .aboveContract,
    ]
    let rates = block(
      MadeTable(
        id: .rates, caption: text(.rateTable),
        headings: [language.column(.description)] + columns.map(language.column),
        rows: shown.map { row in
          .init(
            heading: "\(table.text(row, .description)), \(unit(of: row, in: table))",
            figures: columns.map { figure(row, $0, of: table) })
        },
        note: [
          text(.rateNote),
          note(
            on: .shownLargest, shown: shown.count, left: table.rows.count - shown.count, of: table),
        ].compactMap { $0 }.joined(separator: " ")),
      of: table)
    return [theme(.rates, [widestSentence(table, several), contractSentence(table)]), rates]
  }

  /// The product whose highest rate is the furthest above its lowest.
  private func widestSentence(_ table: Table, _ rows: [[Cell]]) -> String? {
    func ends(_ row: [Cell]) -> (low: Int64, high: Int64) {
      (table.number(row, .lowestRate) ?? 0, table.number(row, .highestRate) ?? 0)
    }
    let compared = rows.filter { (table.number($0, .providers) ?? 0) > 1 && ends($0).low > 0 }
    guard
      let widest = compared.max(by: { first, second in
        Int128(ends(first).high) * Int128(ends(second).low)
          < Int128(ends(second).high) * Int128(ends(first).low)
      })
    else { return text(.noneCompared) }
    guard ends(widest).high > ends(widest).low else { return text(.allRatesSame) }
    return text(
      .widestRates,
      [
        "product": table.text(widest, .description), "unit": unit(of: widest, in: table),
        "low": figure(widest, .lowestRate, of: table),
        "high": figure(widest, .highestRate, of: table),
        "weighted": figure(widest, .weightedRate, of: table),
        "providers": counted(table.number(widest, .providers) ?? 0, .providers),
      ])
  }

  private func contractSentence(_ table: Table) -> String {
    let compared = table.rows.filter { table.number($0, .contractRate) != nil }
    guard !compared.isEmpty else { return text(.noContractRates) }
    let above = table.sum(of: .aboveContract, in: compared)
    return above == 0
      ? text(.nothingAbove) : text(.paidAbove, ["amount": notation.roughly(above)])
  }
}

extension AnnexPhrase {
  static let rates = AnnexPhrase("Tarieven van aanbieders", "Rates of providers")
  static let noRates = AnnexPhrase(
    "Er is in de periode niets gedeclareerd waarvan een tarief te berekenen is.",
    "Nothing was declared in the period of which a rate can be computed.")
  static let noneCompared = AnnexPhrase(
    "Geen enkel product is door meer dan één aanbieder geleverd.",
    "No product was delivered by more than one provider.")
  static let allRatesSame = AnnexPhrase(
    "Bij elk product kregen alle aanbieders hetzelfde tarief.",
    "For each product, all providers were paid the same rate.")
  static let widestRates = AnnexPhrase(
    "Het verst uiteen liggen de tarieven van {product}: {providers}, van {low} tot {high} per eenheid "
      + "({unit}), gemiddeld {weighted}.",
    "Furthest apart are the rates of {product}: {providers}, from {low} to {high} per unit ({unit}), "
      + "{weighted} on average.")
  static let noContractRates = AnnexPhrase(
    "Met contracttarieven is niet te vergelijken: zij zijn niet aangeleverd, of declaraties noemen geen "
      + "tarief.",
    "There is no comparing with contract rates: none were delivered, or declarations name no rate.")
  static let paidAbove = AnnexPhrase(
    "Boven de contracttarieven is {amount} gedeclareerd.",
    "{amount} was declared above the contract rates.")
  static let nothingAbove = AnnexPhrase(
    "Boven de contracttarieven is niets gedeclareerd.", "Nothing was declared above contract rates."
  )
  static let rateTable = AnnexPhrase(
    "Tarieven per product, van de laagste tot de hoogste aanbieder",
    "Rates per product, from the lowest to the highest provider")
  static let rateNote = AnnexPhrase(
    "Een tarief is het bedrag van een aanbieder gedeeld door wat hij leverde. Bij de mediaan is de helft "
      + "van het volume bereikt.",
    "A rate is the amount of a provider over what it delivered. At the median, half of the volume is "
      + "reached.")
}
