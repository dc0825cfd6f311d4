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
      counting: .exampleYear { $0.ageClasses = [0, 18, 65] },
      reading: """
        c2 wordt één dag na de periode 18 en telt nog bij 0-17. c1 telt bij beide groepen, en in \
        het totaal één keer, met 500,00.
        """))

  static let standardizedDistricts = TableExplanation(
    .standardizedDistricts,
    row: "een gebied, zoals in wijken; daarna totaal",
    meanings: [
      .clients: "unieke cliënten van wie de leeftijd bekend is",
      .inhabitants: "inwoners van de vijf leeftijdsgroepen samen",
      .expectedClients: "clienten als elke leeftijdsgroep het cijfer van alle gebieden samen had",
    ],
    example: WorkedExample(
      """
      De regel van c1-c32 staat voor 32 regels, van elke cliënt een; zo ook in clienten.csv. Voor het \
      gemak woont hier niemand van andere leeftijden.
      """,
      lines: "c1-c32 B1 Anker 2017-01-09 2017-02-06 10 400.00",
      files: [
        .clients: """
        client_id,geboortedatum,wijk_code
        c1-c3,1985-06-15,999901
        c4-c18,1940-06-15,999901
        c19-c27,1985-06-15,999903
        c28-c32,1940-06-15,999903
        """,
        .districts: """
        wijk_code,peiljaar,wijk_naam,gebied,\
        inwoners_0_14,inwoners_15_24,inwoners_25_44,inwoners_45_64,inwoners_65_plus
        999901,2017,Dorp,Noord,0,0,300,0,300
        999903,2017,Haven,Zuid,0,0,900,0,100
        """,
      ],
      reading: """
        Noord heeft met 30,0000 per 1.000 ruim twee keer zoveel cliënten als Zuid met 14,0000. Maar in \
        beide zijn het er 10 per 1.000 van 25-44 jaar en 50 per 1.000 van 65 en ouder; Noord heeft \
        alleen meer ouderen. Van alle 1.600 inwoners is driekwart 25-44: met die leeftijden wordt het \
        in beide driekwart van 10 plus een kwart van 50 = 20,0000 (direct). Verwacht zijn in Noord 3 \
        cliënten op 300 en 15 op 300, samen 18,0000, en zoveel zijn het er ook (indirect). Het hele \
        verschil komt dus van de leeftijd.
        """))
}
