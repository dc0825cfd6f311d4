import Analytics
import Ingest

extension TableExplanation {
  static let allocationCourse = TableExplanation(
    .allocationCourse,
    row: "een maand van een productgroep, een soort voorziening of alles samen (niveau)",
    meanings: [
      .ended: "toewijzingen met hun einde in de maand",
      .clients: "unieke cliënten van de lopende toewijzingen",
    ],
    example: WorkedExample(
      "De periode is januari en februari. Er is één declaratie; toewijzingen tellen ook zonder.",
      lines: "c1 B1 Anker 2017-01-09 2017-02-06 10 400.00",
      files: [
        .allocations: """
        toewijzing_nummer,client_id,aanbieder_agb,product_code,ingangsdatum,einddatum,reden_wijziging
        c1-B1-Anker,c1,00000001,B1,2016-05-01,2017-01-31,
        n2,c1,00000003,B1,2017-02-01,,
        n3,c2,00000001,B1,2017-01-16,2017-02-10,
        n4,c2,00000001,B1,2017-02-01,,13
        """
      ],
      counting: .exampleYear { $0.windowTo = Month(year: 2017, month: 2).lastDay },
      reading: """
        In januari lopen er twee: die van c1 van 2016 en n3, die in januari begint. De eerste eindigt op \
        31 januari en loopt die maand nog mee. In februari is lopend 2 + 1 - 1 = 2: n2 is erbij, en n3 \
        loopt nog een paar dagen. n4 is verwijderd en telt alleen in die kolom.
        """))

  static let allocationEndings = TableExplanation(
    .allocationEndings,
    row: "een reden van een productgroep of van alles samen (niveau)",
    meanings: [
      .clients: "unieke cliënten van deze toewijzingen",
      .share: "aandeel in de beëindigde toewijzingen van de productgroep, of van alle",
    ],
    example: WorkedExample(
      "Een levering kan eerder stoppen dan de einddatum.",
      lines: "c1 B1 Anker 2017-01-09 2017-02-06 10 400.00",
      files: [
        .allocations: """
        toewijzing_nummer,client_id,aanbieder_agb,product_code,ingangsdatum,einddatum,\
        stop_datum_levering,reden_beeindiging
        c1-B1-Anker,c1,00000001,B1,2016-05-01,2018-06-30,2017-06-30,19
        n2,c2,00000001,B1,2016-05-01,2017-09-30,,19
        n3,c3,00000003,B1,2017-02-01,2017-12-31,,
        n4,c4,00000003,B1,2017-02-01,2018-12-31,2017-05-31,20
        """
      ],
      reading: """
        De eerste toewijzing stopt in juni 2017, een jaar voor haar einddatum. Bij n4 is de levering maar \
        tijdelijk gestopt (code 20): haar einde blijft de einddatum, in 2018, dus zij staat er niet. Van \
        de 3 die in 2017 eindigen, zijn er 2 volgens plan beëindigd, en van 1 is de reden niet opgegeven.
        """))

  static let allocationUptake = TableExplanation(
    .allocationUptake,
    row: """
      alle toewijzingen in natura van een productgroep, een concern of samen (niveau), en daaronder wie \
      van hen te meten is, per eenheid
      """,
    meanings: [
      .concern: "concern van de aanbieder van de toewijzing",
      .declared: "netto volume van hun regels in de periode",
      .share: "gedeclareerd gedeeld door toegewezen; kan meer dan één zijn",
    ],
    example: WorkedExample(
      "Toegewezen is in uren (eenheid 04), voor de hele looptijd samen (frequentie 6).",
      lines: """
        c1 B1 Anker 2017-02-06 2017-03-06 60 2400.00
        c2 B1 Anker 2017-01-09 2017-02-06 30 1200.00
        """,
      files: [
        .allocations: """
        toewijzing_nummer,client_id,aanbieder_agb,product_code,ingangsdatum,einddatum,\
        volume,eenheid,frequentie
        c1-B1-Anker,c1,00000001,B1,2017-01-01,2017-12-31,100,04,6
        c2-B1-Anker,c2,00000001,B1,2016-12-02,2017-01-30,100,04,6
        n3,c2,00000003,B1,2017-01-01,2017-12-31,50,04,6
        n4,c1,00000003,B1,2017-01-01,,,,
        """
      ],
      reading: """
        De eerste toewijzing valt heel in 2017: 100 uur. De tweede duurt 60 dagen, waarvan 30 in 2017: \
        daarvan telt de helft, 50 uur. Van het concern Anker is dus 150,00 uur toegewezen en 90,00 \
        gedeclareerd, 60,0000%. Bij Baken is op n3 niets gedeclareerd: zonder declaratie. n4 heeft geen \
        volume: zij telt als toewijzing, maar is niet te meten.
        """))

  static let expiringAllocations = TableExplanation(
    .expiringAllocations,
    row: "een maand waarin toewijzingen eindigen, van een productgroep of van alles samen (niveau)",
    meanings: [
      .month: "maand van het einde; leeg: zonder einde",
      .clients: "unieke cliënten van deze toewijzingen",
    ],
    example: WorkedExample(
      "De laatste dag van de periode is 31 december 2017.",
      lines: "c1 B1 Anker 2017-01-09 2017-02-06 10 400.00",
      files: [
        .allocations: """
        toewijzing_nummer,client_id,aanbieder_agb,product_code,ingangsdatum,einddatum
        c1-B1-Anker,c1,00000001,B1,2017-01-01,2018-02-28
        n2,c1,00000003,D1,2017-01-01,2018-02-14
        n3,c2,00000001,B1,2017-06-01,
        n4,c2,00000003,B1,2017-01-01,2017-11-30
        """
      ],
      reading: """
        Op die dag lopen er drie. In februari 2018 eindigen er twee, beide van c1: twee toewijzingen, maar \
        één cliënt. n3 heeft geen einddatum. n4 was al voorbij en staat er niet.
        """))

  static let deliveryForms = TableExplanation(
    .deliveryForms,
    row: "een vorm, van een productgroep of van alles samen (niveau); alle drie staan er altijd",
    meanings: [
      .clients: "unieke cliënten die alleen zin, alleen pgb of beide hebben",
      .share: "aandeel in de cliënten van de drie vormen samen",
      .allocations: "toewijzingen van deze cliënten die in de periode gelden",
    ],
    example: WorkedExample(
      "Een pgb staat in pgb.csv, en niet in de declaraties.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        """,
      files: [
        .personalBudgets: """
        client_id,jaar,product_groep,toegekend,besteed
        c2,2017,dagbesteding,5000.00,3500.00
        c3,2017,begeleiding,8000.00,7250.00
        c3,2016,begeleiding,8000.00,8000.00
        """
      ],
      reading: """
        In begeleiding hebben c1 en c2 alleen zin en c3 alleen een pgb van 8.000,00, waarvan 7.250,00 is \
        besteed; het pgb van 2016 hoort niet bij de periode. In dagbesteding heeft c2 alleen een pgb. Over \
        alles samen heeft c2 dus beide.
        """))
}
