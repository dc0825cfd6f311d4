import Ingest

extension ColumnName {
  public static let budgetLine = ColumnName("regel")
  public static let originalBudget = ColumnName("primitief")
  public static let currentBudget = ColumnName("actueel")
  public static let target = ColumnName("taakstelling")
  public static let realised = ColumnName("gerealiseerd")
  public static let committed = ColumnName("verplicht")
  public static let outcome = ColumnName("prognose")
  public static let deviation = ColumnName("afwijking")
  public static let direction = ColumnName("nv")
  public static let usedUp = ColumnName("uitputting")
  public static let monthReached = ColumnName("maand_bereikt")
  public static let signal = ColumnName("signaal")
}

extension Analysis {
  /// The lines of the budget beside what is spent and expected of them.
  public static let budgetMonitor = Analysis(
    name: "begroting-bewaking",
    title: "Begroting, realisatie en prognose per regel",
    columns: [
      .key(.year, .year), .key(.level), .key(.budgetLine), .amount(.originalBudget),
      .amount(.currentBudget), .amount(.ceiling), .amount(.target), .amount(.realised),
      .derived(.stillToCome, .amount, from: .realised),
      .derived(.committed, .amount, from: .realised),
      .derived(.outcome, .amount, from: .realised, .stillToCome, .committed),
      .derived(
        .deviation, .amount, from: .outcome, .currentBudget, .ceiling, .originalBudget),
      .derived(.direction, .text, from: .deviation),
      .derived(.usedUp, .share, from: .realised, .currentBudget, .ceiling, .originalBudget),
      .derived(.monthReached, .month, from: .outcome), .count(.clients), .text(.wayOfWorking),
      .derived(.signal, .text, from: .deviation),
    ],
    coverage: .allMonths,
    needs: [.budget],
    countingRules: { $0.budgetRules },
    datedRules: { ledger in [ledger.lastKnownRule] },
    laws: BudgetLaw.all,
    remarks: { BudgetOutlook($0).remarks($0) },
    rows: { BudgetOutlook($0).tableRows($0.parameters.money.budget) })
}

extension BudgetOutlook {
  fileprivate func tableRows(_ parameters: BudgetParameters) -> [[Cell]] {
    let clashing = Set(clashes.map { rows[$0.first].year })
    var table: [[Cell]] = []
    for year in Set(rows.map(\.year)).sorted() {
      let lines = rows.indices.filter { rows[$0].year == year }
      for line in lines {
        let row = rows[line]
        table.append(
          [.count(year), .level(.line), .text(row.name)]
            + cells(
              [row.original, row.current, row.ceiling, row.target], budget: row.budget,
              forecasts[line], parameters))
      }
      let keys: [Cell] = [.count(year), .level(.total), .empty]
      if clashing.contains(year) {
        table.append(keys + Array(repeating: .empty, count: 15))
        continue
      }
      func sum(_ amount: (BudgetRow) -> Int64?) -> Int64? {
        let given = lines.compactMap { amount(rows[$0]) }
        return given.isEmpty ? nil : given.reduce(0, +)
      }
      var total = BudgetForecast(lines.map { forecasts[$0] })
      total.clients = use.clientsOfYears[year] ?? 0
      table.append(
        keys
          + cells(
            [sum(\.original), sum(\.current), sum(\.ceiling), sum(\.target)],
            budget: sum(\.budget), total, parameters))
    }
    return table
  }

  private func cells(
    _ amounts: [Int64?], budget: Int64?, _ forecast: BudgetForecast,
    _ parameters: BudgetParameters
  ) -> [Cell] {
    let deviation = budget.map { forecast.expected - $0 }
    let month = budget.flatMap(forecast.monthReached).map { month in
      Month(year: forecast.year, month: month + 1).number
    }
    return amounts.map { $0.map(Cell.number) ?? .empty } + [
      .number(forecast.realised), .number(forecast.stillToCome), .number(forecast.committed),
      .number(forecast.expected), deviation.map(Cell.number) ?? .empty,
      deviation.flatMap { $0 == 0 ? nil : .text($0 > 0 ? "N" : "V") } ?? .empty,
      budget.map { .share(forecast.realised, of: abs($0)) } ?? .empty,
      month.map { .number(Int64($0)) } ?? .empty, .count(forecast.clients),
      forecast.method.map { .text($0.rawValue) } ?? .empty,
      budget.map { .text(parameters.signal(forecast.expected, of: $0)) } ?? .empty,
    ]
  }
}

extension BudgetParameters {
  fileprivate func signal(_ expected: Int64, of budget: Int64) -> String {
    if budget == 0 { return expected == 0 ? "ok" : "overleg" }
    let deviation = Int128((expected - budget).magnitude) * 1_000_000_000
    func isAbove(_ share: Share) -> Bool {
      deviation > Int128(share.billionths) * Int128(budget.magnitude)
    }
    return isAbove(consultation) ? "overleg" : isAbove(attention) ? "let op" : "ok"
  }
}

/// What the table promises beside its columns.
private enum BudgetLaw {
  static let all = [
    TableLaw("prognose is gerealiseerd, nog_te_verwachten and verplicht") { table, _ in
      table.rows.allSatisfy { row in
        table.number(row, .outcome)
          == table.number(row, .realised).map { realised in
            realised + (table.number(row, .stillToCome) ?? 0)
              + (table.number(row, .committed) ?? 0)
          }
      }
    },
    TableLaw("the lines of a year add up to totaal, unless that is empty") { table, _ in
      table.rows(at: .total).allSatisfy { total in
        if table.cell(total, .realised) == .empty { return true }
        let lines = table.rows(at: .line).filter {
          table.cell($0, .year) == table.cell(total, .year)
        }
        let columns: [ColumnName] = [
          .originalBudget, .currentBudget, .ceiling, .target, .realised, .stillToCome, .committed,
        ]
        return columns.allSatisfy { column in
          lines.reduce(0) { $0 + (table.number($1, column) ?? 0) }
            == table.number(total, column) ?? 0
        }
      }
    },
    TableLaw("the lines are those of begroting.csv") { table, _, ledger in
      let columns: [(BudgetLine.Sort, ColumnName)] = [
        (.original, .originalBudget), (.current, .currentBudget), (.ceiling, .ceiling),
        (.target, .target),
      ]
      return columns.allSatisfy { sort, column in
        table.rows(at: .line).reduce(0) { $0 + (table.number($1, column) ?? 0) }
          == (ledger.registers.budget ?? []).reduce(0) { $0 + ($1.sort == sort ? $1.cents : 0) }
      }
    },
    TableLaw("a line without keys has realised what jaarverloop has of all in that year") {
      table, tables, ledger in
      guard let years = tables.first(where: { $0.name == "jaarverloop" }) else { return true }
      return ledger.budgetRows.filter { $0.selection == BudgetLine.Selection() }
        .allSatisfy { line in
          let row = table.rows(at: .line).first {
            table.number($0, .year) == Int64(line.year)
              && table.cell($0, .budgetLine) == .text(line.name)
          }
          let whole = years.rows(at: .total).first {
            years.number($0, .year) == Int64(line.year)
          }
          return row.flatMap { table.number($0, .realised) }
            == whole.flatMap { years.number($0, .amount) } ?? 0
        }
    },
  ]
}
