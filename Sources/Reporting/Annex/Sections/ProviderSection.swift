import Analytics

extension AnnexBuilder {
  /// How the markets are divided among providers.
  mutating func providerSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(
      sectionID: "aanbieders",
      heading: text(.providers),
      paragraphs: [text(.providersNote)]
    )
    guard let markets = report.table("concentratie"), let shares = report.table("aanbieders") else {
      return section
    }
    let (total, label) = (text(.tableTotal), { [self] in kind($0) })
    let table = block(
      AnnexTable(
        id: "concentratie",
        caption: text(.concentrationTable),
        source: markets,
        columns: [
          "omschrijving", "aanbieders", "bedrag", "cr1", "cr3", "hhi", "effectief_aantal",
          "clienten_cr3",
        ],
        rows: markets.rows,
        totalHeading: { row in
          switch markets.text(row, "niveau") {
          case "product": nil
          case "totaal": total
          default: label(markets.text(row, "voorzieningsoort"))
          }
        }
      )
    )
    let names = Dictionary(
      markets.rows("niveau", "product").map {
        (markets.text($0, "product_code"), markets.text($0, "omschrijving"))
      },
      uniquingKeysWith: { first, _ in first }
    )
    let topThree = shares.rows("niveau", "product").filter { (shares.number($0, "rang") ?? 9) <= 3 }
    let largest = block(
      AnnexTable(
        id: "grootste",
        caption: text(.largestTable),
        source: shares,
        columns: [
          "product_code", "rang", "concern", "bedrag", "aandeel", "clienten", "aandeel_clienten",
        ],
        rows: topThree,
        headings: ["product_code": language.column("omschrijving")],
        rowHeading: { names[shares.text($0, "product_code")] }
      )
    )
    let chart = marketChart(markets, shares, names: names)
    if !chart.rows.isEmpty {
      section.blocks.append(figure("markten", chart, table: "grootste"))
    }
    section.blocks += [table, largest]
    return section
  }

  private func marketChart(
    _ markets: Table,
    _ shares: Table,
    names: [String: String]
  ) -> ShareChart {
    let labels = [text(.rankFirst), text(.rankSecond), text(.rankThird), text(.rankOther)]
    let rows = largestMarkets(markets).map { market -> ShareChart.Row in
      let code = markets.text(market, "product_code")
      var parts = shares.rows("product_code", code).prefix(3).map { row in
        ChartValue(
          label: shares.text(row, "concern"),
          value: max(shares.number(row, "aandeel") ?? 0, 0),
          figure: notation.text(shares.cell(row, "aandeel"), .share)
        )
      }
      while parts.count < 3 { parts.append(ChartValue(label: "", value: 0, figure: "")) }
      let rest = max(1_000_000 - parts.reduce(0) { $0 + $1.value }, 0)
      parts.append(
        ChartValue(label: text(.rankOther), value: rest, figure: notation.share(rest))
      )
      return .init(label: names[code] ?? code, parts: parts)
    }
    let described = rows.map { row in
      "\(row.label): \(listed(row.parts.filter { $0.value > 0 }))"
    }
    return ShareChart(
      title: text(.marketFigure),
      description: text(.marketDescription, ["parts": described.joined(separator: ". ")]),
      rows: rows,
      legend: labels,
      endsWithOther: true
    )
  }

  /// The five products with the highest amounts, among those with a positive one.
  func largestMarkets(_ markets: Table) -> [[Cell]] {
    let products = markets.rows("niveau", "product").filter {
      (markets.number($0, "bedrag") ?? 0) > 0
    }
    return products.enumerated().sorted { first, second in
      let amounts = [first, second].map { markets.number($0.element, "bedrag") ?? 0 }
      return amounts[0] == amounts[1] ? first.offset < second.offset : amounts[0] > amounts[1]
    }.prefix(5).map(\.element)
  }
}
