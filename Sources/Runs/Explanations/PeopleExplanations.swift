import Analytics
import Ingest

extension TableExplanation {
  static let districtUse = TableExplanation(
    .districtUse,
    row: "een gebied met een soort voorziening, of met alle samen (niveau totaal)",
    example: WorkedExample(
      "Van c3 is geen wijk bekend. Wijken met hetzelfde gebied zijn opgeteld.",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c2 B1 Baken 2017-03-06 2017-04-03 5 200.00
        c3 D1 Baken 2017-03-06 2017-04-03 4 100.00
        """,
      files: [
        .clients: """
        client_id,wijk_code
        c1,999901
        c2,999902
        c3,
        """,
        .districts: """
        wijk_code,peiljaar,wijk_naam,inwoners,gebied
        999901,2017,Dorp,300,Noord
        999902,2017,Polder,200,Noord
        999903,2017,Haven,500,Zuid
        """,
      ],
      reading: """
        Dorp en Polder zijn samen Noord: 2 cliënten op 500 inwoners is 4 per 1.000. Zuid staat er \
        ook zonder cliënten. c3 is onbekend, zonder inwoners, en telt wel mee in het totaal van \
        de gemeente: 3 cliënten op 1.000 inwoners.
        """))

  static let ages = TableExplanation(
    .ages,
    row: "een productgroep met een leeftijdsklasse; de laatste groep, totaal, is voor allen",
    meanings: [.share: "aandeel in de cliënten van de productgroep"],
    example: WorkedExample(
      "Er zijn drie klassen (leeftijdsklassen = [0, 18, 65]).",
      lines: """
        c1 B1 Anker 2017-01-09 2017-02-06 10 400.00
        c1 D1 Baken 2017-01-16 2017-02-06 4 100.00
        c2 B1 Anker 2017-03-06 2017-04-03 5 200.00
        """,
      files: [
        .clients: """
        client_id,geboortedatum
        c1,1950-06-15
        c2,2000-01-01
        """
      ],
      counting: {
        var counting = CountingParameters.exampleYear
        counting.ageClasses = [0, 18, 65]
        return counting
      }(),
      reading: """
        c2 wordt één dag na de periode 18 en telt nog bij 0-17. c1 telt bij beide groepen, en in \
        het totaal één keer, met 500,00.
        """))
}
