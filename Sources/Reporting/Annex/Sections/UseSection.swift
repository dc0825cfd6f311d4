import Analytics
import Ingest

extension AnnexTableID {
  static let free = AnnexTableID("viv")
  static let tailored = AnnexTableID("maatwerk")
  static let general = AnnexTableID("algemeen")
  static let subsidies = AnnexTableID("subsidies")
  static let spending = AnnexTableID("uitgaven")
  static let kinds = AnnexTableID("alle")
}

extension AnnexBuilder {
  /// Use and cost: the products of each kind, the subsidies, and all spending side by side.
  mutating func useSection() -> AnnexPage.Section {
    var blocks: [AnnexPage.Block] = []
    if let products = report.table(.productUse) {
      blocks.append(block(productTable(.free, .freeTable, .freelyDeployable, products)))
      blocks.append(block(productTable(.tailored, .tailoredTable, .tailored, products)))
    }
    if let subsidies = report.table(.subsidies) {
      let table = AnnexTable(
        id: .subsidies, caption: text(.subsidyTable, ["years": years]), source: subsidies,
        columns: [.recipient, .amount, .share], rows: subsidies.rows,
        headings: [.amount: text(.subsidy)],
        totalHeading: { [total] in subsidies.holds($0, .total) ? total : nil },
        shown: .largest(25, by: .amount))
      blocks.append(block(table))
    }
    if let products = report.table(.productUse) {
      let general = productTable(.general, .generalTable, .general, products)
      // The municipality may have none: then the row of the kind stands alone.
      if general.rows.count > 1 { blocks.append(block(general)) }
    }
    blocks += spending()
    if let products = report.table(.productUse) { blocks.append(kindTable(products)) }
    var section = begin(.use)
    section.paragraphs = [useNote]
    section.blocks = blocks
    return section
  }

  private var total: String { text(.total) }

  private var useNote: String {
    guard let publication = report.publication, publication.amountBaseEuros > 0 else {
      return text(.useNote)
    }
    return text(.useNoteRounded, ["rounding": language.rounding(publication)])
  }

  private func productTable(
    _ id: AnnexTableID, _ caption: AnnexPhrase, _ kind: ProvisionKind, _ products: Table
  ) -> AnnexTable {
    let total = text(.total)
    return AnnexTable(
      id: id, caption: text(caption), source: products,
      columns: [.description, .indications, .clients, .providers, .amount, .amountPerClient],
      rows: byDescription(products.rows(.kind, kind.code), in: products),
      totalHeading: { products.holds($0, .product) ? nil : total },
      shown: .largest(25, by: .amount), note: text(.distinctNote))
  }

  /// Products by name, as readers look for them and in the order of bytes, which is that of every
  /// table; the total stays last.
  private func byDescription(_ rows: [[Cell]], in products: Table) -> [[Cell]] {
    let totals = rows.filter { !products.holds($0, .product) }
    return rows.filter { products.holds($0, .product) }.enumerated().sorted { first, second in
      let names = [first, second].map { products.text($0.element, .description) }
      return precedesByteWise(names[0], names[1])
        || (!precedesByteWise(names[1], names[0]) && first.offset < second.offset)
    }.map(\.element) + totals
  }

  /// Clients and amount per kind, and of all kinds together.
  private mutating func kindTable(_ products: Table) -> AnnexPage.Block {
    let total = text(.tableTotal)
    return block(
      AnnexTable(
        id: .kinds, caption: text(.kindTable), source: products,
        columns: [.kind, .indications, .clients, .providers, .amount, .amountPerClient],
        rows: products.rows.filter { !products.holds($0, .product) },
        totalHeading: { products.holds($0, .total) ? total : nil },
        rowHeading: { [self] in kind(products.text($0, .kind)) }, note: text(.distinctNote)))
  }

  private mutating func spending() -> [AnnexPage.Block] {
    guard let shares = report.table(.spendingShares) else { return [] }
    let table = block(
      AnnexTable(
        id: .spending, caption: text(.spendingTable), source: shares,
        columns: [.kind, .amount, .share], rows: shares.rows, headings: [.amount: text(.amount)],
        rowHeading: { [self] in kind(shares.text($0, .kind)) }))
    let parts = shares.rows.map { row in
      share(of: row, in: shares, label: kind(shares.text(row, .kind)))
    }
    guard parts.contains(where: { $0.value > 0 }) else { return [table] }
    let chart = ShareChart(
      title: text(.spendingFigure),
      description: text(.spendingDescription, ["parts": listed(parts)]),
      rows: [.init(label: "", parts: parts)], legend: parts.map { "\($0.label) \($0.figure)" })
    return [figure("uitgaven", chart, table: .spending), table]
  }
}

extension AnnexPhrase {
  static let use = AnnexPhrase("Gebruik en kosten", "Use and cost")
  static let useNote = AnnexPhrase(
    "Bedragen staan in hele euro’s, elk apart afgerond uit hele centen. Rijen kunnen daardoor "
      + "een euro van hun totaal afwijken.",
    "Amounts are in whole euros, each rounded on its own from exact cents. Rows may differ by "
      + "a euro from their total.")
  static let useNoteRounded = AnnexPhrase(
    "{rounding}, elk cijfer apart. Rijen tellen daardoor niet altijd op tot hun totaal.",
    "{rounding}, each figure by itself. Rows therefore do not always add up to their total.")
  static let freeTable = AnnexPhrase(
    "Vrij inzetbare voorzieningen: gefactureerd gebruik en bedrag per product",
    "Freely accessible provisions (VIV): invoiced use and amount per product")
  static let tailoredTable = AnnexPhrase(
    "Maatwerkvoorzieningen: gefactureerd gebruik en bedrag per product",
    "Tailored provisions (maatwerk): invoiced use and amount per product")
  static let generalTable = AnnexPhrase(
    "Gefactureerde algemene voorzieningen: gebruik en bedrag per product",
    "Invoiced general provisions: use and amount per product")
  static let subsidyTable = AnnexPhrase(
    "Subsidies voor algemene voorzieningen, {years}", "Subsidies for general provisions, {years}")
  static let spendingTable = AnnexPhrase(
    "Uitgaven per soort voorziening", "Spending per kind of provision")
  static let spendingFigure = AnnexPhrase(
    "Verhouding van de uitgaven per soort voorziening", "Shares of spending per kind of provision")
  static let spendingDescription = AnnexPhrase(
    "Eén balk, verdeeld in {parts}.", "One bar, divided into {parts}.")
  static let general = AnnexPhrase("Algemene voorzieningen", "General provisions")
  static let tailored = AnnexPhrase("Maatwerkvoorzieningen", "Tailored provisions")
  static let free = AnnexPhrase("Vrij inzetbare voorzieningen", "Freely accessible provisions")
  static let tableTotal = AnnexPhrase("Alle voorzieningen", "All provisions")
  static let distinctNote = AnnexPhrase(
    "Aantallen zijn uniek binnen hun rij. Het totaal is opnieuw geteld en kan kleiner zijn dan "
      + "de som van de rijen.",
    "Counts are distinct within their row. The total is counted again and may be smaller than "
      + "the sum of the rows.")
  static let kindTable = AnnexPhrase(
    "Gefactureerd gebruik en bedrag per soort voorziening",
    "Invoiced use and amount per kind of provision")
  static let subsidy = AnnexPhrase("Subsidie", "Subsidy")
}
