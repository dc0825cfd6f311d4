import Testing

@testable import Analytics
@testable import Ingest

@Suite("regio and overlap")
struct RegionTests {
  private func client(_ municipality: String?) -> Client {
    var client = Client(isListed: true)
    guard let municipality else { return client }
    let isCode = Array(municipality.utf8).withBytes {
      client.place.setMunicipality($0, restoringZeros: false)
    }
    precondition(isCode)
    return client
  }

  private var town: Town {
    var town = Town(
      clients: ["0994", "0994", "1903", nil, "0888", "0777"].map(client)
        + [Client(isListed: false)])
    town.districts = Districts(rows: [
      .init(wijk: "099401", year: 2017, area: "A", inhabitants: 100),
      .init(wijk: "099402", year: 2017, area: "B", inhabitants: 50),
      .init(wijk: "190301", year: 2017, area: "C", inhabitants: nil),
      .init(wijk: "088801", year: 2017, area: "D", inhabitants: 70),
      // Only in the year before.
      .init(wijk: "077701", year: 2016, area: "E", inhabitants: 10),
      .init(wijk: "099403", year: 2016, area: "A", inhabitants: 1000),
    ])
    town.place(client: 0, "B1", cents: 10_00)
    town.place(client: 0, "D1", cents: 20_00)
    town.place(client: 1, "B2", cents: 30_00)
    town.place(client: 2, "D1", cents: 40_00)
    town.place(client: 3, "B1", cents: 5_00)
    town.place(client: 6, "B1", cents: 2_00)
    // Outside the window.
    town.place(client: 5, "A9", cents: 2_00, on: day(2016, 1, 1))
    return town
  }

  @Test("municipalities with use, and those whose inhabitants are known, with every function")
  func figures() throws {
    #expect(
      Analysis.region.drawn(town) == """
        0888 | functie | begeleiding | 70 | 0 | 0 | 0 | 0
        0888 | functie | dagbesteding | 70 | 0 | 0 | 0 | 0
        0888 | totaal | - | 70 | 0 | 0 | 0 | 0
        0994 | functie | begeleiding | 150 | 2 | 133333 | 2 | 4000
        0994 | functie | dagbesteding | 150 | 1 | 66667 | 1 | 2000
        0994 | totaal | - | 150 | 2 | 133333 | 3 | 6000
        1903 | functie | begeleiding | - | 0 | - | 0 | 0
        1903 | functie | dagbesteding | - | 1 | - | 1 | 4000
        1903 | totaal | - | - | 1 | - | 1 | 4000
        onbekend | functie | begeleiding | - | 2 | - | 2 | 700
        onbekend | functie | dagbesteding | - | 0 | - | 0 | 0
        onbekend | totaal | - | - | 2 | - | 2 | 700
        totaal | functie | begeleiding | - | 4 | - | 4 | 4700
        totaal | functie | dagbesteding | - | 2 | - | 2 | 6000
        totaal | totaal | - | - | 5 | - | 6 | 10700
        """)
    try town.reconcile()
  }

  @Test("inhabitants of the total are those of the known municipalities")
  func inhabitants() {
    var town = town
    town.districts?.rows[2].inhabitants = 40
    let table = Analysis.region.table(from: town.ledger)
    #expect(
      table.rows.last?.map(\.drawn)
        == "totaal totaal - 260 5 192308 6 10700".split(separator: " ").map(String.init))
    town.districts = nil
    let without = Analysis.region.table(from: town.ledger)
    #expect(!without.rows.contains { without.number($0, .inhabitants) != nil })
    #expect(
      Set(without.rows.map { without.text($0, .municipality) })
        == ["0994", "1903", "onbekend", "totaal"])
  }

  @Test("where no client has a code, that of the configuration is everybody's")
  func configured() throws {
    var town = Town()
    #expect(Analysis.region.drawn(town).isEmpty)
    #expect(Analysis.region.notes(on: town.ledger).count == 1)
    town.parameters.municipalityCode = "0994"
    #expect(Analysis.region.drawn(town) == "totaal | totaal | - | - | 0 | - | 0 | 0")
    town.districts = self.town.districts
    #expect(
      Analysis.region.drawn(town) == """
        0994 | totaal | - | 150 | 0 | 0 | 0 | 0
        totaal | totaal | - | 150 | 0 | 0 | 0 | 0
        """)
    town.districts = nil
    town.place(client: 3, "B1", cents: 5_00)
    town.parameters.supply.function = .category
    town.categories = ["B1": 2]
    #expect(
      Analysis.region.drawn(town) == """
        0994 | functie | Begeleiding | - | 1 | - | 1 | 500
        0994 | totaal | - | - | 1 | - | 1 | 500
        totaal | functie | Begeleiding | - | 1 | - | 1 | 500
        totaal | totaal | - | - | 1 | - | 1 | 500
        """)
    try town.reconcile()
  }

  @Test("overlap: with all other functions, or those that are named")
  func overlap() throws {
    var town = town
    #expect(Analysis.overlap.drawn(town).isEmpty)
    town.parameters.supply.overlapGroups = ["begeleiding"]
    #expect(
      Analysis.overlap.drawn(town) == """
        0888 | 0 | 0 | -
        0994 | 2 | 1 | 500000
        1903 | 0 | 0 | -
        onbekend | 2 | 0 | 0
        totaal | 4 | 1 | 250000
        """)
    try town.reconcile()
    town.parameters.supply.overlapOthers = ["arbeid"]
    #expect(Analysis.overlap.drawn(town).hasSuffix("totaal | 4 | 0 | 0"))
    // Unknown has use, though none of the group.
    town.parameters.supply.overlapGroups = ["dagbesteding", "arbeid"]
    town.parameters.supply.overlapOthers = ["begeleiding"]
    #expect(
      Analysis.overlap.drawn(town) == """
        0888 | 0 | 0 | -
        0994 | 1 | 1 | 1000000
        1903 | 1 | 0 | 0
        onbekend | 0 | 0 | -
        totaal | 2 | 1 | 500000
        """)
  }

  @Test("both tables name function, group and others, in the same words for all municipalities")
  func rules() {
    var town = town
    town.parameters.supply.overlapGroups = ["dagbesteding", "arbeid", "arbeid"]
    for analysis in [Analysis.region, .overlap] {
      let rules = analysis.table(from: town.ledger).countingRules
      #expect(rules.contains { $0.contains("(product_groep)") })
      #expect(
        rules.contains(
          "De overlap: de groep is \"arbeid\", \"dagbesteding\", met alle andere functies."))
      #expect(rules.last == "Het peiljaar is 2017.")
      var other = town
      other.parameters.supply.overlapGroups = ["arbeid", "dagbesteding"]
      other.parameters.municipalityCode = "0637"
      #expect(analysis.table(from: other.ledger).countingRules == rules)
      other.parameters.supply.function = .category
      #expect(analysis.table(from: other.ledger).countingRules != rules)
      other = town
      other.parameters.supply.overlapOthers = ["begeleiding"]
      #expect(analysis.table(from: other.ledger).countingRules != rules)
    }
  }
}
