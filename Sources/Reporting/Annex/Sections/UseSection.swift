import Analytics
import Ingest

extension AnnexBuilder {
  /// Use and cost: the products of each kind, the subsidies, and all spending side by side.
  mutating func useSection() -> AnnexPage.Section {
    var blocks: [AnnexPage.Block] = []
    if let products = report.table("product-gebruik") {
      blocks.append(block(productTable("viv", .freeTable, kind: "vrij_inzetbaar", products)))
      blocks.append(block(productTable("maatwerk", .tailoredTable, kind: "maatwerk", products)))
    }
    if let subsidies = report.table("subsidies") {
      blocks.append(
        block(
          AnnexTable(
            id: "subsidies",
            caption: text(.subsidyTable, ["years": years]),
            source: subsidies,
            columns: ["ontvanger_naam", "bedrag", "aandeel"],
            rows: subsidies.rows,
            headings: ["bedrag": language.column("subsidie")],
            totalHeading: { [total] in subsidies.text($0, "niveau") == "totaal" ? total : nil }
          )
        )
      )
    }
    if let products = report.table("product-gebruik") {
      let general = productTable("algemeen", .generalTable, kind: "algemeen", products)
      // The municipality may have none: then the row of the kind stands alone.
      if general.rows.count > 1 { blocks.append(block(general)) }
    }
    blocks += spending()
    if let products = report.table("product-gebruik") { blocks.append(kindTable(products)) }
    return .init(
      sectionID: "gebruik",
      heading: text(.use),
      paragraphs: [text(.useNote)],
      blocks: blocks
    )
  }

  private var total: String { text(.total) }

  private func productTable(
    _ id: String,
    _ caption: AnnexPhrase,
    kind: String,
    _ products: Table
  ) -> AnnexTable {
    let total = text(.total)
    return AnnexTable(
      id: id,
      caption: text(caption),
      source: products,
      columns: [
        "omschrijving", "indicaties", "clienten", "aanbieders", "bedrag", "bedrag_per_client",
      ],
      rows: byDescription(products.rows("voorzieningsoort", kind), in: products),
      totalHeading: { products.text($0, "niveau") == "product" ? nil : total },
      note: text(.distinctNote)
    )
  }

  /// Products by name, as readers look for them and in the order of bytes, which is that of every
  /// table; the total stays last.
  private func byDescription(_ rows: [[Cell]], in products: Table) -> [[Cell]] {
    let (parts, totals) = (
      rows.filter { products.text($0, "niveau") == "product" },
      rows.filter { products.text($0, "niveau") != "product" }
    )
    return parts.enumerated().sorted { first, second in
      let names = [first, second].map { products.text($0.element, "omschrijving") }
      return precedesByteWise(names[0], names[1])
        || (!precedesByteWise(names[1], names[0]) && first.offset < second.offset)
    }.map(\.element) + totals
  }

  /// Clients and amount per kind, and of all kinds together.
  private mutating func kindTable(_ products: Table) -> AnnexPage.Block {
    let total = text(.tableTotal)
    return block(
      AnnexTable(
        id: "alle",
        caption: text(.kindTable),
        source: products,
        columns: [
          "voorzieningsoort", "indicaties", "clienten", "aanbieders", "bedrag",
          "bedrag_per_client",
        ],
        rows: products.rows.filter { products.text($0, "niveau") != "product" },
        totalHeading: { products.text($0, "niveau") == "totaal" ? total : nil },
        rowHeading: { [self] in kind(products.text($0, "voorzieningsoort")) },
        note: text(.distinctNote)
      )
    )
  }

  private mutating func spending() -> [AnnexPage.Block] {
    guard let shares = report.table("uitgaven-verhouding") else { return [] }
    let table = block(
      AnnexTable(
        id: "uitgaven",
        caption: text(.spendingTable),
        source: shares,
        columns: ["voorzieningsoort", "bedrag", "aandeel"],
        rows: shares.rows,
        headings: ["bedrag": text(.amount)],
        rowHeading: { [self] in kind(shares.text($0, "voorzieningsoort")) }
      )
    )
    let parts = shares.rows.map { row in
      ChartValue(
        label: kind(shares.text(row, "voorzieningsoort")),
        value: shares.number(row, "aandeel") ?? 0,
        figure: notation.text(shares.cell(row, "aandeel"), .share)
      )
    }
    guard parts.contains(where: { $0.value > 0 }) else { return [table] }
    let chart = ShareChart(
      title: text(.spendingFigure),
      description: text(.spendingDescription, ["parts": listed(parts)]),
      rows: [.init(label: "", parts: parts)],
      legend: parts.map { "\($0.label) \($0.figure)" }
    )
    return [figure("uitgaven", chart, table: "uitgaven"), table]
  }

  /// `Limor 25,0%, Impegno 20,1%`, for the description of a chart.
  func listed(_ values: [ChartValue]) -> String {
    values.map { "\($0.label) \($0.figure)" }.joined(separator: "; ")
  }
}
