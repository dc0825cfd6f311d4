import Analytics
import Ingest

extension AnnexTableID {
  static let costChange = AnnexTableID("kostenontwikkeling")
  static let costCauses = AnnexTableID("oorzaken")
}

extension AnnexBuilder {
  /// Why costs changed since the period that the window is compared with.
  mutating func costChangeTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.costChange), let row = table.rows(at: .total).first,
      let before = table.number(row, .amountBefore), let after = table.number(row, .amount)
    else { return [] }
    // Without lines in either period there is nothing to say.
    guard before != 0 || after != 0 else { return [] }
    guard before != 0 else { return [theme(.costChange, [nothingToCompare])] }
    let changes = costTable(
      .costChange, .costChangeTable, [.amountBefore, .amount, .difference], of: table)
    let causes = costTable(
      .costCauses, .costCauseTable, [.difference] + Self.effects.map(\.column), of: table,
      note: .costCauseNote)
    let chart = figure("oorzaken", waterfall(table, row), table: .costCauses)
    return [
      theme(.costChange, [costChangeSentence(table, row), text(.notCorrected)]), changes, chart,
      causes,
    ]
  }

  /// Rows of product groups, kinds and the total: fewer columns than the report has, for paper.
  private mutating func costTable(
    _ id: AnnexTableID, _ caption: AnnexPhrase, _ columns: [ColumnName], of table: Table,
    note: AnnexPhrase? = nil
  ) -> AnnexPage.Block {
    let (names, total) = (text(.tableTotal), text(.total))
    return block(
      AnnexTable(
        id: id, caption: text(caption), source: table, columns: [.productGroup] + columns,
        rows: table.rows,
        headings: [.clients: text(.clientEffect), .amount: text(.after)],
        totalHeading: { [self] row in
          if table.holds(row, .total) { return names }
          return table.holds(row, .kind) ? "\(total): \(kind(table.text(row, .kind)))" : nil
        },
        shown: .largest(25, by: .amount), note: note.map { text($0) }))
  }

  private var nothingToCompare: String {
    guard let comparison = report.account.comparison else { return text(.noComparison) }
    return text(.emptyComparison, ["comparison": notation.period(comparison)])
  }

  /// `Vergeleken met … stegen de kosten van … naar …, vooral door meer cliënten (€ 1,3 miljoen)`.
  private func costChangeSentence(_ table: Table, _ row: [Cell]) -> String? {
    guard let difference = table.number(row, .difference) else { return nil }
    let comparison = report.account.comparison.map(notation.period) ?? text(.earlierPeriod)
    guard difference != 0 else { return text(.costsSame, ["comparison": comparison]) }
    let sign = difference.signum()
    let effects = Self.effects.map { (phrases: $0, cents: table.number(row, $0.column) ?? 0) }
    // They add up to the difference, so one has its sign.
    let most = effects.max { $0.cents * sign < $1.cents * sign }
    guard let most, most.cents * sign > 0 else { return nil }
    return text(
      difference > 0 ? .costsRose : .costsFell,
      [
        "comparison": comparison, "before": notation.roughly(table.number(row, .amountBefore) ?? 0),
        "after": notation.roughly(table.number(row, .amount) ?? 0),
        "difference": notation.roughly(difference * sign),
        "cause": text(difference > 0 ? most.phrases.more : most.phrases.less),
        "effect": notation.roughly(most.cents * sign),
      ])
  }

  private func waterfall(_ table: Table, _ row: [Cell]) -> WaterfallChart {
    func value(_ label: AnnexPhrase, _ column: ColumnName, isChange: Bool) -> ChartValue {
      let cents = table.number(row, column) ?? 0
      let sign = isChange && cents > 0 ? "+" : ""
      return ChartValue(label: text(label), value: cents, figure: sign + notation.euros(cents))
    }
    let changes = Self.effects.map { value($0.name, $0.column, isChange: true) }
    let start = value(.before, .amountBefore, isChange: false)
    let end = value(.after, .amount, isChange: false)
    return WaterfallChart(
      title: text(.costChangeFigure),
      description: text(.barDescription, ["parts": listed([start] + changes + [end])]),
      start: start, changes: changes, end: end)
  }

  private typealias Effect = (
    column: ColumnName, name: AnnexPhrase, more: AnnexPhrase, less: AnnexPhrase
  )

  /// In the order of the table, which adds up.
  private static let effects: [Effect] = [
    (.clients, .effectOfClients, .moreClients, .fewerClients),
    (.mixEffect, .effectOfMix, .otherMix, .otherMix),
    (.volumeEffect, .effectOfVolume, .moreVolume, .lessVolume),
    (.priceEffect, .effectOfPrice, .higherPrices, .lowerPrices),
    (.begun, .effectOfNew, .newProducts, .newProducts),
    (.ended, .effectOfEnded, .endedProducts, .endedProducts),
  ]
}

extension AnnexPhrase {
  static let costChange = AnnexPhrase("Waardoor de kosten veranderden", "Why costs changed")
  static let costsRose = AnnexPhrase(
    "Vergeleken met {comparison} stegen de kosten met {difference}, van {before} naar {after}; "
      + "vooral door {cause} ({effect}).",
    "Compared with {comparison}, costs rose by {difference}, from {before} to {after}; mainly "
      + "by {cause} ({effect}).")
  static let costsFell = AnnexPhrase(
    "Vergeleken met {comparison} daalden de kosten met {difference}, van {before} naar {after}; "
      + "vooral door {cause} ({effect}).",
    "Compared with {comparison}, costs fell by {difference}, from {before} to {after}; mainly by "
      + "{cause} ({effect}).")
  static let costsSame = AnnexPhrase(
    "Vergeleken met {comparison} bleven de kosten gelijk.",
    "Compared with {comparison}, costs stayed the same.")
  static let earlierPeriod = AnnexPhrase("de periode ervoor", "the period before")
  static let noComparison = AnnexPhrase(
    "Er is geen periode om mee te vergelijken.", "There is no period to compare with.")
  static let emptyComparison = AnnexPhrase(
    "Er is niets om mee te vergelijken: over {comparison} zijn er geen kosten.",
    "There is nothing to compare with: there are no costs for {comparison}.")
  static let notCorrected = AnnexPhrase(
    "Wat nog te declareren is, telt hier niet mee. Een periode die nog niet volledig is "
      + "gedeclareerd, lijkt daardoor goedkoper.",
    "What is still to be declared does not count here. A period that has not been declared in "
      + "full therefore looks cheaper.")
  static let costChangeTable = AnnexPhrase(
    "Kosten in de periode en in die waarmee is vergeleken",
    "Costs in the period and in the one that it is compared with")
  static let costCauseTable = AnnexPhrase(
    "Verandering van de kosten naar oorzaak", "Change of costs by cause")
  static let costChangeFigure = AnnexPhrase(
    "Van het bedrag eerder naar het bedrag nu, per oorzaak",
    "From the amount before to the amount now, by cause")
  static let costCauseNote = AnnexPhrase(
    "De zes oorzaken zijn samen het verschil van hun rij. Mix is hoe cliënten over de producten "
      + "zijn verdeeld; volume is de hoeveelheid per cliënt.",
    "The six causes together are the difference of their row. Mix is how clients are divided "
      + "over the products; volume is the quantity per client.")
  static let clientEffect = AnnexPhrase("Aantal cliënten", "Number of clients")
  static let before = AnnexPhrase("Bedrag eerder", "Amount before")
  static let after = AnnexPhrase("Bedrag nu", "Amount now")
  static let effectOfClients = AnnexPhrase("Aantal cliënten", "Number of clients")
  static let effectOfMix = AnnexPhrase(
    "Mix: verdeling over producten", "Mix: division over products")
  static let effectOfVolume = AnnexPhrase("Volume per cliënt", "Volume per client")
  static let effectOfPrice = AnnexPhrase("Prijs per eenheid", "Price per unit")
  static let effectOfNew = AnnexPhrase("Nieuwe producten", "New products")
  static let effectOfEnded = AnnexPhrase("Beëindigde producten", "Ended products")
  static let moreClients = AnnexPhrase("meer cliënten", "more clients")
  static let fewerClients = AnnexPhrase("minder cliënten", "fewer clients")
  static let otherMix = AnnexPhrase(
    "een andere verdeling over producten", "another division over products")
  static let moreVolume = AnnexPhrase("meer volume per cliënt", "more volume per client")
  static let lessVolume = AnnexPhrase("minder volume per cliënt", "less volume per client")
  static let higherPrices = AnnexPhrase("hogere prijzen", "higher prices")
  static let lowerPrices = AnnexPhrase("lagere prijzen", "lower prices")
  static let newProducts = AnnexPhrase("nieuwe producten", "new products")
  static let endedProducts = AnnexPhrase("beëindigde producten", "ended products")
}
