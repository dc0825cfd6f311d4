import Analytics
import Foundation
import Ingest

extension AnnexTableID {
  static let budget = AnnexTableID("begroting")
  static let budgetCourse = AnnexTableID("begroting-verloop")
}

extension AnnexBuilder {
  /// What of the budget is spent and what is still expected, line by line, in one year.
  mutating func budgetTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.budgetMonitor), let year = shownYear(of: table) else {
      return report.table(.budgetMonitor) == nil ? [] : [theme(.budget, [text(.noBudget)])]
    }
    let rows = table.rows.filter { table.number($0, .year) == year }
    let lines = rows.filter { table.holds($0, .line) }
    let total = rows.last.flatMap { table.number($0, .outcome) == nil ? nil : $0 }
    let watched = BudgetYear(table: table, year: year, lines: lines, total: total)
    let years = Set(table.rows.map { table.cell($0, .year) }).count
    let cut = years > 1 ? text(.otherBudgetYears, ["file": file(of: table)]) : nil
    let tables = [budgetTable(watched, note: cut), budgetCourseTable(watched)]
    return [theme(.budget, budgetSentences(watched))] + budgetFigure(watched) + tables
  }

  private mutating func budgetTable(_ year: BudgetYear, note: String?) -> AnnexPage.Block {
    let table = year.table
    let amounts: [ColumnName] = [.originalBudget, .currentBudget, .ceiling, .target]
      .filter { column in year.rows.contains { table.number($0, column) != nil } }
    return block(
      MadeTable(
        id: .budget, caption: text(.budgetTable, ["year": String(year.year)]),
        headings: [text(.budgetLine)]
          + (amounts + [.outcome, .deviation]).map { language.column($0) }
          + [text(.outcomeIs), language.column(.signal)],
        rows: year.rows.map { row in
          .init(
            heading: lineName(row, of: year), isTotal: table.holds(row, .total),
            figures: (amounts + [.outcome, .deviation]).map { figure(row, $0, of: table) }
              + [direction(row, of: table), signal(row, of: table)])
        },
        note: [text(.budgetNote), note].compactMap { $0 }.joined(separator: " ")),
      of: table)
  }

  private mutating func budgetCourseTable(_ year: BudgetYear) -> AnnexPage.Block {
    let table = year.table
    return block(
      AnnexTable(
        id: .budgetCourse, caption: text(.budgetCourseTable, ["year": String(year.year)]),
        source: table,
        columns: [
          .budgetLine, .realised, .usedUp, .stillToCome, .committed, .outcome, .monthReached,
          .clients,
        ],
        rows: year.rows,
        headings: [
          .budgetLine: text(.budgetLine), .stillToCome: text(.declaredLater),
          .committed: text(.laterMonths),
        ],
        totalHeading: { [total = text(.total)] in table.holds($0, .total) ? total : nil },
        rowHeading: { [self] in lineName($0, of: year) }, note: text(.budgetCourseNote)))
  }

  private func lineName(_ row: [Cell], of year: BudgetYear) -> String {
    year.table.holds(row, .total) ? text(.total) : lineName(year.table.text(row, .budgetLine))
  }

  /// A line without a name of its own is called by its keys, of which the first may be a kind.
  func lineName(_ name: String) -> String {
    var parts = name.components(separatedBy: " / ")
    parts[0] = kind(parts[0])
    return parts.joined(separator: " / ")
  }

  /// `nadelig`, `voordelig`.
  private func direction(_ row: [Cell], of table: Table) -> String {
    switch table.text(row, .direction) {
    case "N": text(.unfavourable)
    case "V": text(.favourable)
    default: AnnexNotation.none
    }
  }

  private func signal(_ row: [Cell], of table: Table) -> String {
    switch table.text(row, .signal) {
    case "ok": text(.signalFine)
    case "let op": text(.signalAttention)
    case "overleg": text(.signalConsultation)
    default: AnnexNotation.none
    }
  }

  /// A bar per line in percents of its budget, and one of all.
  private mutating func budgetFigure(_ year: BudgetYear) -> [AnnexPage.Block] {
    let table = year.table
    // The largest, as many as a page holds.
    let lines = year.lines.filter { (year.budget(of: $0) ?? 0) > 0 }
      .largest(20) { year.budget(of: $0) ?? 0 }
    let whole = year.total.flatMap { (year.budget(of: $0) ?? 0) > 0 ? [$0] : nil } ?? []
    let rows = lines.count > 1 || whole.isEmpty ? lines + whole : lines
    guard !rows.isEmpty else { return [] }
    let hasCeiling = rows.contains { year.hasCeilingBesideBudget($0) }
    let bars = rows.map { row -> FillChart.Row in
      let budget = year.budget(of: row) ?? 1
      func percent(_ cents: Int64) -> Int64 { Int64(Int128(cents) * 1_000_000 / Int128(budget)) }
      let parts = [ColumnName.realised, .stillToCome, .committed].map {
        percent(table.number(row, $0) ?? 0)
      }
      let isExceeded = (table.number(row, .deviation) ?? 0) > 0
      return FillChart.Row(
        label: text(
          isExceeded ? .barAbove : .barBelow,
          [
            "line": lineName(row, of: year),
            "percent": notation.share(percent(table.number(row, .outcome) ?? 0)),
            "budget": notation.euros(budget),
          ]),
        parts: parts,
        marks: [1_000_000]
          + (hasCeiling
            ? [year.hasCeilingBesideBudget(row) ? table.number(row, .ceiling).map(percent) : nil]
            : []),
        isExceeded: isExceeded)
    }
    let chart = FillChart(
      title: text(.budgetFigure, ["year": String(year.year)]),
      description: text(
        .barDescription, ["parts": bars.map(\.label).joined(separator: "; ")]),
      rows: bars, legend: [text(.realisedPart), text(.declaredLater), text(.laterMonths)],
      marks: [text(.budgetMark)] + (hasCeiling ? [language.column(.ceiling)] : []),
      limit: 2_000_000)
    return [figure("begroting", chart, table: .budget)]
  }
}

/// The lines of the budget in one year.
struct BudgetYear {
  let table: Table
  let year: Int64
  let lines: [[Cell]]
  /// Nil where two lines are about the same.
  let total: [Cell]?

  /// The lines, and their total where there is one.
  var rows: [[Cell]] { lines + (total.map { [$0] } ?? []) }

  /// What a line is measured by: the current amount, else the ceiling, else the original one. Of the
  /// total, what its lines are measured by together, which follows from the deviation.
  func budget(of row: [Cell]) -> Int64? {
    guard let outcome = table.number(row, .outcome), let deviation = table.number(row, .deviation)
    else { return nil }
    return outcome - deviation
  }

  func hasCeilingBesideBudget(_ row: [Cell]) -> Bool {
    table.number(row, .ceiling).map { $0 != budget(of: row) } ?? false
  }
}
