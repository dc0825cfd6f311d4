import Analytics
import Ingest

extension TableExplanation {
  static let lots = TableExplanation(
    .lots,
    row: "een perceel; daarna gebruik zonder perceel (onbekend), en alles samen (niveau)",
    meanings: [
      .providers: "unieke partijen met een contract dat in de periode geldt",
      .clients: "unieke cliënten met gebruik van producten van het perceel",
    ],
    example: WorkedExample(
      "Het perceel van een declaratie is dat van haar product.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Citer 2017-01-09 2017-02-06 5 200.00
        c2 D1 Baken 2017-01-16 2017-02-06 4 100.00
        """,
      files: [
        .products: """
        product_code,omschrijving,product_categorie,voorzieningsoort,product_groep,perceel
        B1,Begeleiding,02,maatwerk,begeleiding,perceel 1
        D1,Dagbesteding,07,vrij_inzetbaar,dagbesteding,
        """,
        .contracts: """
        perceel,aanbieder_agb,naam,rol,contractvorm,geldig_vanaf,geldig_tot,plafond
        perceel 1,00000001,,hoofdaannemer,raamovereenkomst,2017-01-01,,50000.00
        perceel 1,00000002,,onderaannemer,raamovereenkomst,2017-01-01,,
        perceel 1,,Ebbe BV,hoofdaannemer,raamovereenkomst,2017-01-01,,10000.00
        perceel 1,00000003,,hoofdaannemer,raamovereenkomst,2015-01-01,2016-12-31,
        """,
      ],
      reading: """
        Anker en Anker-Zuid zijn één concern, dus één partij, met twee rollen. Ebbe BV is geen bekende \
        aanbieder en telt onder die naam, maar is niet actief. Het contract van Baken gold in 2017 niet \
        meer. Citer factureerde 200,00 op perceel 1 zonder contract. Dagbesteding heeft geen perceel: die \
        100,00 staat bij onbekend, en is ook zonder contract.
        """))

  static let providerTurnover = TableExplanation(
    .providerTurnover,
    row: "een kalenderjaar van een productgroep of van alles samen (niveau)",
    meanings: [
      .providers: "concerns met gebruik in het jaar",
      .clients: "unieke cliënten met gebruik in het jaar",
      .amount: "netto bedrag van het jaar",
    ],
    example: WorkedExample(
      "Alles is begeleiding, dus beide niveaus zijn hier gelijk.",
      lines: """
        c1 B1 Anker 2016-01-11 2016-02-08 10 400.00
        c2 B1 Baken 2016-03-07 2016-04-04 10 300.00
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c3 B1 Citer 2017-06-12 2017-07-03 10 600.00
        """,
      reading: """
        In 2017 kwam Citer erbij, met 600,00 van de 1.000,00: 60,0000%. Baken was er in 2016 en in 2017 \
        niet meer: uittreder, met de 300,00 van 2016. Aanbieders is 1 + 1 = 2. De regels lopen van januari \
        2016 tot en met juni 2017; 2017 is dus niet volledig, en misschien komt Baken nog.
        """))

  static let landscape = TableExplanation(
    .landscape,
    row: "een moment, voor of na, van een productgroep of van alles samen (niveau)",
    meanings: [
      .from: "eerste dag", .lastMonth: "laatste dag",
      .providers: "concerns met gebruik van de eerste tot en met de laatste dag",
      .hhi: "Herfindahl-Hirschman-index, zoals in concentratie",
      .mainContractors: "van hen: wie hoofdaannemer is",
      .subcontractors: "van hen: wie onderaannemer is",
      .members: "van hen: wie lid van een combinatie is",
    ],
    example: WorkedExample(
      "Vergeleken wordt met 2016.",
      lines: """
        c1 B1 Anker 2016-01-11 2016-02-08 10 400.00
        c2 B1 Anker 2016-01-11 2016-02-08 10 400.00
        c1 B1 Anker 2017-01-09 2017-02-06 10 300.00
        c1 B1 Baken 2017-03-06 2017-04-03 10 300.00
        c2 B1 Citer 2017-01-09 2017-02-06 10 400.00
        """,
      reading: """
        Eerst was er één aanbieder (hhi 10.000), daarna zijn het er drie, elk met precies één cliënt. c1 \
        heeft er nu twee en c2 één, dus gemiddeld zijn het er 3 / 2 = 1,50, en heeft 50,0000% van de \
        cliënten één aanbieder. De hhi is 30² + 30² + 40² = 3.400. Er is geen contracten.csv: de laatste \
        kolommen zijn leeg.
        """))

  static let concernExits = TableExplanation(
    .concernExits,
    row: "een concern met gebruik, van groot naar klein",
    meanings: [.share: "aandeel in het netto bedrag van de periode"],
    example: WorkedExample(
      "Stel dat een aanbieder stopt: wie levert het dan nog?",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-01-09 2017-02-06 10 300.00
        c2 B1 Baken 2017-01-09 2017-02-06 5 200.00
        c3 D1 Baken 2017-01-09 2017-02-06 2 100.00
        """,
      files: [
        .clients: """
        client_id,wijk_code
        c1,999901
        c2,999903
        c3,999903
        """,
        .districts: """
        wijk_code,peiljaar,wijk_naam,inwoners,gebied
        999901,2017,Dorp,300,Noord
        999903,2017,Haven,500,Zuid
        """,
      ],
      reading: """
        Dagbesteding levert alleen Baken: groepen_geen_ander is 1. Begeleiding leveren beide. Maar in Noord \
        levert alleen Anker begeleiding, en in Zuid alleen Baken: van de 3 paren van Baken (Noord en Zuid \
        met dagbesteding, Zuid met begeleiding) heeft er geen een ander. Van de 3 cliënten van Baken heeft \
        alleen c1 ook een ander concern.
        """))

  static let switches = TableExplanation(
    .switches,
    row:
      "een overgang in een productgroep (paar), daarna elke productgroep, daarna alles samen (niveau)",
    meanings: [
      .from: "het concern dat een cliënt in de eerste maand had en in de laatste niet",
      .to: "het concern dat een cliënt in de laatste maand had en in de eerste niet",
      .clients: "unieke cliënten die zo wisselden",
      .share: "clienten gedeeld door in_beide",
    ],
    example: WorkedExample(
      "Vergeleken worden januari en december, de eerste en de laatste hele maand van de periode.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 B1 Baken 2017-12-04 2018-01-08 10 400.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Anker 2017-12-04 2018-01-08 5 200.00
        c2 B1 Baken 2017-12-04 2018-01-08 5 200.00
        c3 B1 Anker 2017-01-09 2017-02-06 10 400.00
        """,
      reading: """
        c1 ging van Anker naar Baken. c2 kreeg Baken erbij en heeft Anker nog: dat is geen overstap. c3 had \
        in december niets meer en telt niet mee. Van de 2 met begeleiding in beide maanden wisselde er dus \
        1: 50,0000%.
        """))
}
