import Analytics

extension AnnexTableID {
  static let lumpSums = AnnexTableID("lumpsum")
}

extension AnnexBuilder {
  /// What recipients of a lump sum kept of it, and whether their reserves are above the maximum.
  mutating func lumpSumTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.lumpSums), let year = shownYear(of: table) else {
      return report.table(.lumpSums) == nil ? [] : [theme(.lumpSums, [text(.noLumpSums)])]
    }
    let columns: [ColumnName] = [
      .granted, .costs, .result, .openingReserve, .closingReserve, .maximumReserve, .aboveMaximum,
    ]
    let sums = block(
      MadeTable(
        id: .lumpSums, caption: text(.lumpSumTable),
        headings: [language.column(.recipient), language.column(.year)]
          + columns.map(language.column),
        rows: table.rows.prefix(40).map { row in
          .init(
            heading: table.text(row, .recipient),
            figures: [figure(row, .year, of: table)] + columns.map { figure(row, $0, of: table) })
        },
        note: [
          text(.lumpSumNote),
          note(
            on: .shownFirst, shown: min(table.rows.count, 40), left: max(table.rows.count - 40, 0),
            of: table),
        ].compactMap { $0 }.joined(separator: " ")),
      of: table)
    let ofYear = table.rows.filter { table.number($0, .year) == year }
    return [theme(.lumpSums, [lumpSumSentence(table, ofYear, year), aboveSentence(table, ofYear)])]
      + reserveFigure(table, ofYear, year) + [sums]
  }

  private func lumpSumSentence(_ table: Table, _ rows: [[Cell]], _ year: Int64) -> String {
    let result = table.sum(of: .result, in: rows)
    return text(
      result == 0 ? .lumpSumEven : result > 0 ? .lumpSumLeft : .lumpSumShort,
      [
        "year": String(year), "recipients": counted(Int64(rows.count), .recipients),
        "granted": notation.roughly(table.sum(of: .granted, in: rows)),
        "costs": notation.roughly(table.sum(of: .costs, in: rows)),
        "result": notation.roughly(abs(result)),
      ])
  }

  private func aboveSentence(_ table: Table, _ rows: [[Cell]]) -> String {
    let above = table.sorted(
      rows.filter { (table.number($0, .aboveMaximum) ?? 0) > 0 }, by: .aboveMaximum)
    guard !above.isEmpty else { return text(.noneAboveMaximum) }
    let names = above.prefix(5).map { row in
      "\(table.text(row, .recipient)) (\(notation.roughly(table.number(row, .aboveMaximum) ?? 0)))"
    }
    return text(
      .aboveMaximumOf,
      ["count": notation.count(Int64(above.count)), "names": names.joined(separator: "; ")])
  }

  /// A bar per recipient: what its reserve ends with, up to the maximum.
  private mutating func reserveFigure(
    _ table: Table, _ rows: [[Cell]], _ year: Int64
  ) -> [AnnexPage.Block] {
    let bars = rows.largest(15) { table.number($0, .closingReserve) ?? 0 }.map { row in
      FillChart.Row(
        label: text(
          (table.number(row, .aboveMaximum) ?? 0) > 0 ? .reserveAbove : .reserveWithin,
          [
            "recipient": table.text(row, .recipient),
            "reserve": figure(row, .closingReserve, of: table),
            "maximum": figure(row, .maximumReserve, of: table),
          ]),
        parts: [table.number(row, .closingReserve) ?? 0],
        marks: [table.number(row, .maximumReserve)],
        isExceeded: (table.number(row, .aboveMaximum) ?? 0) > 0)
    }
    guard !bars.isEmpty else { return [] }
    let chart = FillChart(
      title: text(.reserveFigure, ["year": String(year)]),
      description: text(.barDescription, ["parts": bars.map(\.label).joined(separator: "; ")]),
      rows: bars, legend: [text(.reserve)], marks: [text(.maximumMark)])
    return [figure("reserve", chart, table: .lumpSums)]
  }
}

extension CountedNoun {
  fileprivate static let recipients = CountedNoun(
    one: AnnexPhrase("ontvanger", "recipient"), several: AnnexPhrase("ontvangers", "recipients"))
}

extension AnnexPhrase {
  static let lumpSums = AnnexPhrase("Lumpsum en reserve", "Lump sum and reserve")
  static let noLumpSums = AnnexPhrase(
    "Wat ontvangers van hun subsidie overhielden, is niet bekend: hun kosten zijn niet aangeleverd.",
    "What recipients kept of their subsidies is not known: their costs were not delivered.")
  static let lumpSumLeft = AnnexPhrase(
    "In {year} is aan {recipients} {granted} verleend. De kosten waren {costs}: er bleef {result} over.",
    "In {year}, {granted} was granted to {recipients}. Costs were {costs}: {result} was left.")
  static let lumpSumShort = AnnexPhrase(
    "In {year} is aan {recipients} {granted} verleend. De kosten waren {costs}: er kwam {result} tekort.",
    "In {year}, {granted} was granted to {recipients}. Costs were {costs}: {result} was lacking.")
  static let lumpSumEven = AnnexPhrase(
    "In {year} is aan {recipients} {granted} verleend. De kosten waren evenveel als wat zij kregen: "
      + "{costs}.",
    "In {year}, {granted} was granted to {recipients}. Costs were as much as they received: {costs}."
  )
  static let aboveMaximumOf = AnnexPhrase(
    "Boven het maximum komen de reserves van {count}: {names}.",
    "Above the maximum are the reserves of {count}: {names}.")
  static let noneAboveMaximum = AnnexPhrase(
    "Geen enkele reserve komt boven het maximum.", "No reserve is above the maximum.")
  static let lumpSumTable = AnnexPhrase(
    "Subsidie, kosten en reserve per ontvanger en jaar",
    "Subsidy, costs and reserve per recipient and year")
  static let lumpSumNote = AnnexPhrase(
    "Het resultaat is wat is vastgesteld, of anders verleend, min de kosten. Het gaat naar de reserve of "
      + "eraf, maar de reserve komt niet onder nul.",
    "The result is what was settled, or else granted, less costs. It goes to the reserve or from it, "
      + "but the reserve does not go below zero.")
  static let reserveFigure = AnnexPhrase(
    "Reserve per ontvanger aan het eind van {year}", "Reserve per recipient at the end of {year}")
  static let reserve = AnnexPhrase("Reserve", "Reserve")
  static let maximumMark = AnnexPhrase("Maximum", "Maximum")
  static let reserveAbove = AnnexPhrase(
    "{recipient}: {reserve}, boven het maximum van {maximum}",
    "{recipient}: {reserve}, above the maximum of {maximum}")
  static let reserveWithin = AnnexPhrase(
    "{recipient}: {reserve}, maximum {maximum}", "{recipient}: {reserve}, maximum {maximum}")
}
