import Analytics

extension TableExplanation {
  static let monthlyCourse = TableExplanation(
    .monthlyCourse,
    row: "een maand, van de eerste tot en met de laatste met goedgekeurde regels",
    meanings: [
      .indications: "unieke indicaties die in de maand actief zijn",
      .clients: "unieke cliënten die in de maand actief zijn",
    ],
    example: WorkedExample(
      "Onderbrekingen van hoogstens twee maanden horen bij het gebruik (tussenpoos_maanden = 2).",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Baken 2017-01-16 2017-02-06 10 400.00
        c1 B1 Anker 2017-04-10 2017-05-08 10 400.00
        """,
      reading: """
        In februari en maart declareert niemand, maar c1 komt in april terug en is al die tijd \
        aanwezig. c2 was in januari voor het laatst actief en stroomt dus in februari uit: \
        aanwezig is daar 2 + 0 - 1 = 1.
        """))

  static let combinations = TableExplanation(
    .combinations,
    row: "een verzameling productgroepen; elke cliënt staat in één rij",
    meanings: [.share: "aandeel in alle cliënten met een voorziening die meetelt"],
    example: WorkedExample(
      "B1 en B2 zijn samen de productgroep begeleiding, D1 is dagbesteding.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-01-16 2017-02-06 4 200.00
        c2 B2 Anker 2017-01-09 2017-02-06 5 300.00
        c2 D1 Baken 2017-05-15 2017-06-05 4 200.00
        c3 B1 Anker 2017-01-09 2017-02-06 10 400.00
        """,
      reading: """
        c1 en c2 gebruikten dezelfde 2 groepen en staan in één rij, die daarom 1.100,00 kost. \
        Alleen c1 gebruikte ze ook in dezelfde maand, januari: gelijktijdig is 1. Bij één groep \
        blijft die cel leeg.
        """))

  static let groupCounts = TableExplanation(
    .groupCounts,
    row: "een aantal productgroepen, 1 tot en met 6 of meer; elke cliënt staat in één rij",
    meanings: [.share: "aandeel in alle cliënten met een voorziening die meetelt"],
    example: WorkedExample(
      "B1 en B2 zijn samen de productgroep begeleiding, D1 is dagbesteding.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 B2 Anker 2017-06-12 2017-07-03 5 300.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 D1 Baken 2017-01-16 2017-02-06 4 200.00
        """,
      reading: """
        c1 gebruikte 2 producten van dezelfde groep en staat dus bij 1, met 700,00. c2 gebruikte \
        2 groepen.
        """))

  static let sequences = TableExplanation(
    .sequences,
    row:
      "een geordend paar van twee productgroepen, ook als niemand van de ene naar de andere ging",
    meanings: [.share: "gevolgd gedeeld door clienten_van"],
    example: WorkedExample(
      "B1 is begeleiding, D1 is dagbesteding.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-03-13 2017-04-03 4 200.00
        c2 B1 Anker 2017-02-06 2017-03-06 10 400.00
        c2 D1 Baken 2017-02-13 2017-03-06 4 200.00
        c3 B1 Anker 2017-01-09 2017-02-06 10 400.00
        """,
      reading: """
        Van de 3 cliënten met begeleiding begon er 1, c1, in een latere maand met dagbesteding; c2 \
        begon met beide in februari. Andersom, van dagbesteding naar begeleiding, ging niemand: 0.
        """))
}
