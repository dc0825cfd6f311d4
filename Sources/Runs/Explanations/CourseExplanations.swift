import Analytics
import Ingest

extension TableExplanation {
  static let declarationTriangle = TableExplanation(
    .declarationTriangle,
    row: "een prestatiemaand met een vertraging, per productgroep; daarna totaal",
    meanings: [.amount: "netto gedeclareerd met precies deze vertraging"],
    example: WorkedExample(
      "Alle regels zijn van begeleiding, dus totaal is hier gelijk.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-01-31 10 400.00
        c2 B1 Anker 2017-01-16 2017-02-20 10 400.00
        c1 B1 Anker 2017-02-06 2017-02-28 5 200.00
        c2 B1 Anker 2017-02-13 2017-03-06 10 400.00
        """,
      reading: """
        Over januari is 400,00 in de maand zelf gedeclareerd en 400,00 een maand later, samen 800,00. \
        Op de laatste dagtekening, 6 maart, is maart nog niet voorbij: de driehoek loopt tot en met \
        februari, en de laatste regel telt nog niet. Februari lijkt met 200,00 dus goedkoper, maar is \
        nog niet binnen.
        """))

  static let declarationFactors = TableExplanation(
    .declarationFactors,
    row:
      "een vertraging, van 0 tot de maand waarin alles binnen is, per productgroep; daarna totaal",
    example: WorkedExample(
      "Na één maand is alles binnen (uitgelopen_na = 1).",
      lines: """
        c1 B1 Anker 2017-01-09 2017-01-31 10 400.00
        c2 B1 Anker 2017-01-16 2017-02-20 10 300.00
        c1 B1 Anker 2017-02-06 2017-02-28 5 200.00
        c2 B1 Anker 2017-02-13 2017-03-31 10 300.00
        """,
      counting: .exampleYear { $0.course.endDelay = 1 },
      reading: """
        Over januari en februari kwam in de maand zelf 400,00 + 200,00 = 600 euro binnen, en een maand \
        later nog 300,00 + 300,00: het werd 1.200 euro. De factor is 1.200 / 600 = 2,000000, dus in de \
        maand zelf is 1 / 2 = 50,0000% binnen. Met die factor zou januari 100 euro hoger zijn \
        uitgekomen en februari 100 euro lager: daarom is sigma niet nul.
        """))

  static let stillToCome = TableExplanation(
    .stillToCome,
    row: """
      een prestatiemaand van een productgroep of van alle samen; daarna hun sommen en een controle \
      (niveau)
      """,
    meanings: [
      .developed: "deel dat naar verwachting binnen is; in een som gedeclareerd / verwacht"
    ],
    example: WorkedExample(
      "Na één maand is alles binnen (uitgelopen_na = 1).",
      lines: """
        c1 B1 Anker 2017-01-09 2017-01-31 5 200.00
        c2 B1 Anker 2017-01-16 2017-02-20 10 500.00
        c1 B1 Anker 2017-02-06 2017-02-28 5 200.00
        c2 B1 Anker 2017-02-13 2017-03-20 15 700.00
        c1 B1 Anker 2017-03-06 2017-03-31 3 100.00
        """,
      counting: .exampleYear { $0.course.endDelay = 1 },
      reading: """
        Januari en februari zijn compleet. Daar werd 400 euro in de maand zelf 1.600 euro een maand \
        later: de factor is 4, en van maart is een kwart, 25,0000%, binnen. Dat is minder dan de helft \
        (bf_onder), en 4 maal 100,00 zou te veel van één regel laten afhangen. Daarom geldt voor maart \
        BF: er komt nog driekwart van het gemiddelde van 700,00 en 900,00, dus 600,00. Verwacht is \
        100,00 + 600,00 = 700,00. De standaardfout van 205,02 is groot, want zij rust op twee maanden.
        """))

  static let lookBack = TableExplanation(
    .lookBack,
    row: "een terugblik van 3, 6 of 12 maanden, per productgroep; daarna totaal",
    meanings: [
      .expected: "wat er, met de declaraties van toen gerekend, sindsdien zou komen",
      .difference: "gekomen min verwacht",
    ],
    example: WorkedExample(
      """
      De driehoek loopt tot en met juni (tot_en_met = "2017-06"), en na één maand is alles binnen \
      (uitgelopen_na = 1).
      """,
      lines: """
        c1 B1 Anker 2017-01-09 2017-01-31 10 400.00
        c2 B1 Anker 2017-01-16 2017-02-20 10 300.00
        c1 B1 Anker 2017-02-06 2017-02-28 5 200.00
        c2 B1 Anker 2017-02-13 2017-03-20 10 300.00
        c1 B1 Anker 2017-03-06 2017-03-31 3 100.00
        c2 B1 Anker 2017-03-13 2017-04-10 4 150.00
        """,
      counting: .exampleYear {
        $0.course.endDelay = 1
        $0.course.lastMonth = Month(year: 2017, month: 6)
      },
      reading: """
        Eind maart waren de eerste vijf regels bekend. Daarmee was de factor 2: over maart was 100,00 \
        binnen, en er zou nog 100,00 komen. Er kwam 150,00, dus 50,00 meer. Dat is minder dan twee maal \
        93,54. Van 6 en 12 maanden terug zijn er geen declaraties, en dus geen rijen.
        """))
}
