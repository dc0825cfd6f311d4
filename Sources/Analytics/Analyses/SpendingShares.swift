import Ingest

extension Analysis {
  /// Spending per kind of provision, subsidies included, side by side.
  public static let spendingShares = Analysis(
    name: "uitgaven-verhouding",
    title: "Verhouding van de uitgaven per soort voorziening",
    columns: [.key(.kind), .amount(.amount), .derived(.share, .share, from: .amount)],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net,
        "Subsidies tellen als algemene voorziening.", CountingRule.subsidyYears,
        """
        Beslaat de periode een deel van een jaar, dan staan hier hele jaren subsidie naast een \
        deel van een jaar declaraties.
        """, CountingRule.rounding,
      ]
    },
    balances: [Balance(.netInWindowWithSubsidies)],
    disclosure: DisclosureDeclaration { table, row in
      let isGeneral = table.cell(row, .kind) == .text(ProvisionKind.general.code)
      return [
        .amount(
          .market(table.text(row, .kind), ""), in: .amount, isGeneral ? .withSubsidies : .value)
      ]
    },
    rows: { ledger in
      let kindOfProduct = ledger.registers.products.map(\.kind.rawValue)
      var sums = [Int64](repeating: 0, count: ProvisionKind.allCases.count)
      for placement in ledger.placements {
        sums[kindOfProduct[Int(placement.product)]] += placement.windowNet
      }
      sums[ProvisionKind.general.rawValue] += ledger.subsidiesInWindow
      let total = sums.reduce(0, +)
      return ProvisionKind.allCases.map { kind in
        let cents = sums[kind.rawValue]
        return [.text(kind.code), .number(cents), .share(cents, of: total)]
      }
    })
}
