import Analytics
import Ingest

extension TableExplanation {
  static let lengthOfStay = TableExplanation(
    .lengthOfStay,
    row: "een productgroep na 3, 6, 12 en 24 maanden; de laatste groep, totaal, is voor allen",
    meanings: [
      .endedSpells: "van hen: waarvan het einde is gezien",
      .atRisk: "perioden die zo lang zijn gevolgd en nog niet eerder eindigden",
      .share: "deel van de perioden dat langer duurt dan na_maanden; leeg: niet te zeggen",
    ],
    example: WorkedExample(
      """
      Onderbrekingen van hoogstens twee maanden horen bij het gebruik (tussenpoos_maanden = 2). Alles \
      is in de maand zelf gedeclareerd.
      """,
      lines: """
        c1 B1 Anker 2017-01-09 2017-01-31 10 400.00
        c1 B1 Anker 2017-03-06 2017-03-31 10 400.00
        c2 B1 Anker 2017-03-06 2017-03-31 10 400.00
        c3 B1 Anker 2017-04-10 2017-04-30 10 400.00
        c3 B1 Anker 2017-07-10 2017-07-31 10 400.00
        """,
      files: [
        .allocations: """
        toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum
        c1-B1-Anker,c1,00000001,2016-11-01
        c2-B1-Anker,c2,00000001,2017-03-01
        c3-B1-Anker,c3,00000001,2017-04-01
        """
      ],
      reading: """
        De gegevens lopen tot en met juli, dus een einde is te zien tot en met april: er moeten \
        drie maanden zonder gebruik op volgen. c2 eindigt na één maand. c3 heeft in juli nog gebruik en is \
        alleen in april gevolgd: niet beëindigd. Van deze twee duurt dus de helft, 50,0000%, langer \
        dan één maand, en de mediaan is 1. c1 begon al in november 2016 en eindigt na vijf maanden, maar is pas vanaf de \
        derde gezien en telt dan pas mee: na 3 maanden is alleen c1 in beeld, na 6 maanden niemand.
        """))

  static let inflowOutflow = TableExplanation(
    .inflowOutflow,
    row: """
      een maand van een productgroep, een soort voorziening, een gebied (met clienten.csv en \
      gebieden.csv) of van alles samen (niveau)
      """,
    meanings: [.inflow: "cliënten van wie het gebruik in de maand begint"],
    example: WorkedExample(
      "Elke maand zonder gebruik is een onderbreking (tussenpoos_maanden = 0).",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-02-13 2017-03-06 4 200.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Anker 2017-02-06 2017-03-06 10 400.00
        """,
      counting: .exampleYear { $0.gapMonths = 0 },
      reading: """
        c1 gaat in februari van begeleiding naar dagbesteding: uitstroom bij de ene, instroom bij de \
        andere. Bij begeleiding is dan 2 + 0 - 1 = 1 cliënt aanwezig. In het totaal is c1 gebleven: \
        in februari 2 + 0 - 0 = 2.
        """))

  static let sequencesOverTime = TableExplanation(
    .sequencesOverTime,
    row: "een geordend paar van productgroepen, zoals in opvolging, na 3, 6 en 12 maanden",
    meanings: [
      .clients: "cliënten die de eerste productgroep gebruikten",
      .atRisk: "cliënten die zo lang zijn gevolgd en bij wie de tweede nog niet eerder kwam",
      .followed: "cliënten bij wie de tweede binnen dat aantal maanden kwam",
      .share: "geschat deel bij wie de tweede binnen dat aantal maanden komt; leeg: niet te zeggen",
    ],
    example: WorkedExample(
      "B1 is begeleiding, D1 is dagbesteding. De periode voor opvolging is ook heel 2017.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-03-13 2017-04-03 4 200.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c3 B1 Anker 2017-11-06 2017-12-04 10 400.00
        """,
      counting: .exampleYear { ($0.sequenceFrom, $0.sequenceTo) = ($0.windowFrom, $0.windowTo) },
      reading: """
        Bij c1 volgde dagbesteding na twee maanden. c3 is maar één maand gevolgd, tot en met december: \
        na twee maanden is van c3 niets bekend. Van de twee die dan wel zijn gevolgd, c1 en c2, is het \
        er één: 50,0000%, en niet 1 van 3. c2 is elf maanden gevolgd; na 12 maanden is niemand meer in \
        beeld, en blijft het aandeel leeg.
        """))

  static let pathways = TableExplanation(
    .pathways,
    row: "een van de tien trajecten met de meeste cliënten; daarna overig en totaal (niveau)",
    meanings: [
      .clients: "unieke cliënten met dit traject; elke cliënt heeft er één",
      .share: "aandeel in alle cliënten met gebruik in de periode voor opvolging",
    ],
    example: WorkedExample(
      "Een overlap van één maand is een overgang (overlap_maanden = 2).",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 B1 Anker 2017-02-06 2017-03-06 10 400.00
        c1 D1 Baken 2017-02-13 2017-03-06 4 200.00
        c1 D1 Baken 2017-03-13 2017-04-03 4 200.00
        c2 B1 Anker 2017-02-06 2017-03-06 10 400.00
        c2 D1 Baken 2017-02-13 2017-03-06 4 200.00
        """,
      reading: """
        c1 heeft in februari beide, maar alleen die maand: dat is de overgang van begeleiding naar \
        dagbesteding, en geen stap. c2 heeft alleen een maand met beide; dan telt die wel, als één stap. \
        c1 had al in januari gebruik, de eerste maand, en staat dus in vanaf_begin.
        """))
}
