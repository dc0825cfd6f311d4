import Ingest

extension ColumnName {
  public static let amountPerIndication = ColumnName("bedrag_per_indicatie")
}

extension Analysis {
  /// Use and cost per product, as tables 1 and 2 of the Zoetermeer 2017 analysis.
  public static let productUse = Analysis(
    name: "product-gebruik",
    title: "Gebruik en kosten per product",
    columns: Market.keyColumns + [
      .text(.description), .count(.indications), .count(.clients), .count(.providers),
      .amount(.amount), .derived(.amountPerClient, .amount, from: .amount, .clients),
      .derived(.amountPerIndication, .amount, from: .amount, .indications),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.indication, CountingRule.provider,
        CountingRule.recounted, CountingRule.rounding,
        "Elk product met minstens één voorziening die meetelt heeft een rij.",
      ]
    },
    balances: [Balance(.netInWindow, Market.sums())],
    disclosure: DisclosureDeclaration(
      rewording: [
        CountingRule.provider: "\(CountingRule.provider) Hun aantal is niet afgerond."
      ]
    ) { table, row in
      let market = BundleName.market(of: row, in: table)
      return [.indications(market), .clients(market), .providers(market), .amount(market)]
    },
    rows: { ledger in
      var counter = UsageCounter(ledger)
      return ledger.markets().map { market in
        let usage = counter.usage(of: market.positions)
        return market.keys + [
          market.productDescription, .count(usage.indications), .count(usage.clients),
          .count(usage.providers), .number(usage.cents),
          .cents(usage.cents, per: usage.clients), .cents(usage.cents, per: usage.indications),
        ]
      }
    })
}
