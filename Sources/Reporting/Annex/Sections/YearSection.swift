import Analytics

extension AnnexTableID {
  static let years = AnnexTableID("jaren")
  static let yearIndices = AnnexTableID("jaren-index")
  static let yearGroups = AnnexTableID("jaren-soort")
}

extension AnnexBuilder {
  /// Costs and clients year by year, as index lines with that of prices beside them.
  mutating func yearTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.yearCourse) else { return [] }
    let years = table.rows(at: .total)
    guard !years.isEmpty else { return [theme(.years, [text(.noYears)])] }
    let heading: ([Cell]) -> String? = { [self] in year(of: $0, in: table) }
    let amounts = block(
      AnnexTable(
        id: .years, caption: text(.yearTable), source: table,
        columns: [
          .year, .indications, .clients, .providers, .declarations, .subsidies, .amount,
          .amountPerClient,
        ],
        rows: years, headings: [.amount: text(.amountOfYear)], rowHeading: heading,
        note: text(.yearNote)))
    let course = YearIndices(of: table)
    let indices = yearIndexTable(table, course)
    return [theme(.years, yearSentences(table, course))] + yearFigure(table, course) + [amounts]
      + indices + yearGroups(table, course)
  }

  private func yearSentences(_ table: Table, _ course: YearIndices) -> [String?] {
    guard let last = course.whole.last else { return [text(.noWholeYear)] }
    guard let base = course.base, base != last else {
      return [
        text(
          .singleYear,
          [
            "year": figure(last, .year, of: table),
            "amount": notation.roughly(table.number(last, .amount) ?? 0),
          ])
      ]
    }
    let years = (base: figure(base, .year, of: table), last: figure(last, .year, of: table))
    let amount = text(
      .yearAmounts,
      [
        "last": years.last, "base": years.base,
        "after": notation.roughly(table.number(last, .amount) ?? 0),
        "before": notation.roughly(table.number(base, .amount) ?? 0),
        "change": change(table.number(last, .amountIndex)),
        "clients": counted(table.number(last, .clients) ?? 0, .clients),
        "clientsBefore": notation.count(table.number(base, .clients) ?? 0),
      ])
    return [
      amount, subsidySentence(table, base, last), priceSentence(table, course, last, years),
    ]
  }

  /// Where the subsidies of one of both years are not there, what declarations alone did.
  private func subsidySentence(_ table: Table, _ base: [Cell], _ last: [Cell]) -> String? {
    let lacking = [base, last].filter { table.number($0, .subsidies) == 0 }
    guard lacking.count == 1 else { return nil }
    return text(
      .subsidiesOfOneYear,
      [
        "year": figure(lacking[0], .year, of: table),
        "before": notation.roughly(table.number(base, .declarations) ?? 0),
        "after": notation.roughly(table.number(last, .declarations) ?? 0),
      ])
  }

  /// What is left of the change when prices are taken out of it.
  private func priceSentence(
    _ table: Table, _ course: YearIndices, _ last: [Cell], _ years: (base: String, last: String)
  ) -> String {
    guard let prices = course.prices(last), let constant = table.number(last, .constantIndex) else {
      return text(.noPrices, ["base": years.base, "last": years.last])
    }
    return text(
      .yearPrices,
      [
        "base": years.base, "last": years.last, "prices": change(prices),
        "change": change(constant),
      ])
  }

  /// Of an index in tenths, where 1000 is that of the year to compare with: `4,2% meer`.
  private func change(_ index: Int64?) -> String {
    guard let index else { return AnnexNotation.none }
    let percent = notation.share(abs(index - 1000) * 1000)
    return index == 1000
      ? text(.asMuch) : text(index > 1000 ? .percentMore : .percentLess, ["percent": percent])
  }

  /// Whole years alone: of a part of one, an index says nothing.
  private mutating func yearFigure(_ table: Table, _ course: YearIndices) -> [AnnexPage.Block] {
    let rows = course.drawn
    guard rows.count > 1, course.base != nil else { return [] }
    let lines: [(label: AnnexPhrase, values: [Int64?])] = [
      (.indexOfAmount, rows.map { table.number($0, .amountIndex) }),
      (.indexOfClients, rows.map { table.number($0, .clientIndex) }),
      (.indexOfPrices, rows.map(course.prices)),
    ]
    // A line with a gap would tell of something hidden.
    let shown = lines.filter { !$0.values.contains { $0 == nil } }
    guard !shown.isEmpty else { return [] }
    let notation = notation
    @Sendable func index(_ number: Int64) -> String {
      notation.text(.number(number), .ratio(decimals: 1))
    }
    let years = rows.map { figure($0, .year, of: table) }
    let parts = shown.map { line in
      text(
        .indexLine,
        [
          "name": text(line.label), "first": index((line.values.first ?? nil) ?? 0),
          "last": index((line.values.last ?? nil) ?? 0),
        ])
    }
    let chart = LineChart(
      title: text(.yearFigure, ["base": course.base.map { figure($0, .year, of: table) } ?? ""]),
      description: text(
        .indexDescription,
        [
          "first": years.first ?? "", "last": years.last ?? "",
          "parts": parts.joined(separator: "; "),
        ]),
      labels: years,
      // From 100 up and down, as an axis of charts begins at 0.
      series: shown.map { line in
        .init(label: text(line.label), values: line.values.map { ($0 ?? 1000) - 1000 })
      },
      figure: { index($0 + 1000) })
    return [figure("jaren", chart, table: .yearIndices)]
  }

  private mutating func yearIndexTable(
    _ table: Table, _ course: YearIndices
  ) -> [AnnexPage.Block] {
    guard course.base != nil else { return [] }
    let decimal = ColumnType.ratio(decimals: 1)
    return [
      block(
        MadeTable(
          id: .yearIndices,
          caption: text(
            .yearIndexTable, ["base": course.base.map { figure($0, .year, of: table) } ?? ""]),
          headings: [language.column(.year)]
            + [.indexOfAmount, .indexOfClients, .indexOfPrices, .amountConstant, .indexConstant]
            .map { text($0) },
          rows: table.rows(at: .total).map { row in
            .init(
              heading: year(of: row, in: table),
              figures: [
                figure(row, .amountIndex, of: table), figure(row, .clientIndex, of: table),
                notation.text(course.prices(row).map(Cell.number) ?? .empty, decimal),
                figure(row, .constantAmount, of: table), figure(row, .constantIndex, of: table),
              ])
          },
          note: text(.yearIndexNote)),
        of: table)
    ]
  }

  /// The base year and the last whole one, per product group.
  private mutating func yearGroups(_ table: Table, _ course: YearIndices) -> [AnnexPage.Block] {
    guard let base = course.base, let last = course.whole.last, base != last else { return [] }
    let ends = [base, last].map { table.cell($0, .year) }
    let parts = Table(
      name: table.name, title: table.title, countingRules: [], columns: table.columns,
      rows: table.rows(at: .productGroup).filter { ends.contains(table.cell($0, .year)) })
    let groups = parts.runs(of: [.kind, .productGroup]).filter { $0.count == 2 }
    let shown = groups.largest(25) { table.number($0[1], .amount) ?? 0 }
    func row(_ heading: String, _ rows: [[Cell]], isTotal: Bool) -> MadeTable.Row {
      let prices = rows.map { figure($0, .pricePerUnit, of: table) }
      return .init(
        heading: heading, isTotal: isTotal,
        figures: rows.map { figure($0, .amount, of: table) }
          + [figure(rows[1], .amountIndex, of: table), figure(rows[1], .clientIndex, of: table)]
          + prices)
    }
    let years = [base, last].map { figure($0, .year, of: table) }
    let cut = note(
      on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)
    return [
      block(
        MadeTable(
          id: .yearGroups, caption: text(.yearGroupTable, ["base": years[0], "last": years[1]]),
          headings: [language.column(.productGroup)]
            + years.map { text(.amountIn, ["year": $0]) }
            + [text(.indexOfAmount), text(.indexOfClients)]
            + years.map { text(.priceIn, ["year": $0]) },
          rows: shown.map { row(group(of: $0[0], in: table), $0, isTotal: false) }
            + [row(text(.total), [base, last], isTotal: true)],
          note: [text(.yearGroupNote), cut].compactMap { $0 }.joined(separator: " ")),
        of: table)
    ]
  }
}

/// The years of `jaarverloop` that can be compared.
struct YearIndices {
  private let table: Table
  /// The totals of whole years, in their order.
  let whole: [[Cell]]
  /// The year that indices go by, where it is one of them.
  let base: [Cell]?

  init(of table: Table) {
    self.table = table
    whole = table.rows(at: .total).filter {
      table.text($0, .isWhole) == "ja" && (table.number($0, .clients) ?? 0) > 0
    }
    let year = table.baseYear
    base = whole.first { table.number($0, .year) == year && year != nil }
  }

  /// The years of the chart: those with an index of prices, which are the base year and those around
  /// it, where there are two; else all.
  var drawn: [[Cell]] {
    let priced = whole.filter { prices($0) != nil }
    return priced.count > 1 ? priced : whole
  }

  /// The index of prices of a year in tenths: its amount over that in prices of the base year.
  func prices(_ row: [Cell]) -> Int64? {
    guard let amount = table.number(row, .amount), amount != 0,
      let constant = table.number(row, .constantAmount), constant != 0,
      case .number(let index) = Cell.quotient(
        Int128(amount) * 100, Int128(constant), decimals: 1)
    else { return nil }
    return index
  }
}

extension Table {
  /// The year whose values are 100, which a counting rule of `jaarverloop` names.
  var baseYear: Int64? {
    countingRules.lazy.compactMap { rule in
      rule.prefixMatch(of: /Het basisjaar is ([0-9]{4})/).flatMap { Int64($0.output.1) }
    }.first
  }
}
