import Ingest

extension ColumnName {
  public static let function = ColumnName("functie")
  public static let perThousand = ColumnName("per_1000")
}

extension Analysis {
  private static let whole = RowSet.all.and(.municipality, .total)
  private static let municipalities = RowSet.all.and(.municipality, .total, isEqual: false)

  /// Use of functions per municipality, beside its inhabitants.
  public static let region = Analysis(
    name: "regio",
    title: "Gebruik en kosten per gemeente en functie",
    columns: [
      .key(.municipality), .key(.level), .key(.function), .count(.inhabitants), .count(.clients),
      .derived(.perThousand, .ratio(decimals: 4), from: .clients, .inhabitants),
      .count(.indications), .amount(.amount),
    ],
    needs: [.window, .municipality],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.indication,
      ] + parameters.supply.regionRules + [
        """
        Inwoners zijn die van de wijken van gebieden.csv in het peiljaar waarvan de code begint met \
        die van de gemeente. Is er geen, of is er een leeg, dan zijn zij en die van het totaal leeg.
        """, CountingRule.recounted, CountingRule.rounding,
      ]
    },
    datedRules: { ledger in DistrictAssignment(ledger).map { [$0.yearRule] } ?? [] },
    balances: [
      Balance(
        .netInWindow,
        [
          RowSum(
            municipalities.and(.level, .function), to: municipalities.and(.level, .total),
            by: [.municipality]),
          RowSum(
            municipalities.and(.level, .function), to: whole.and(.level, .function),
            by: [.function]),
          RowSum(whole.and(.level, .function), to: whole.and(.level, .total)),
        ]),
      Balance(nil, [RowSum(municipalities, to: whole, by: [.level, .function])], of: .clients),
    ],
    rows: { ledger in
      let (names, functionOfProduct) = ledger.registers.functions(ledger.parameters.supply.function)
      let municipalities = Municipalities(ledger)
      let ofClient = municipalities.ofClient
      let (unknown, functionCount) = (municipalities.codes.count, names.count)
      let byMunicipality = ledger.invoicedPlacements(into: unknown + 1) { ofClient[Int($0.client)] }
      let byFunction = ledger.invoicedPlacements(into: functionCount) {
        functionOfProduct[Int($0.product)]
      }
      let byBoth = ledger.invoicedPlacements(into: (unknown + 1) * functionCount) {
        ofClient[Int($0.client)] * functionCount + functionOfProduct[Int($0.product)]
      }
      let whole = ledger.invoicedPlacements(into: 1) { _ in 0 }
      let used = names.indices.filter { !byFunction[$0].isEmpty }

      var counter = UsageCounter(ledger)
      func rows(
        _ code: Cell, _ inhabitants: Int?, _ all: ArraySlice<Int32>,
        _ ofFunction: (Int) -> ArraySlice<Int32>
      ) -> [[Cell]] {
        let count = inhabitants.map(Cell.count) ?? .empty
        func row(_ level: Level, _ function: Cell, _ positions: ArraySlice<Int32>) -> [Cell] {
          let usage = counter.usage(of: positions)
          return [
            code, .level(level), function, count, .count(usage.clients),
            .quotient(Int64(usage.clients) * 1000, Int64(inhabitants ?? 0), decimals: 4),
            .count(usage.indications), .number(usage.cents),
          ]
        }
        return used.map { row(.function, .text(names[$0]), ofFunction($0)) }
          + [row(.total, .empty, all)]
      }
      var result = municipalities.codes.indices.flatMap { index in
        rows(
          .text(municipalities.codes[index]), municipalities.inhabitants[index],
          byMunicipality[index]
        ) { byBoth[index * functionCount + $0] }
      }
      if !byMunicipality[unknown].isEmpty {
        result += rows(.level(.unknown), nil, byMunicipality[unknown]) {
          byBoth[unknown * functionCount + $0]
        }
      }
      return result
        + rows(.level(.total), municipalities.totalInhabitants, whole[0]) { byFunction[$0] }
    })
}
