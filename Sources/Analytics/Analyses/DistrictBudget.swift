import Ingest

extension ColumnName {
  public static let weight = ColumnName("gewicht")
  public static let perInhabitant = ColumnName("per_inwoner")
}

extension Analysis {
  private static let whole = RowSet.all.and(.district, .total)

  /// A budget divided over districts by keys, beside what was spent there.
  public static let districtBudget = Analysis(
    name: "wijkbudget",
    title: "Budget per gebied naar verdeelsleutels",
    columns: [
      .key(.district), .count(.inhabitants), .derived(.weight, .share, from: .district),
      .amount(.budget), .amount(.realised),
      .derived(.difference, .amount, from: .budget, .realised),
      .derived(.perInhabitant, .amount, from: .budget, .inhabitants),
    ],
    needs: [.clients, .districts, .districtBudget, .districtKeys],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.district,
        parameters.districtBudgetRule,
        """
        Het gewicht van een gebied is de som, over de sleutels, van het deel van de sleutel maal het \
        aandeel van het gebied in alle gebieden. Cliënten en bedrag als sleutel zijn die van de \
        vergelijkingsperiode, zodat niemand wordt beloond voor hogere kosten nu; zonder \
        vergelijkingsperiode zijn het die van de periode.
        """, parameters.comparisonRule,
        """
        Het budget van een gebied is het bedrag maal het gewicht, naar beneden afgerond op centen; \
        wat overblijft gaat met een cent tegelijk naar de grootste resten. Het verschil is budget min \
        gerealiseerd.
        """,
        """
        Gerealiseerd is het netto bedrag in de periode. Wat van cliënten zonder bekend gebied is, \
        staat alleen in het totaal. Subsidies tellen niet mee.
        """, CountingRule.personalBudgets, CountingRule.rounding,
      ]
    },
    datedRules: { DistrictAssignment($0).map { [$0.yearRule] } ?? [] },
    balances: [
      // The total, to itself.
      Balance(.netInWindow, [RowSum(whole, to: whole)], of: .realised),
      Balance(nil, [.toTotal(in: .district)], of: .budget),
    ],
    laws: [
      TableLaw("the budget of totaal is bedrag") { table, _, ledger in
        let total = table.rows.last.flatMap { table.number($0, .budget) }
        return total == ledger.parameters.money.districtBudget?.cents
      },
      TableLaw("verschil is budget - gerealiseerd") { table, _ in
        table.rows.allSatisfy { row in
          let budget = table.number(row, .budget) ?? 0
          return table.number(row, .difference) == budget - (table.number(row, .realised) ?? 0)
        }
      },
    ],
    rows: { ledger in
      guard let keys = try? ledger.districtKeys().get() else { return [] }
      let assignment = keys.assignment
      let budgets = Apportionment.parts(
        of: keys.budget.cents, weights: keys.weights, whole: keys.whole)
      let realised = ledger.nets(by: keys.districtOfClient, count: assignment.names.count)
      func row(_ name: Cell, _ inhabitants: Int?, _ weight: Cell, _ budget: Int64, _ net: Int64)
        -> [Cell]
      {
        [
          name, inhabitants.map(Cell.count) ?? .empty, weight, .number(budget), .number(net),
          .number(budget - net), .cents(budget, per: inhabitants ?? 0),
        ]
      }
      let districts = assignment.names.indices.map { district in
        row(
          .text(assignment.names[district]), assignment.inhabitants[district],
          keys.share(of: district), budgets[district], realised[district])
      }
      return districts + [
        row(
          .level(.total), assignment.totalInhabitants, .share(1, of: 1), keys.budget.cents,
          ledger.netInWindow)
      ]
    })
}

extension CountingParameters {
  /// What is divided, and by which keys.
  fileprivate var districtBudgetRule: String {
    guard let budget = money.districtBudget else { return "Er is geen [wijkbudget]." }
    let keys = budget.keys.map { "\($0.name) (\(inPercent(tenThousandths: $0.tenThousandths)))" }
    return "Verdeeld wordt \(inEuros(budget.cents)) naar \(keys.joined(separator: ", "))."
  }
}
