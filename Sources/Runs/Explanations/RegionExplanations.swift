import Analytics
import Ingest

extension TableExplanation {
  private static let twoMunicipalities = """
    client_id,gemeente_code
    c1,9901
    c2,9901
    c3,9902
    """

  static let region = TableExplanation(
    .region,
    row:
      "een functie van een gemeente, of alle samen (niveau); de laatste gemeente, totaal, is de regio",
    meanings: [.inhabitants: "inwoners van de gemeente in het peiljaar, uit gebieden.csv"],
    example: WorkedExample(
      "Functies zijn hier productgroepen.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-01-16 2017-02-06 4 100.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c3 D1 Baken 2017-01-16 2017-02-06 4 100.00
        """,
      files: [
        .clients: twoMunicipalities,
        .districts: """
        wijk_code,peiljaar,wijk_naam,inwoners,gebied
        990101,2017,Dorp,300,Noord
        990102,2017,Polder,200,Noord
        990201,2017,Haven,400,Zuid
        """,
      ],
      reading: """
        Gemeente 9901 heeft 300 + 200 = 500 inwoners: de wijken met een code die met 9901 begint. Twee \
        cliënten op 500 inwoners is 4 per 1.000. c1 gebruikt beide functies en telt bij elk, maar in het \
        totaal van de gemeente één keer. In 9902 gebruikt niemand begeleiding: de rij staat er met 0. Een \
        cliënt hoort bij één gemeente, dus over gemeenten tellen cliënten op: 2 + 1 = 3.
        """))

  static let overlap = TableExplanation(
    .overlap,
    row: "een gemeente; daarna totaal",
    meanings: [
      .clients: "unieke cliënten met gebruik van een functie van de groep",
      .share: "ook gedeeld door clienten",
    ],
    example: WorkedExample(
      "De groep is begeleiding ([overlap] groep); de andere functies zijn alle andere.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-10-16 2017-11-06 4 100.00
        c2 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c3 D1 Baken 2017-01-16 2017-02-06 4 100.00
        """,
      files: [.clients: twoMunicipalities],
      counting: .exampleYear { $0.supply.overlapGroups = ["begeleiding"] },
      reading: """
        In gemeente 9901 gebruiken c1 en c2 begeleiding, en c1 ook dagbesteding, al is het maanden later: \
        50,0000%. c3 gebruikt alleen dagbesteding en telt dus niet mee: in 9902 is er niemand, en is het \
        aandeel leeg.
        """))
}
