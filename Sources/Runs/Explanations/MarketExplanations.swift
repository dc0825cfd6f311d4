import Analytics

extension TableExplanation {
  static let concentration = TableExplanation(
    .concentration,
    row: "een markt: een product met gebruik, een soort voorziening of alles samen (niveau)",
    meanings: [
      .providers: "concerns met een netto bedrag boven nul",
      .amount: "netto bedrag van die concerns samen",
    ],
    example: WorkedExample(
      "Anker en Anker-Zuid horen bij één concern.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 500.00
        c2 B1 Anker-Zuid 2017-01-09 2017-02-06 2 100.00
        c3 B1 Baken 2017-01-09 2017-02-06 4 200.00
        c4 B1 Citer 2017-01-09 2017-02-06 3 150.00
        c5 B1 Duin 2017-01-09 2017-02-06 1 50.00
        """,
      reading: """
        De vier concerns hebben 60, 20, 15 en 5 procent van 1.000,00. De drie grootste hebben samen \
        95% van het bedrag, en bedienen 4 van de 5 cliënten. De hhi is 60² + 20² + 15² + 5² = 4.250.
        """))

  static let providers = TableExplanation(
    .providers,
    row: "een concern in een markt: van een product, een soort voorziening of alles samen (niveau)",
    meanings: [
      .clients: "unieke cliënten van het concern in de markt",
      .share: "aandeel van het concern in het bedrag van de markt",
    ],
    example: WorkedExample(
      "Anker en Anker-Zuid horen bij één concern; c2 was bij Anker-Zuid en bij Baken.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 500.00
        c2 B1 Anker-Zuid 2017-01-09 2017-02-06 2 100.00
        c2 B1 Baken 2017-03-06 2017-04-03 8 400.00
        """,
      reading: """
        Het concern Anker krijgt 600,00 en bedient beide cliënten; Baken krijgt 400,00 en bedient \
        alleen c2. De aandelen in het bedrag zijn samen één, die in de cliënten meer, omdat c2 bij beide \
        telt. Er is één product, dus zijn soort en totaal gelijk.
        """))
}
