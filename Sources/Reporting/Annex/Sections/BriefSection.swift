import Analytics
import Ingest

extension AnnexBuilder {
  /// Six sentences, each from the rows of one table; what a run has no figures for, or a choice of
  /// chapters no table, is replaced by the next that it has, and so is what an edition hides a
  /// figure of. Nil where the choice or what is hidden leaves none.
  func briefSection() -> AnnexPage.Section? {
    let sentences = sentences.compactMap { $0 }.prefix(6)
    if sentences.isEmpty, report.isEdition || !chaptersLeftOut.isEmpty { return nil }
    return .init(
      sectionID: "kort", heading: text(.brief),
      paragraphs: sentences.isEmpty ? [text(.briefNothing)] : [], sentences: Array(sentences))
  }

  var sentences: [AnnexPage.Sentence?] {
    [
      useSentence(), monthSentence(), expectationSentence(), groupSentence(), districtSentence(),
      concentrationSentence(), spendingSentence(),
    ]
  }

  private func sentence(
    _ phrase: AnnexPhrase, _ values: KeyValuePairs<String, String>, table: AnnexTableID
  ) -> AnnexPage.Sentence? {
    sentence(text(phrase, values), table: table)
  }

  private func sentence(_ text: String, table: AnnexTableID) -> AnnexPage.Sentence? {
    guard let number = tableNumbers[table] else { return nil }
    // A line must not break between the sign and the amount.
    let sentence = text.replacing("€ ", with: "€\u{A0}")
    let name = self.text(.table, ["number": String(number)]).dropLast()
    return .init(sentence: sentence, target: table.anchor, targetName: String(name))
  }

  /// The row with the largest number in a column; nil where an edition's rounding leaves two of them
  /// the same, or where it is hidden.
  private func foremost(of rows: [[Cell]], in table: Table, by column: ColumnName) -> [Cell]? {
    let sorted = table.sorted(rows, by: column)
    guard let first = sorted.first, table.shows(first, column) else { return nil }
    let isTied =
      sorted.count > 1 && table.number(first, column) == table.number(sorted[1], column)
    return isTied && report.isEdition ? nil : first
  }

  private func useSentence() -> AnnexPage.Sentence? {
    guard let products = report.table(.productUse),
      let total = products.rows(at: .total).first,
      let clients = products.number(total, .clients), clients > 0,
      products.shows(total, .amount, .amountPerClient)
    else { return nil }
    return sentence(
      .briefUse,
      [
        "clients": notation.count(clients),
        "amount": notation.text(products.cell(total, .amount), .amount),
        "perClient": notation.text(products.cell(total, .amountPerClient), .amount),
      ],
      table: .kinds)
  }

  /// The first and the last month that lie in the window as a whole.
  private func monthSentence() -> AnnexPage.Sentence? {
    guard let months = report.table(.monthlyCourse), let days = report.period?.days else {
      return nil
    }
    let inside = months.rows.filter { row in
      let month = Month(number: Int32(months.number(row, .month) ?? 0))
      return month.firstDay >= days.lowerBound && month.lastDay <= days.upperBound
    }
    guard let first = inside.first, let last = inside.last, inside.count > 1,
      months.shows(first, .amount, .clients), months.shows(last, .amount, .clients)
    else { return nil }
    let lastMonth = months.month(last, .month)
    let isComplete = lastMonth.map { incompleteMonthsInWindow?.contains($0) != true } ?? true
    let course = text(
      .briefMonths,
      [
        "firstAmount": notation.text(months.cell(first, .amount), .amount),
        "firstMonth": notation.text(months.cell(first, .month), .month),
        "lastAmount": notation.text(months.cell(last, .amount), .amount),
        "lastMonth": notation.text(months.cell(last, .month), .month),
        "firstClients": notation.text(months.cell(first, .clients), .count),
        "lastClients": notation.text(months.cell(last, .clients), .count),
      ])
    return sentence(
      isComplete ? course : "\(course) \(text(.briefIncomplete))", table: .months)
  }

  /// What is still to be declared, and how much of it belongs to the window.
  private func expectationSentence() -> AnnexPage.Sentence? {
    toComeSentence().flatMap { expected in
      sentence(
        [expected, toComeInWindow()].compactMap { $0 }.joined(separator: " "), table: .toCome)
    }
  }

  private func groupSentence() -> AnnexPage.Sentence? {
    guard let groups = report.table(.groupCounts),
      let one = groups.rows(.groupCount, "1").first,
      let combinations = report.table(.combinations),
      let most = foremost(
        of: combinations.rows.filter {
          combinations.number($0, .groupCount) != 1 && !combinations.isRemainder($0)
        }, in: combinations, by: .clients),
      groups.shows(one, .share), combinations.shows(most, .share)
    else { return nil }
    return sentence(
      combinations.hasRemainder(combinations.rows) ? .briefGroupsOfShown : .briefGroups,
      [
        "share": notation.text(groups.cell(one, .share), .share),
        "combination": combinations.text(most, .combination),
        "combinationShare": notation.text(combinations.cell(most, .share), .share),
      ],
      table: .combinations)
  }

  private func districtSentence() -> AnnexPage.Sentence? {
    guard let districts = report.table(.districtUse) else { return nil }
    let rows = districts.rows(at: .total)
    let named = rows.filter { !districts.holds($0, .total, in: .district) }
    let shown = named.filter { districts.shows($0, .clientsPerThousand) }
    guard let whole = rows.last, districts.holds(whole, .total, in: .district), shown.count > 1,
      let most = foremost(of: shown, in: districts, by: .clientsPerThousand),
      (districts.number(most, .clientsPerThousand) ?? 0) > 0,
      districts.shows(whole, .clientsPerThousand)
    else { return nil }
    return sentence(
      shown.count < named.count ? .briefDistrictOfShown : .briefDistrict,
      [
        "district": districts.text(most, .district),
        "rate": notation.text(districts.cell(most, .clientsPerThousand), .ratio(decimals: 4)),
        "whole": notation.text(districts.cell(whole, .clientsPerThousand), .ratio(decimals: 4)),
      ],
      table: .districts)
  }

  /// Only among markets with more than three providers: else the three have everything.
  private func concentrationSentence() -> AnnexPage.Sentence? {
    guard let markets = report.table(.concentration) else { return nil }
    let candidates = largestMarkets(markets).filter { (markets.number($0, .providers) ?? 0) > 3 }
    let shown = candidates.filter { markets.shows($0, .threeLargestShare) }
    guard let most = foremost(of: shown, in: markets, by: .threeLargestShare) else { return nil }
    let hidesProviders = report.table(.providers).map { $0.hasRemainder($0.rows) } ?? false
    let isPartial = hidesProviders || hidesMarkets(markets) || shown.count < candidates.count
    return sentence(
      isPartial ? .briefConcentrationOfShown : .briefConcentration,
      [
        "product": markets.text(most, .description),
        "share": notation.text(markets.cell(most, .threeLargestShare), .share),
      ],
      table: .concentration)
  }

  private func spendingSentence() -> AnnexPage.Sentence? {
    guard let shares = report.table(.spendingShares),
      let most = shares.sorted(shares.rows, by: .share).first, shares.number(most, .share) != nil,
      shares.shows(most, .amount)
    else { return nil }
    return sentence(
      .briefSpending,
      [
        "share": notation.text(shares.cell(most, .share), .share),
        "kind": kind(shares.text(most, .kind)).lowercased(),
        "amount": notation.text(shares.cell(most, .amount), .amount),
      ],
      table: .spending)
  }
}

extension AnnexPhrase {
  static let brief = AnnexPhrase("In het kort", "In brief")
  static let briefUse = AnnexPhrase(
    "{clients} cliënten gebruikten in de periode een voorziening die gefactureerd is. Samen "
      + "kostte dat {amount}, gemiddeld {perClient} per cliënt.",
    "{clients} clients used a provision that was invoiced in the period. Together that cost "
      + "{amount}, on average {perClient} per client.")
  static let briefMonths = AnnexPhrase(
    "Het gefactureerde bedrag per maand ging van {firstAmount} in {firstMonth} naar "
      + "{lastAmount} in {lastMonth}, het aantal cliënten van {firstClients} naar "
      + "{lastClients}.",
    "The amount invoiced per month went from {firstAmount} in {firstMonth} to {lastAmount} in "
      + "{lastMonth}, the number of clients from {firstClients} to {lastClients}.")
  static let briefIncomplete = AnnexPhrase(
    "Die laatste maand is nog niet volledig gedeclareerd.",
    "That last month has not been declared in full yet.")
  static let briefGroups = AnnexPhrase(
    "{share} van de cliënten gebruikte één soort voorziening; de combinatie {combination} kwam "
      + "het meest voor ({combinationShare}).",
    "{share} of the clients used one kind of provision; the most frequent combination was "
      + "{combination} ({combinationShare}).")
  static let briefGroupsOfShown = AnnexPhrase(
    "{share} van de cliënten gebruikte één soort voorziening; van de getoonde combinaties kwam "
      + "{combination} het meest voor ({combinationShare}).",
    "{share} of the clients used one kind of provision; of the combinations shown, the most "
      + "frequent was {combination} ({combinationShare}).")
  static let briefDistrictOfShown = AnnexPhrase(
    "Van de getoonde gebieden telt {district} naar verhouding de meeste cliënten: {rate} per 1.000 "
      + "inwoners, tegen {whole} in de hele gemeente.",
    "Of the districts shown, {district} has the most clients for its size: {rate} per 1,000 "
      + "inhabitants, against {whole} in the whole municipality.")
  static let briefDistrict = AnnexPhrase(
    "{district} telt naar verhouding de meeste cliënten: {rate} per 1.000 inwoners, tegen "
      + "{whole} in de hele gemeente.",
    "{district} has the most clients for its size: {rate} per 1,000 inhabitants, against "
      + "{whole} in the whole municipality.")
  static let briefConcentration = AnnexPhrase(
    "Van de vijf producten met het hoogste bedrag is {product} het sterkst geconcentreerd: "
      + "{share} van het bedrag ging naar de drie grootste aanbieders.",
    "Of the five products with the highest amounts, {product} is the most concentrated: "
      + "{share} of the amount went to the three largest providers.")
  static let briefConcentrationOfShown = AnnexPhrase(
    "Van de vijf producten met het hoogste getoonde bedrag ging bij {product} het grootste deel naar "
      + "de drie grootste van de getoonde aanbieders: {share} van het bedrag.",
    "Of the five products with the highest amounts shown, {product} has the largest part with the "
      + "three largest of the providers shown: {share} of the amount.")
  static let briefSpending = AnnexPhrase(
    "Van alle uitgaven, subsidies meegerekend, ging {share} naar {kind}: {amount}.",
    "Of all spending, subsidies included, {share} went to {kind}: {amount}.")
  static let briefNothing = AnnexPhrase(
    "Er zijn geen cijfers over de periode.", "There are no figures for the period.")
}
