import Analytics
import Ingest

extension TableExplanation {
  static let indexation = TableExplanation(
    .indexation,
    row: "een jaar waarvan elke reeks een cijfer heeft",
    example: WorkedExample(
      "De cijfers van 2023 werden definitief nadat de prijzen van 2023 al waren geïndexeerd.",
      lines: exampleLine,
      files: [
        .indices: """
        reeks,jaar,status,waarde,vastgesteld_op
        OVA,2023,voorlopig,4.74,2022-12-01
        PPC,2023,voorlopig,4.87,2022-12-01
        OVA,2023,definitief,6.36,2023-12-01
        PPC,2023,definitief,7.02,2023-12-01
        OVA,2024,voorlopig,4.94,2023-12-01
        PPC,2024,voorlopig,2.51,2023-12-01
        """
      ],
      reading: """
        Voor 2024 telt OVA voor negen tiende en PPC voor een tiende: eigen is 4,6970. Over 2023 was 6,4260 \
        definitief en 4,7530 voorlopig: de correctie is 1,6730. Samen is dat, op twee decimalen, 6,37. Voor \
        2022 zijn er geen cijfers; daarom is de correctie in 2023 0,0000. Met de vorm vng-2024 worden eigen \
        en correctie eerst apart afgerond.
        """))

  static let budgetBuildUp = TableExplanation(
    .budgetBuildUp,
    row:
      "een bouwsteen; daarna het totaal van het jaar, en het verschil met begroting.csv (niveau)",
    meanings: [
      .description: "omschrijving van de bouwsteen", .amount: "bedrag; een korting is negatief",
      .cumulative: "alles tot en met deze bouwsteen", .share: "deel van het totaal",
      .sort: "basis, index, toevoeging, korting, groei, afrekening of eenmalig",
    ],
    example: WorkedExample(
      "Een budget voor twee jaar.", lines: exampleLine,
      files: [
        .buildingBlocks: """
        budget,jaar,volgorde,soort,omschrijving,bedrag,percentage,over
        lumpsum,2017,1,basis,Start,1000.00,,
        lumpsum,2017,2,groei,Vergrijzing,,1.5,basis
        lumpsum,2017,3,eenmalig,Invoering,50.00,,
        lumpsum,2018,1,basis,Vorig jaar,,,
        lumpsum,2018,2,index,Prijzen,,2.0,
        lumpsum,2018,3,korting,Doelmatigheid,20.00,,
        """,
        .budget: """
        jaar,regel,soort,bedrag_begroot
        2018,lumpsum,actueel,1020.00
        """,
      ],
      reading: """
        De groei van 2017 is 1,5% over de basis: 15,00. 2018 begint met 1.015,00: het totaal van 2017 \
        zonder de 50,00 die eenmalig was. De index is 2% daarvan, 20,30. Na de korting blijft 1.015,30. De \
        begroting heeft 4,70 meer.
        """))

  static let budgetMonitor = TableExplanation(
    .budgetMonitor,
    row: "een regel van begroting.csv in een jaar; daarna alle regels van het jaar samen (niveau)",
    meanings: [
      .clients: "unieke cliënten met een gekozen voorziening die in het jaar meetelt",
      .ceiling: "bedrag van soort plafond",
      .stillToCome: "wat over verstreken maanden van het jaar nog wordt gedeclareerd",
      .wayOfWorking: "driehoek, gesloten, toewijzingen of patroon",
    ],
    example: WorkedExample(
      """
      Er is gedeclareerd tot en met september; oktober tot en met december liggen nog open. De \
      toewijzingen hebben geen volume.
      """,
      lines: (1...9).map { month in
        "c1 B1 Anker 2017-0\(month)-09 2017-0\(month)-30 10 100.00"
      }.joined(separator: "\n").replacing("2017-02-30", with: "2017-02-28"),
      files: [
        .budget: """
        jaar,voorzieningsoort,product_groep,soort,bedrag_begroot,bedrag_schaal
        2017,maatwerk,begeleiding,primitief,1200.00,
        2017,maatwerk,begeleiding,actueel,1150.00,
        2017,,dagbesteding,plafond,1,1000
        """
      ],
      reading: """
        Begeleiding kostte 900,00 in negen maanden. Alles komt meteen binnen, dus over die maanden is \
        niets meer te verwachten. Zonder volume in de toewijzingen is de werkwijze patroon: drie maanden \
        van 100,00 erbij. De prognose is 1.200,00, en dat is 50,00 (4,3%) boven het actuele budget: let \
        op. In december komt alles samen erboven. Dagbesteding heeft een plafond van 1 maal 1.000 euro en \
        geen declaraties.
        """))

  static let lumpSums = TableExplanation(
    .lumpSums,
    row: "een ontvanger in een jaar waarvan kosten bekend zijn",
    example: WorkedExample(
      "Een ontvanger houdt eerst over en komt daarna tekort.", lines: exampleLine,
      files: [
        .subsidies: """
        ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag,voorschot_bedrag,kosten_bedrag
        Samen,2016,1000.00,,900.00,850.00
        Samen,2017,1000.00,1000.00,1000.00,1200.00
        """
      ],
      reading: """
        In 2016 bleef 150,00 over. De reserve mag 10% van 1.000,00 zijn, dus 50,00 staat boven het maximum. \
        In 2017 was er 200,00 te weinig; de reserve van 150,00 gaat eraf en komt niet onder nul.
        """))

  /// Tables of other files have a line all the same, as there is no delivery without one.
  private static let exampleLine = "c1 B1 Anker 2017-01-09 2017-02-06 10 400.00"
}
