import Analytics

extension TableExplanation {
  static let productUse = TableExplanation(
    .productUse,
    row: "een product met gebruik, daarna elke soort voorziening, daarna alles samen (niveau)",
    example: WorkedExample(
      "B1 en B2 zijn begeleiding (maatwerk). De laatste regel van c2 is een credit.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 B2 Anker 2017-01-09 2017-02-06 5 300.00
        c2 B1 Baken 2017-03-06 2017-04-03 10 400.00
        c2 B1 Baken 2017-03-06 2017-05-08 10 -400.00
        """,
      reading: """
        Debet en credit van c2 heffen elkaar op: die voorziening is netto nul en telt niet mee, ook \
        Baken niet. c1 staat bij beide producten, maar bij maatwerk en in het totaal één keer: \
        daar is opnieuw geteld, niet opgeteld. Het bedrag telt wel op, tot 700,00.
        """))

  static let subsidies = TableExplanation(
    .subsidies,
    row: "een ontvanger, daarna het totaal (niveau)",
    meanings: [
      .amount: "subsidie van de jaren die de periode raakt, vastgesteld of anders verleend",
      .share: "aandeel in alle subsidies van die jaren",
    ],
    example: WorkedExample(
      "Er zijn vier subsidies, en één declaratie.",
      lines: "c1 B1 Anker 2017-01-09 2017-02-06 10 400.00",
      files: [
        .subsidies: """
        ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag
        Stichting Welkom,2017,60000.00,50000.00
        Stichting Welkom,2017,10000.00,
        Buurthuis De Brug,2017,40000.00,
        Buurthuis De Brug,2016,40000.00,
        """
      ],
      reading: """
        Van de eerste subsidie telt het vastgestelde bedrag, van de tweede het verleende: samen \
        60.000,00 voor Stichting Welkom. Het jaar 2016 raakt de periode niet, en declaraties tellen \
        in deze tabel niet mee.
        """))

  static let spendingShares = TableExplanation(
    .spendingShares,
    row: "een soort voorziening; alle drie staan er altijd",
    meanings: [
      .amount: "netto declaraties in de periode; bij algemeen ook de subsidies",
      .share: "aandeel in de drie bedragen samen",
    ],
    example: WorkedExample(
      "B1 is maatwerk, D1 is vrij inzetbaar.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 300.00
        c2 D1 Baken 2017-03-06 2017-04-03 10 250.00
        c2 D1 Baken 2017-03-06 2017-05-08 6 -150.00
        """,
      files: [
        .subsidies: """
        ontvanger_naam,jaar,verleend_bedrag
        Stichting Welkom,2017,600.00
        """
      ],
      reading: """
        Er zijn geen declaraties van algemene voorzieningen; de subsidie telt daar, dus 600,00. Bij \
        vrij inzetbaar blijft na de credit 100,00 over. Maatwerk is 300,00 van de drie samen: 30%.
        """))

  static let costChange = TableExplanation(
    .costChange,
    row: "een productgroep, daarna elke soort voorziening, daarna alles samen (niveau)",
    meanings: [
      .amount: "netto bedrag in de periode",
      .difference: "bedrag min bedrag_vergelijking: de zes kolommen hierna samen",
      .clients: "doordat er meer of minder cliënten zijn, in euro",
      .ended: "bedrag van producten die alleen in de vergelijking voorkomen, met een min",
    ],
    example: WorkedExample(
      "Vergeleken wordt met 2016. Het volume is in uren.",
      lines: """
        c1 B1 Anker 2016-03-07 2016-04-04 10 400.00
        c1 B1 Anker 2017-03-06 2017-04-03 10 800.00
        c2 B1 Anker 2017-03-06 2017-04-03 10 800.00
        c2 D1 Baken 2017-03-13 2017-04-03 4 200.00
        """,
      reading: """
        Begeleiding ging van 400,00 naar 1.600,00: er zijn twee keer zoveel cliënten, en een uur kost \
        twee keer zoveel. Beide deden evenveel, elk 600,00. Elke cliënt kreeg even veel uren, dus volume \
        is 0,00. Dagbesteding was er in 2016 niet: 200,00 is nieuw.
        """))
}
