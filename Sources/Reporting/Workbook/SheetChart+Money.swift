import Analytics

extension SheetChart {
  /// The charts of years, budgets, indices, lump sums and forms of funding.
  static func money(in report: Report) -> [SheetChart] {
    [
      years(in: report), indices(in: report), buildUp(in: report), budget(in: report),
      reserves(in: report), funding(in: report), districtBudget(in: report),
    ].compactMap { $0 }
  }

  /// Whole years: of a part of one, an index says nothing.
  private static func years(in report: Report) -> SheetChart? {
    guard let table = report.table(.yearCourse) else { return nil }
    let course = YearIndices(of: table)
    let whole = course.drawn
    guard course.base != nil, whole.count > 1 else { return nil }
    let prices = ColumnName("index_prijzen")
    let lines: [(name: ColumnName, values: [Cell])] = [
      (.amountIndex, whole.map { table.cell($0, .amountIndex) }),
      (.clientIndex, whole.map { table.cell($0, .clientIndex) }),
      (prices, whole.map { course.prices($0).map(Cell.number) ?? .empty }),
    ].filter { !$0.values.contains(.empty) }
    return SheetChart(
      "Bedrag, cliënten en prijzen per volledig jaar (basisjaar = 100)", .line, beside: table,
      made: [.key(.year)]
        + lines.map { .derived($0.name, .ratio(decimals: 1), from: .amount) },
      rows: whole.indices.map { index in
        [.text(String(table.number(whole[index], .year) ?? 0))]
          + lines.map { $0.values[index] }
      })
  }

  private static func indices(in report: Report) -> SheetChart? {
    guard let table = report.table(.indexation) else { return nil }
    let known = table.rows.filter { table.number($0, .appliedIndex) != nil }
    let type = table.columns[table.position(of: .appliedIndex)].type
    return SheetChart(
      "Toegepaste index per jaar, in procenten", .bars, beside: table,
      made: [.key(.year), .derived(.appliedIndex, type, from: .ownIndex)],
      rows: known.map { row in
        [.text(String(table.number(row, .year) ?? 0)), table.cell(row, .appliedIndex)]
      })
  }

  /// The first budget in its last year, from its first block to its total.
  private static func buildUp(in report: Report) -> SheetChart? {
    guard let table = report.table(.budgetBuildUp), let name = table.rows.first else { return nil }
    let ofBudget = table.runs(of: [.budget, .year]).filter {
      table.cell($0[0], .budget) == table.cell(name, .budget)
    }
    let blocks = (ofBudget.last ?? []).filter { table.holds($0, .block) }
    guard let first = blocks.first, blocks.count > 1 else { return nil }
    func step(_ row: [Cell]) -> WaterfallStep {
      .init(name: lines(table.text(row, .description)), cents: table.number(row, .amount) ?? 0)
    }
    let title =
      "Opbouw van \(table.text(first, .budget)), \(table.number(first, .year) ?? 0)"
    return waterfall(
      title, beside: table, from: step(first), by: blocks.dropFirst().map(step),
      to: Level.total.rawValue)
  }

  private static func budget(in report: Report) -> SheetChart? {
    guard let table = report.table(.budgetMonitor) else { return nil }
    let year = table.rows.compactMap { table.number($0, .year) }.max()
    let lines = table.rows(at: .line).filter {
      table.number($0, .year) == year && table.number($0, .deviation) != nil
    }
    return SheetChart(
      "Budget en prognose per regel, \(year ?? 0)", .bars, beside: table,
      made: [.key(.budgetLine), .amount(.budget), .amount(.outcome)],
      rows: lines.largest(15) { table.number($0, .outcome) ?? 0 }.map { row in
        let outcome = table.number(row, .outcome) ?? 0
        return [
          .text(Self.lines(table.text(row, .budgetLine))),
          .number(outcome - (table.number(row, .deviation) ?? 0)), .number(outcome),
        ]
      })
  }

  private static func reserves(in report: Report) -> SheetChart? {
    guard let table = report.table(.lumpSums) else { return nil }
    let year = table.rows.compactMap { table.number($0, .year) }.max()
    let rows = table.rows.filter { table.number($0, .year) == year }
    return SheetChart(
      "Reserve en haar maximum per ontvanger, \(year ?? 0)", .bars, beside: table,
      made: [.key(.recipient), .amount(.closingReserve), .amount(.maximumReserve)],
      rows: rows.largest(15) { table.number($0, .closingReserve) ?? 0 }.map { row in
        [
          .text(lines(table.text(row, .recipient))), table.cell(row, .closingReserve),
          table.cell(row, .maximumReserve),
        ]
      })
  }

  private static func funding(in report: Report) -> SheetChart? {
    guard let table = report.table(.fundingComparison) else { return nil }
    return SheetChart(
      "Wie de groei boven de index draagt, per vorm van bekostiging", .bars, beside: table,
      made: [.key(.fundingForm), .amount(.paidByMunicipality), .amount(.carriedByProviders)],
      rows: table.rows(at: .total).map { row in
        [.fundingForm, .paidByMunicipality, .carriedByProviders].map { table.cell(row, $0) }
      })
  }

  private static func districtBudget(in report: Report) -> SheetChart? {
    guard let table = report.table(.districtBudget) else { return nil }
    let rows = table.rows.filter { !table.holds($0, .total, in: .district) }
    return SheetChart(
      "Budget per gebied, en wat er is uitgegeven", .bars, beside: table,
      made: [.key(.district), .amount(.budget), .amount(.realised)],
      rows: rows.largest(15) { table.number($0, .budget) ?? 0 }.map { row in
        [
          .text(lines(table.text(row, .district))), table.cell(row, .budget),
          table.cell(row, .realised),
        ]
      })
  }
}
