import Analytics

extension AnnexTableID {
  static let region = AnnexTableID("regio")
  static let regionFunctions = AnnexTableID("regio-functies")
  static let overlap = AnnexTableID("overlap")
}

extension AnnexBuilder {
  /// The municipalities of a region side by side, and who uses several functions; nothing of a single
  /// municipality, but its overlap where that was asked for.
  mutating func regionTheme() -> [AnnexPage.Block] {
    let region = report.table(.region).flatMap { hasSeveral($0) ? $0 : nil }
    let overlap = report.table(.overlap).flatMap { $0.rows.isEmpty ? nil : $0 }
    guard region != nil || overlap != nil else { return [] }
    let sentences = [region.flatMap(regionSentence), overlap.flatMap(overlapSentence)]
    return [theme(.region, sentences)] + (region.map { regionBlocks($0) } ?? [])
      + (overlap.map { overlapBlocks($0) } ?? [])
  }

  private func hasSeveral(_ table: Table) -> Bool {
    table.rows(at: .total).count { isMunicipality($0, of: table) } > 1
  }

  private func isMunicipality(_ row: [Cell], of table: Table) -> Bool {
    !table.holds(row, .total, in: .municipality) && !table.holds(row, .unknown, in: .municipality)
  }

  private func municipality(_ row: [Cell], of table: Table) -> String {
    table.holds(row, .total, in: .municipality)
      ? text(.wholeRegion) : named(table.text(row, .municipality))
  }

  private mutating func regionBlocks(_ table: Table) -> [AnnexPage.Block] {
    let rows = table.rows(at: .total)
    let whole = text(.wholeRegion)
    let totals = block(
      AnnexTable(
        id: .region, caption: text(.regionTable), source: table,
        columns: [.municipality, .inhabitants, .clients, .perThousand, .indications, .amount],
        rows: rows,
        totalHeading: { table.holds($0, .total, in: .municipality) ? whole : nil },
        shown: .largest(40, by: .clients)))
    let hasRates = rows.contains { table.number($0, .perThousand) != nil }
    let column: ColumnName = hasRates ? .perThousand : .clients
    let bars = rows.filter { isMunicipality($0, of: table) && table.number($0, column) != nil }
      .prefix(40).map { bar($0, column, of: table) }
    let reference = rows.last { table.holds($0, .total, in: .municipality) }.flatMap { row in
      hasRates && table.number(row, column) != nil ? bar(row, column, of: table) : nil
    }
    let chart = BarChart(
      title: text(hasRates ? .regionRateFigure : .regionClientFigure),
      description: text(
        .barDescription, ["parts": listed(bars + (reference.map { [$0] } ?? []))]),
      bars: bars, reference: reference)
    return (bars.isEmpty ? [] : [figure("regio", chart, table: .region)]) + [totals]
      + functionTable(table)
  }

  private func bar(_ row: [Cell], _ column: ColumnName, of table: Table) -> ChartValue {
    ChartValue(
      label: municipality(row, of: table), value: table.number(row, column) ?? 0,
      figure: figure(row, column, of: table))
  }

  /// Clients per municipality and function: a column for each of the seven functions with most.
  private mutating func functionTable(_ table: Table) -> [AnnexPage.Block] {
    let ofRegion = table.rows(at: .function).filter {
      table.holds($0, .total, in: .municipality)
    }
    let names = ofRegion.largest(7) { table.number($0, .clients) ?? 0 }
      .map { table.text($0, .function) }
    let municipalities = table.runs(of: [.municipality])
    guard !names.isEmpty else { return [] }
    return [
      block(
        MadeTable(
          id: .regionFunctions, caption: text(.functionTable),
          headings: [language.column(.municipality)] + names,
          rows: municipalities.map { rows in
            .init(
              heading: municipality(rows[0], of: table),
              isTotal: table.holds(rows[0], .total, in: .municipality),
              figures: names.map { name in
                rows.first { table.cell($0, .function) == .text(name) }
                  .map { figure($0, .clients, of: table) } ?? AnnexNotation.none
              })
          },
          note: names.count < ofRegion.count
            ? text(.otherFunctions, ["file": file(of: table)]) : text(.functionNote)),
        of: table)
    ]
  }

  private mutating func overlapBlocks(_ table: Table) -> [AnnexPage.Block] {
    let whole = text(.wholeRegion)
    let overlap = block(
      AnnexTable(
        id: .overlap, caption: text(.overlapTable), source: table,
        columns: [.municipality, .clients, .also, .share], rows: table.rows,
        totalHeading: { table.holds($0, .total, in: .municipality) ? whole : nil },
        shown: .largest(40, by: .clients), note: text(.overlapNote)))
    let bars = table.rows.filter {
      isMunicipality($0, of: table) && table.number($0, .share) != nil
    }.prefix(40).map { share(of: $0, in: table, label: municipality($0, of: table)) }
    guard bars.count > 1 else { return [overlap] }
    let chart = BarChart(
      title: text(.overlapFigure), description: text(.barDescription, ["parts": listed(bars)]),
      bars: bars)
    return [figure("overlap", chart, table: .overlap), overlap]
  }

  /// The municipality with the highest rate, or with most clients where inhabitants are not known.
  private func regionSentence(_ table: Table) -> String? {
    let rows = table.rows(at: .total).filter { isMunicipality($0, of: table) }
    let count = notation.count(Int64(rows.count))
    let rated = rows.filter { table.number($0, .perThousand) != nil }
    guard let most = table.sorted(rated, by: .perThousand).first else {
      return text(.regionSentence, ["count": count])
    }
    return text(
      .regionRateSentence,
      [
        "count": count, "municipality": municipality(most, of: table),
        "rate": figure(most, .perThousand, of: table),
      ])
  }

  private func overlapSentence(_ table: Table) -> String? {
    guard let whole = table.rows.last, let clients = table.number(whole, .clients), clients > 0
    else { return nil }
    return text(
      .overlapSentence,
      [
        "clients": counted(clients, .clients), "also": figure(whole, .also, of: table),
        "share": figure(whole, .share, of: table),
      ])
  }
}

extension AnnexPhrase {
  static let region = AnnexPhrase("De gemeenten van de regio", "The municipalities of the region")
  static let wholeRegion = AnnexPhrase("Alle gemeenten", "All municipalities")
  static let regionSentence = AnnexPhrase(
    "De cliënten komen uit {count} gemeenten. Hoeveel inwoners die hebben, is niet bekend.",
    "The clients come from {count} municipalities. How many inhabitants these have is not known.")
  static let regionRateSentence = AnnexPhrase(
    "De cliënten komen uit {count} gemeenten. Gemeente {municipality} telt naar verhouding de meeste: "
      + "{rate} per 1.000 inwoners.",
    "The clients come from {count} municipalities. Municipality {municipality} has the most for its "
      + "size: {rate} per 1,000 inhabitants.")
  static let regionTable = AnnexPhrase(
    "Cliënten en bedrag per gemeente", "Clients and amount per municipality")
  static let regionRateFigure = AnnexPhrase(
    "Cliënten per 1.000 inwoners, per gemeente", "Clients per 1,000 inhabitants, per municipality")
  static let regionClientFigure = AnnexPhrase(
    "Cliënten per gemeente", "Clients per municipality")
  static let functionTable = AnnexPhrase(
    "Cliënten per gemeente en functie", "Clients per municipality and function")
  static let functionNote = AnnexPhrase(
    "Wie meer functies gebruikt, telt bij elk ervan mee.",
    "Those who use several functions count in each of them.")
  static let otherFunctions = AnnexPhrase(
    "De functies met de meeste cliënten; de andere, en de bedragen, staan in {file} en in de werkmap.",
    "The functions with most clients; the others, and the amounts, are in {file} and in the workbook."
  )
  static let overlapSentence = AnnexPhrase(
    "Van {clients} met een van de gekozen functies gebruikten er {also} ({share}) ook een andere.",
    "Of {clients} with one of the chosen functions, {also} ({share}) used another as well.")
  static let overlapTable = AnnexPhrase(
    "Cliënten van de gekozen functies die ook een andere gebruiken, per gemeente",
    "Clients of the chosen functions who use another as well, per municipality")
  static let overlapFigure = AnnexPhrase(
    "Deel dat ook een andere functie gebruikt, per gemeente",
    "Share that uses another function as well, per municipality")
  static let overlapNote = AnnexPhrase(
    "Welke functies dat zijn, staat bij de telregels.",
    "Which functions these are stands in the counting rules.")
}
