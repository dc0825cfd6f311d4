import Ingest

extension ColumnName {
  public static let largestShare = ColumnName("cr1")
  public static let twoLargestShare = ColumnName("cr2")
  public static let threeLargestShare = ColumnName("cr3")
  public static let hhi = ColumnName("hhi")
  public static let effectiveNumber = ColumnName("effectief_aantal")
  public static let threeLargestClients = ColumnName("clienten_cr3")
}

extension Analysis {
  /// How far each market is in the hands of few concerns.
  public static let concentration = Analysis(
    name: "concentratie",
    title: "Concentratie van aanbieders per markt",
    columns: Market.keyColumns + [
      .text(.description), .count(.providers), .amount(.amount),
      .derived(.largestShare, .share, from: .amount),
      .derived(.twoLargestShare, .share, from: .amount),
      .derived(.threeLargestShare, .share, from: .amount),
      .derived(.hhi, .ratio(decimals: 1), from: .amount),
      .derived(.effectiveNumber, .ratio(decimals: 2), from: .amount),
      .derived(.threeLargestClients, .share),
    ],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        "Aanbieders zijn hier concerns. \(CountingRule.concern)",
        amountRule, shareRule, hhiRule, clientRule, CountingRule.rounding,
      ]
    },
    disclosure: DisclosureDeclaration(rewording: rewording) { table, row in
      let market = BundleName.market(of: row, in: table)
      let threeLargest = BundleName.threeLargest(
        table.text(row, .kind), table.text(row, .productCode))
      return [
        .providers(market), .amount(market, in: .amount, .substitute),
        .clients(threeLargest, in: .threeLargestClients, .numerator, host: market),
        .clients(market, in: .threeLargestClients, .denominator),
      ]
    },
    rows: { ledger in
      var counter = ConcernCounter(ledger)
      return ledger.markets().map { market in
        let all = counter.shares(of: market.positions)
        let concerns = all.shares.filter { $0.cents > 0 }
        let served = counter.clients(of: market, servedBy: concerns.prefix(3).map(\.concern))
        return market.keys + [market.productDescription, .count(concerns.count)]
          + figures(of: all.concentration) + [.share(Int64(served), of: Int64(all.clients))]
      }
    })

  private static let amountRule = """
    Een concern met een netto bedrag van nul of minder in een markt blijft daar buiten de tabel; het \
    bedrag is dat van de andere concerns.
    """
  private static let shareRule = """
    cr1, cr2 en cr3 zijn de aandelen van het grootste, de twee grootste en de drie grootste \
    concerns; zijn er minder, dan telt wat er is. Bij gelijke bedragen gaat de naam voor.
    """
  private static let hhiRule = """
    De hhi is de som van de gekwadrateerde aandelen maal 10.000; het effectieve aantal is 10.000 \
    gedeeld door de hhi.
    """
  private static let clientRule = """
    clienten_cr3 is het aandeel van alle cliënten van de markt die door minstens één van de drie \
    grootste concerns zijn bediend.
    """

  /// An edition knows the shown concerns alone, so that it has bounds.
  private static let rewording = [
    amountRule: """
    Het bedrag is dat van de hele markt, ook waar een concern een netto bedrag van nul of minder \
    heeft; zo'n concern telt niet bij de aanbieders. Het aantal aanbieders is niet afgerond.
    """,
    shareRule: """
    cr1, cr2 en cr3 zijn de aandelen in dat bedrag van de eerste, de eerste twee en de eerste drie \
    getoonde concerns, hoogstens 1; zijn er minder, dan telt wat er is. Een verborgen concern kan \
    groter zijn: het zijn, op de afronding na, ondergrenzen.
    """,
    hhiRule: """
    De hhi is de som van de gekwadrateerde aandelen maal 10.000, hoogstens 10.000. De concerns die \
    niet zijn getoond tellen daarin als even grote delen van de rest. De hhi is zo, op de afronding \
    na, een ondergrens, en het effectieve aantal, 10.000 gedeeld door de hhi, een bovengrens.
    """,
    clientRule: """
    clienten_cr3 is het aandeel van alle cliënten van de markt die door minstens één van de drie \
    grootste concerns zijn bediend, of die concerns nu getoond zijn of niet.
    """,
  ]

  /// Amount, shares of the largest, HHI and effective number.
  private static func figures(of amounts: AmountConcentration) -> [Cell] {
    [.number(amounts.total)] + (1...3).map(amounts.share(ofLargest:))
      + [amounts.hhi, amounts.effectiveNumber]
  }
}
