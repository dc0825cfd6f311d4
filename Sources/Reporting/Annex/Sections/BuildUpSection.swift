import Analytics

extension AnnexTableID {
  static func buildUp(_ number: Int) -> AnnexTableID {
    AnnexTableID(number == 0 ? "opbouw" : "opbouw-\(number + 1)")
  }
}

extension AnnexBuilder {
  /// Of which blocks each budget is built in its last year, each as a staircase.
  mutating func buildUpTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.budgetBuildUp) else { return [] }
    let builds = table.runs(of: [.budget, .year]).map { BuildUpOfYear($0, of: table) }
    guard !builds.isEmpty else { return [theme(.buildUp, [text(.noBuildUp)])] }
    // The years of a budget follow each other: each is shown in its last one.
    let latest = builds.indices.filter { place in
      !builds.indices.contains(place + 1) || builds[place + 1].name != builds[place].name
    }.map { builds[$0] }
    let shown = latest.prefix(Self.shownBudgets)
    let isCut = builds.count > shown.count
    let sentences = shown.map { buildUpSentence($0, of: table) }
    var blocks = [theme(.buildUp, sentences + [isCut ? otherBuilds(table) : nil])]
    for (number, build) in shown.enumerated() {
      let rows = buildUpTable(build, number, of: table)
      blocks += staircase(build, number, of: table) + [rows]
    }
    return blocks
  }

  private static let shownBudgets = 3

  private func otherBuilds(_ table: Table) -> String {
    text(.otherBuilds, ["file": file(of: table)])
  }

  private func buildUpSentence(_ build: BuildUpOfYear, of table: Table) -> String? {
    guard let total = build.total, let cents = table.number(total, .amount) else { return nil }
    var sentences = [
      text(
        .buildUpSentence,
        [
          "budget": build.budget, "year": String(build.year), "total": notation.euros(cents),
          "blocks": counted(Int64(build.blocks.count), .blocks),
        ])
    ]
    // The block that adds or takes most, of those after the first.
    if let most = build.blocks.dropFirst().max(by: {
      abs(table.number($0, .amount) ?? 0) < abs(table.number($1, .amount) ?? 0)
    }), let amount = table.number(most, .amount), amount != 0 {
      sentences.append(
        text(
          amount > 0 ? .largestAddition : .largestDeduction,
          [
            "block": table.text(most, .description), "amount": notation.euros(abs(amount)),
          ]))
    }
    if let row = build.difference, let difference = table.number(row, .amount) {
      sentences.append(
        text(
          difference == 0 ? .asBudgeted : difference > 0 ? .budgetedMore : .budgetedLess,
          ["difference": notation.euros(abs(difference))]))
    }
    return sentences.joined(separator: " ")
  }

  /// From the first block to the total; nothing of a single block.
  private mutating func staircase(
    _ build: BuildUpOfYear, _ number: Int, of table: Table
  ) -> [AnnexPage.Block] {
    guard let first = build.blocks.first, build.blocks.count > 1, let total = build.total else {
      return []
    }
    func value(_ label: String, _ row: [Cell], isChange: Bool) -> ChartValue {
      let cents = table.number(row, .amount) ?? 0
      let sign = isChange && cents > 0 ? "+" : ""
      return ChartValue(label: label, value: cents, figure: sign + notation.euros(cents))
    }
    let start = value(table.text(first, .description), first, isChange: false)
    let changes = build.blocks.dropFirst().map {
      value(label(of: $0, in: table), $0, isChange: true)
    }
    let end = value(text(.total), total, isChange: false)
    let chart = WaterfallChart(
      title: text(
        .staircase, ["budget": build.budget, "year": String(build.year)]),
      description: text(.barDescription, ["parts": listed([start] + changes + [end])]),
      start: start, changes: Array(changes), end: end)
    return [
      figure(number == 0 ? "opbouw" : "opbouw-\(number + 1)", chart, table: .buildUp(number))
    ]
  }

  /// `Indexatie 2024 (6,37%)`.
  private func label(of row: [Cell], in table: Table) -> String {
    let name = table.text(row, .description)
    return table.number(row, .percentage) == nil
      ? name : "\(name) (\(percent(row, .percentage, of: table)))"
  }

  private mutating func buildUpTable(
    _ build: BuildUpOfYear, _ number: Int, of table: Table
  ) -> AnnexPage.Block {
    let rows =
      build.blocks.map { (row: $0, heading: table.text($0, .description)) }
      + [(build.total, AnnexPhrase.total), (build.difference, .budgetedDifference)]
      .compactMap { row, heading in row.map { (row: $0, heading: text(heading)) } }
    return block(
      MadeTable(
        id: .buildUp(number),
        caption: text(
          .buildUpTable, ["budget": build.budget, "year": String(build.year)]),
        headings: [text(.block), text(.blockSort), language.column(.percentage)]
          + [text(.blockAmount), text(.blockSum), language.column(.share)],
        rows: rows.map { row, heading in
          .init(
            heading: heading, isTotal: table.holds(row, .total),
            figures: [
              figure(row, .sort, of: table), percent(row, .percentage, of: table),
              figure(row, .amount, of: table), figure(row, .cumulative, of: table),
              figure(row, .share, of: table),
            ])
        }),
      of: table)
  }
}

/// The rows of one budget in one year.
private struct BuildUpOfYear {
  /// By its bytes.
  let name: Cell
  let budget: String
  let year: Int64
  let blocks: [[Cell]]
  let total: [Cell]?
  /// What the line of the budget is above the total; nil without such a line.
  let difference: [Cell]?

  init(_ rows: [[Cell]], of table: Table) {
    name = rows.first.map { table.cell($0, .budget) } ?? .empty
    budget = rows.first.map { table.text($0, .budget) } ?? ""
    year = rows.first.flatMap { table.number($0, .year) } ?? 0
    blocks = rows.filter { table.holds($0, .block) }
    total = rows.first { table.holds($0, .total) }
    difference = rows.first { table.holds($0, .discrepancy) }
  }
}

extension CountedNoun {
  fileprivate static let blocks = CountedNoun(
    one: AnnexPhrase("bouwsteen", "block"), several: AnnexPhrase("bouwstenen", "blocks"))
}

extension AnnexPhrase {
  static let buildUp = AnnexPhrase("Hoe het budget is opgebouwd", "How the budget is built")
  static let noBuildUp = AnnexPhrase(
    "Hoe het budget is opgebouwd, is niet bekend: er is geen bestand met bouwstenen aangeleverd.",
    "How the budget is built is not known: no file of building blocks was delivered.")
  static let buildUpSentence = AnnexPhrase(
    "{budget} is voor {year} {total}, opgebouwd uit {blocks}.",
    "{budget} is {total} for {year}, built of {blocks}.")
  static let largestAddition = AnnexPhrase(
    "Na de eerste is de grootste stap {block}: {amount} erbij.",
    "After the first, the largest step is {block}: {amount} added.")
  static let largestDeduction = AnnexPhrase(
    "Na de eerste is de grootste stap {block}: {amount} eraf.",
    "After the first, the largest step is {block}: {amount} taken off.")
  static let asBudgeted = AnnexPhrase(
    "In de begroting staat hetzelfde bedrag.", "The budget has the same amount.")
  static let budgetedMore = AnnexPhrase(
    "In de begroting staat {difference} meer.", "The budget has {difference} more.")
  static let budgetedLess = AnnexPhrase(
    "In de begroting staat {difference} minder.", "The budget has {difference} less.")
  static let otherBuilds = AnnexPhrase(
    "Andere budgetten en jaren staan in {file} en in de werkmap.",
    "Other budgets and years are in {file} and in the workbook.")
  static let staircase = AnnexPhrase(
    "Van de eerste bouwsteen naar het totaal: {budget}, {year}",
    "From the first block to the total: {budget}, {year}")
  static let buildUpTable = AnnexPhrase(
    "Bouwstenen van {budget}, {year}", "Building blocks of {budget}, {year}")
  static let block = AnnexPhrase("Bouwsteen", "Block")
  static let blockSort = AnnexPhrase("Soort", "Kind")
  static let blockAmount = AnnexPhrase("Bedrag", "Amount")
  static let blockSum = AnnexPhrase("Tot dan toe", "So far")
  static let budgetedDifference = AnnexPhrase(
    "Verschil met de begroting", "Difference with the budget")
}
