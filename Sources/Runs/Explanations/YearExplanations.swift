import Analytics
import Ingest

extension TableExplanation {
  static let yearCourse = TableExplanation(
    .yearCourse,
    row:
      "een kalenderjaar van een productgroep, van een voorzieningsoort of van alles samen (niveau)",
    meanings: [
      .isWhole: "of de cijfers over het hele jaar gaan: ja of nee",
      .clients: "unieke cliënten met gebruik in het jaar",
      .amount: "declaraties en subsidies samen",
      .share: "aandeel in het bedrag van het jaar",
      .unit: "code van de eenheid; leeg als er meer zijn, of euro's",
      .volumeEffect: "netto geleverd volume in die eenheid",
      .amountPerClient: "declaraties gedeeld door clienten",
    ],
    example: WorkedExample(
      "Begeleiding kost per uur minder, en er zijn meer cliënten. Er is ook een subsidie.",
      lines: """
        c1 B1 Anker 2016-01-11 2016-02-08 10 500.00
        c2 B1 Anker 2016-12-05 2017-01-09 10 500.00
        c1 B1 Anker 2017-01-09 2017-02-06 10 450.00
        c2 B1 Anker 2017-03-06 2017-04-03 10 450.00
        c3 B1 Citer 2017-12-04 2018-01-08 12 540.00
        """,
      files: [
        .subsidies: """
        ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag
        Welzijn,2016,250.00,
        Welzijn,2017,250.00,260.00
        """,
        .indices: """
        reeks,jaar,status,waarde,vastgesteld_op
        OVA,2017,definitief,2.00,2017-11-01
        PPC,2017,definitief,2.00,2017-11-01
        """,
      ],
      reading: """
        2016 is het eerste jaar dat volledig is gedeclareerd, dus het basisjaar. In 2017 is 1.440,00 \
        gedeclareerd voor 32 uur: 45,0000 per uur, waar het 50,0000 was. Per cliënt is het 480,00. Met de \
        subsidie, zoals vastgesteld, is het bedrag 1.700,00, dus de index van het totaal is 136,0. In \
        prijzen van 2016, zonder de index van 2 %, is dat 1.666,67.
        """))

  static let fundingComparison = TableExplanation(
    .fundingComparison,
    row: "een vorm van bekostiging voor een productgroep, en voor alles samen (niveau)",
    meanings: [
      .fundingForm: "vorm van bekostiging",
      .amount: "wat de gemeente bij deze vorm in de periode betaald zou hebben",
      .difference: "bedrag min wat is gedeclareerd",
    ],
    example: WorkedExample(
      "De kosten stegen van 600 naar 900 euro; de index is 2 %.",
      lines: """
        c1 B1 Anker 2016-03-07 2016-04-04 10 400.00
        c2 B1 Anker 2016-05-09 2016-06-06 5 200.00
        c1 B1 Anker 2017-02-06 2017-03-06 10 400.00
        c2 B1 Anker 2017-02-06 2017-03-06 5 200.00
        c3 B1 Anker 2017-06-05 2017-07-03 7 300.00
        """,
      files: [
        .clients: """
        client_id,wijk_code
        c1-c3,999901
        """,
        .districts: """
        wijk_code,peiljaar,wijk_naam,inwoners,gebied
        999901,2016,Dorp,300,Noord
        999901,2017,Dorp,330,Noord
        """,
      ],
      counting: .exampleYear { $0.money.fundingIndex = 2_0000 },
      reading: """
        Geïndexeerd kostte het eerst 612,00, nu is 900,00 gedeclareerd: 288,00 meer dan de index. Bij \
        inspanning betaalt de gemeente die, bij beschikbaarheid dragen de aanbieders haar. Het aantal \
        inwoners steeg met een tiende: bij taak-gebied betaalt de gemeente 673,20, en dragen de aanbieders \
        226,80. Per cliënt kostte het 300 euro, en er zijn er nu drie: bij taak-groep en bij traject is het \
        918,00, dus 18,00 meer dan gedeclareerd.
        """))

  static let districtBudget = TableExplanation(
    .districtBudget,
    row: "een gebied; daarna alles samen (totaal)",
    meanings: [.difference: "budget min gerealiseerd"],
    example: WorkedExample(
      "Verdeeld wordt 1.000 euro: de helft naar inwoners, de helft naar cliënten in 2016.",
      lines: """
        c1 B1 Anker 2016-03-07 2016-04-04 10 400.00
        c2 B1 Anker 2016-05-09 2016-06-06 5 200.00
        c3 B1 Baken 2016-05-09 2016-06-06 5 200.00
        c1 B1 Anker 2017-02-06 2017-03-06 10 400.00
        c4 B1 Baken 2017-02-06 2017-03-06 10 450.00
        """,
      files: [
        .clients: """
        client_id,wijk_code
        c1,999901
        c2,999902
        c3,999902
        c4,999902
        """,
        .districts: """
        wijk_code,peiljaar,wijk_naam,inwoners,gebied
        999901,2017,Dorp,300,Noord
        999902,2017,Haven,500,Zuid
        """,
      ],
      counting: .exampleYear {
        $0.money.districtBudget = DistrictBudgetParameters(
          cents: 1000_00, keys: [Weight("clienten", 5000), Weight("inwoners", 5000)])
      },
      reading: """
        Noord heeft 300 van de 800 inwoners en in 2016 een van de drie cliënten: het gewicht is 0,5 × 300 / \
        800 + 0,5 × 1 / 3, dus 35,4167%, en het budget is 354,17. Er is 400,00 uitgegeven: 45,83 meer. Dat \
        Zuid in 2017 anders is gaan gebruiken, verandert zijn budget niet.
        """))

  static let rateComparison = TableExplanation(
    .rateComparison,
    row: "een product in één eenheid",
    meanings: [
      .providers: "concerns met een netto bedrag en volume boven nul",
      .median: "tarief waarbij van laag naar hoog de helft van het volume is bereikt",
      .unit: "code van de eenheid; minuten zijn tot uren (04) herleid",
    ],
    example: WorkedExample(
      "Drie concerns leveren hetzelfde product in uren.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Anker-Zuid 2017-02-06 2017-03-06 5 230.00
        c1 B1 Baken 2017-03-06 2017-04-03 10 500.00
        c3 B1 Citer 2017-03-06 2017-04-03 20 900.00
        """,
      reading: """
        Anker en Anker-Zuid zijn één concern: 630 euro voor 15 uur is 42,0000 per uur. Citer krijgt 45,0000 \
        en Baken 50,0000. Van de 45 uren wordt de helft, van laag naar hoog, bij Citer bereikt: dat is de \
        mediaan. Samen is het 2.030 euro voor 45 uur: gewogen 45,1111. De regels noemen geen tarief, dus er \
        is geen contracttarief om ze naast te leggen.
        """))
}
