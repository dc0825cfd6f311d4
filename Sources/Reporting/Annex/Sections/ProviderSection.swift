import Analytics

extension AnnexTableID {
  static let concentration = AnnexTableID("concentratie")
  static let largest = AnnexTableID("grootste")
}

extension AnnexBuilder {
  /// How the markets are divided among providers.
  mutating func providerSection() -> AnnexPage.Section {
    var section = begin(.providers)
    section.paragraphs = [text(.providersNote)]
    guard let markets = report.table(.concentration), let shares = report.table(.providers) else {
      return section
    }
    let (total, label) = (text(.tableTotal), { [self] in kind($0) })
    let table = block(
      AnnexTable(
        id: .concentration,
        caption: text(.concentrationTable),
        source: markets,
        columns: [
          .description, .providers, .amount, .largestShare, .threeLargestShare, .hhi,
          .effectiveNumber,
          .threeLargestClients,
        ],
        rows: markets.rows,
        totalHeading: { row in
          if markets.holds(row, .product) { return nil }
          return markets.holds(row, .total) ? total : label(markets.text(row, .kind))
        },
        shown: .largest(25, by: .amount)))
    let names = Dictionary(
      markets.rows(at: .product).map {
        (markets.text($0, .productCode), markets.text($0, .description))
      },
      uniquingKeysWith: { first, _ in first })
    // Of the largest markets, so that no product stands there with less than its three.
    let shown = Set(
      markets.largest(25, of: markets.rows(at: .product), by: .amount)
        .map { markets.text($0, .productCode) })
    let isPartial = shares.hasRemainder(shares.rows)
    if isPartial { section.paragraphs.append(text(.providersNoteOfShown)) }
    let firstThree = shares.rows(at: .product).filter { (shares.number($0, .rank) ?? 9) <= 3 }
    let rows = firstThree.filter { shown.contains(shares.text($0, .productCode)) }
    let largest = block(
      AnnexTable(
        id: .largest, caption: text(isPartial ? .largestOfShownTable : .largestTable),
        source: shares,
        columns: [.productCode, .rank, .concern, .amount, .share, .clients, .clientShare],
        rows: rows, headings: [.productCode: language.column(.description)],
        rowHeading: { names[shares.text($0, .productCode)] },
        note: note(
          on: hidesMarkets(markets) ? .largestMarketsOfShown : .largestMarkets,
          shown: shown.count, left: firstThree.count - rows.count, of: shares)))
    let chart = marketChart(markets, shares, names: names)
    if !chart.rows.isEmpty {
      section.blocks += shownFigure("markten", chart, table: .largest)
    }
    section.blocks += [table, largest]
    return section
  }

  private func marketChart(
    _ markets: Table, _ shares: Table, names: [String: String]
  ) -> ShareChart {
    let isPartial = shares.hasRemainder(shares.rows)
    let first: AnnexPhrase = isPartial ? .rankFirstOfShown : .rankFirst
    let other: AnnexPhrase = isPartial ? .rankOtherAndHidden : .rankOther
    let ranks = [first, .rankSecond, .rankThird, other]
    let rows = largestMarkets(markets).map { market -> ShareChart.Row in
      let code = markets.text(market, .productCode)
      let concerns = shares.rows(.productCode, code).filter { !shares.isRemainder($0) }
      var parts = concerns.prefix(3).map { row in
        ChartValue(
          label: shares.text(row, .concern), value: max(shares.number(row, .share) ?? 0, 0),
          figure: notation.text(shares.cell(row, .share), .share),
          isHidden: !shares.shows(row, .share))
      }
      if parts.isEmpty, shares.hasRemainder(shares.rows(.productCode, code)) {
        return .init(label: names[code] ?? code, parts: ranks.map { .hidden(text($0)) })
      }
      while parts.count < 3 { parts.append(ChartValue(label: "", value: 0, figure: "")) }
      let rest = max(1_000_000 - parts.reduce(0) { $0 + $1.value }, 0)
      parts.append(ChartValue(label: text(other), value: rest, figure: notation.share(rest)))
      return .init(label: names[code] ?? code, parts: parts)
    }
    let described = rows.map { row in
      let isHidden = row.parts.allSatisfy(\.isHidden)
      let parts = isHidden ? Cell.hiddenText : listed(row.parts.filter { $0.value > 0 })
      return "\(row.label): \(parts)"
    }
    return ShareChart(
      title: text(hidesMarkets(markets) ? .marketFigureOfShown : .marketFigure),
      description: text(.marketDescription, ["parts": described.joined(separator: ". ")]),
      rows: rows, legend: ranks.map(text), endsWithOther: true)
  }

  /// Whether the largest markets are those of the shown ones.
  func hidesMarkets(_ markets: Table) -> Bool {
    markets.rows(at: .product).contains { !markets.shows($0, .amount) }
  }

  /// The five products with the highest amounts, among those with a positive one.
  func largestMarkets(_ markets: Table) -> [[Cell]] {
    let products = markets.rows(at: .product).filter { (markets.number($0, .amount) ?? 0) > 0 }
    return Array(markets.sorted(products, by: .amount).prefix(5))
  }
}

extension AnnexPhrase {
  static let providers = AnnexPhrase("Aanbieders en concentratie", "Providers and concentration")
  static let providersNote = AnnexPhrase(
    "CR3 is het aandeel van de drie grootste aanbieders. De HHI loopt van bijna 0 (veel kleine "
      + "aanbieders) tot 10.000 (één aanbieder). Aanbieders van hetzelfde concern tellen als één.",
    "CR3 is the share of the three largest providers. The HHI runs from nearly 0 (many small "
      + "providers) to 10,000 (a single one). Providers of one concern count as one.")
  static let providersNoteOfShown = AnnexPhrase(
    "Waar aanbieders verborgen zijn, zijn CR1, CR3 en HHI ondergrenzen en is het effectieve aantal "
      + "een bovengrens.",
    "Where providers are hidden, CR1, CR3 and HHI are lower limits, and the effective number is an "
      + "upper limit.")
  static let concentrationTable = AnnexPhrase("Concentratie per markt", "Concentration per market")
  static let largestTable = AnnexPhrase(
    "De drie grootste aanbieders per product", "The three largest providers per product")
  static let largestOfShownTable = AnnexPhrase(
    "De drie grootste van de getoonde aanbieders per product",
    "The three largest of the providers shown, per product")
  static let largestMarketsOfShown = AnnexPhrase(
    "De {shown} producten met het hoogste van de getoonde bedragen staan hier.",
    "The {shown} products with the highest of the amounts shown stand here.")
  static let largestMarkets = AnnexPhrase(
    "De {shown} producten met het hoogste bedrag zijn getoond.",
    "The {shown} products with the highest amounts are shown.")
  static let marketFigure = AnnexPhrase(
    "Verdeling van het bedrag over aanbieders, de vijf grootste markten",
    "Amount by provider in the five largest markets")
  static let marketFigureOfShown = AnnexPhrase(
    "Verdeling van het bedrag over aanbieders, de vijf grootste van de getoonde markten",
    "Amount by provider in the five largest of the markets shown")
  static let marketDescription = AnnexPhrase(
    "Een balk per product: {parts}.", "A bar per product: {parts}.")
  static let rankFirst = AnnexPhrase("Grootste", "Largest")
  static let rankSecond = AnnexPhrase("Tweede", "Second")
  static let rankThird = AnnexPhrase("Derde", "Third")
  static let rankOtherAndHidden = AnnexPhrase("Overige en verborgen", "Others and hidden")
  static let rankFirstOfShown = AnnexPhrase("Grootste van de getoonde", "Largest shown")
  static let rankOther = AnnexPhrase("Overige", "Others")
}
