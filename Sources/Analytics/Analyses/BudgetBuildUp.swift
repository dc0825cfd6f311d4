import Ingest

extension ColumnName {
  public static let budget = ColumnName("budget")
  public static let order = ColumnName("volgorde")
  public static let sort = ColumnName("soort")
  public static let percentage = ColumnName("percentage")
}

extension Analysis {
  /// Of which blocks the budgets are built.
  public static let budgetBuildUp = Analysis(
    name: "begroting-opbouw",
    title: "Opbouw van budgetten uit bouwstenen",
    columns: [
      .key(.budget), .key(.year, .year), .key(.level), .key(.order, .count), .text(.sort),
      .text(.description), .percent(.percentage), .amount(.amount),
      .derived(.cumulative, .amount, from: .amount), .derived(.share, .share, from: .amount),
    ],
    coverage: .files,
    needs: [.buildingBlocks],
    countingRules: { _ in
      [
        """
        De rijen zijn de bouwstenen van bouwstenen.csv, per budget en jaar in hun volgorde. Cumulatief \
        is wat zij tot en met de rij samen zijn; aandeel is dat in het totaal.
        """,
        """
        Een percentage is over wat er tot dan toe is (cumulatief), of over de bouwstenen basis die \
        ervoor staan (over basis). Het bedrag is één keer op centen afgerond. Een korting gaat eraf.
        """,
        """
        Een basis zonder bedrag en percentage is het totaal van hetzelfde budget in het jaar ervoor, \
        zonder wat daar eenmalig was. Een index zonder bedrag en percentage is wat de tabel indexatie \
        in dat jaar toepast.
        """,
        """
        Verschil is de actuele regel van begroting.csv die heet als het budget, min het totaal; zonder \
        zo’n regel is er geen verschil.
        """, "Er tellen geen declaraties mee, en dus ook geen pgb.",
      ]
    },
    laws: [
      TableLaw("blocks add up to the total, and cumulatief ends in it") { table, _ in
        var (sum, last): (Int64, Int64?) = (0, nil)
        return table.rows.allSatisfy { row in
          let cents = table.number(row, .amount) ?? 0
          if table.holds(row, .block) {
            sum += cents
            last = table.number(row, .cumulative)
            return last == sum
          }
          if table.holds(row, .discrepancy) { return true }
          defer { (sum, last) = (0, nil) }
          return cents == sum && table.number(row, .cumulative) == last
        }
      }
    ],
    rows: { ledger in
      let lines = ledger.budgetRows
      return ledger.buildUp.years.flatMap { year -> [[Cell]] in
        let line = lines.first {
          $0.year == year.year && ByteWise($0.name) == ByteWise(year.budget)
        }
        return year.blockRows + [year.totalRow]
          + [year.differenceRow(with: line)].compactMap(\.self)
      }
    })
}

extension BuildUp.Year {
  private var keys: [Cell] { [.text(budget), .count(year)] }

  fileprivate var blockRows: [[Cell]] {
    steps.map { step in
      keys + [
        .level(.block), .count(step.block.order), .text(step.block.sort.rawValue),
        .text(step.block.description),
        step.percentage.map { .quotient($0, 100, decimals: 0) } ?? .empty, .number(step.cents),
        .number(step.cumulative), .share(step.cents, of: total),
      ]
    }
  }

  fileprivate var totalRow: [Cell] {
    keys + [
      .level(.total), .empty, .empty, .empty, .empty, .number(total), .number(total),
      .share(total, of: total),
    ]
  }

  /// Nil without a line, or where that has no current amount.
  fileprivate func differenceRow(with line: BudgetRow?) -> [Cell]? {
    guard let current = line?.current else { return nil }
    return keys + [
      .level(.discrepancy), .empty, .empty, .empty, .empty, .number(current - total), .empty,
      .share(current - total, of: total),
    ]
  }
}
