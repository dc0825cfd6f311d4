import Ingest

extension ColumnName {
  public static let concern = ColumnName("concern")
  public static let rank = ColumnName("rang")
  public static let clientShare = ColumnName("aandeel_clienten")
}

extension Analysis {
  /// Every concern in every market, by rank.
  public static let providers = Analysis(
    name: "aanbieders",
    title: "Aanbieders per markt",
    columns: Market.keyColumns + [
      .key(.concern), .derived(.rank, .count, from: .amount), .amount(.amount),
      .derived(.share, .share, from: .amount), .count(.clients),
      .derived(.clientShare, .share, from: .clients),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.concern,
        rowRule,
        """
        Het aandeel is dat in het netto bedrag van de markt, en blijft leeg als dat nul is. Een \
        cliënt kan bij meer concerns tellen.
        """, CountingRule.rounding,
      ]
    },
    balances: [Balance(.netInWindow, Market.sums(by: [.concern]))],
    disclosure: DisclosureDeclaration(rewording: [rowRule: rowRuleOfEdition]) { table, row in
      let bundle = BundleName.care(
        table.text(row, .kind), table.text(row, .productCode), table.text(row, .concern))
      let market = BundleName.market(of: row, in: table)
      return [
        .amount(bundle), .amount(market, in: .share, .denominator), .clients(bundle),
        .clients(market, in: .clientShare, .denominator),
      ]
    },
    rows: { ledger in
      let names = ledger.registers.concerns
      var counter = ConcernCounter(ledger)
      return ledger.markets().flatMap { market in
        let concerns = counter.shares(of: market.positions)
        let total = concerns.cents
        return concerns.shares.enumerated().map { index, share in
          market.keys + [
            .text(names[share.concern]), .count(index + 1), .number(share.cents),
            .share(share.cents, of: total), .count(share.clients),
            .share(Int64(share.clients), of: Int64(concerns.clients)),
          ]
        }
      }
    })

  private static let rowRule = """
    Per markt (product, soort voorziening, totaal) staat elk concern met minstens één voorziening \
    die meetelt, van groot naar klein; bij gelijke bedragen gaat de naam voor.
    """
  private static let rowRuleOfEdition = """
    Per markt (product, soort voorziening, totaal) staan de concerns waarvan de cijfers niet \
    verborgen zijn, op volgorde van hun getoonde bedrag; bij gelijke bedragen gaat de naam voor. De \
    rang telt alleen deze rijen. De andere concerns zijn samen de overige aanbieders: hun bedrag is \
    het getoonde van de markt min dat van deze rijen, en x als dat niet boven nul ligt.
    """
}
