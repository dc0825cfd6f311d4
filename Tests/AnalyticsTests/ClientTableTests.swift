import Ingest
import Testing

@testable import Analytics

@Suite("tables of districts and ages")
struct ClientTableTests {
  private let clients = [
    Client(isListed: true, birth: .date(day(1990, 1, 1)), wijk: 0),
    Client(isListed: true, birth: .year(1940), wijk: 1),
    Client(isListed: false),
  ]

  private var town: Town {
    var town = Town(clients: clients)
    town.wijken = ["01", "02"]
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2017, area: "Dorp", inhabitants: 1000),
      .init(wijk: "02", year: 2017, area: "Centrum", inhabitants: nil),
    ])
    town.place(client: 0, "B1", indication: 5, cents: 30_00)
    town.place(client: 0, "B2", indication: 5, cents: 10_00)
    town.place(client: 0, "D1", indication: 6, cents: 1_00)
    town.place(client: 1, "B1", indication: 7, cents: 20_00)
    return town
  }

  @Test("wijken: four rows per district and for the municipality")
  func districtUse() {
    #expect(
      Analysis.districtUse.drawn(town) == """
        Centrum | voorzieningsoort | algemeen | - | 0 | - | 0 | 0 | - | -
        Centrum | voorzieningsoort | maatwerk | - | 1 | - | 1 | 2000 | 2000 | -
        Centrum | voorzieningsoort | vrij_inzetbaar | - | 0 | - | 0 | 0 | - | -
        Centrum | totaal | - | - | 1 | - | 1 | 2000 | 2000 | -
        Dorp | voorzieningsoort | algemeen | 1000 | 0 | 0 | 0 | 0 | - | 0
        Dorp | voorzieningsoort | maatwerk | 1000 | 1 | 10000 | 1 | 4000 | 4000 | 4
        Dorp | voorzieningsoort | vrij_inzetbaar | 1000 | 1 | 10000 | 1 | 100 | 100 | 0
        Dorp | totaal | - | 1000 | 1 | 10000 | 2 | 4100 | 4100 | 4
        totaal | voorzieningsoort | algemeen | - | 0 | - | 0 | 0 | - | -
        totaal | voorzieningsoort | maatwerk | - | 2 | - | 2 | 6000 | 3000 | -
        totaal | voorzieningsoort | vrij_inzetbaar | - | 1 | - | 1 | 100 | 100 | -
        totaal | totaal | - | - | 2 | - | 3 | 6100 | 3050 | -
        """
    )
  }

  @Test("wijken: clients without a district stand before the total, without inhabitants")
  func unknownDistrict() {
    var town = town
    town.place(client: 2, "D1", cents: 7_00)
    let rows = Analysis.districtUse.drawn(town).split(separator: "\n")
    #expect(rows.count == 16)
    #expect(rows[11] == "onbekend | totaal | - | - | 1 | - | 1 | 700 | 700 | -")
  }

  @Test("leeftijd: per group and once more in total, all classes always")
  func ages() {
    var town = town
    town.parameters.ageClasses = [0, 18, 65]
    town.place(client: 2, "D1", cents: 7_00)
    #expect(
      Analysis.ages.drawn(town) == """
        begeleiding | 0-17 | 0 | 0 | 0
        begeleiding | 18-64 | 1 | 500000 | 4000
        begeleiding | 65+ | 1 | 500000 | 2000
        begeleiding | onbekend | 0 | 0 | 0
        dagbesteding | 0-17 | 0 | 0 | 0
        dagbesteding | 18-64 | 1 | 500000 | 100
        dagbesteding | 65+ | 0 | 0 | 0
        dagbesteding | onbekend | 1 | 500000 | 700
        totaal | 0-17 | 0 | 0 | 0
        totaal | 18-64 | 1 | 333333 | 4100
        totaal | 65+ | 1 | 333333 | 2000
        totaal | onbekend | 1 | 333333 | 700
        """
    )
  }

  @Test("without a window: no clients, the total only")
  func withoutWindow() {
    var town = Town(clients: clients)
    town.parameters = CountingParameters(ageClasses: [0])
    #expect(
      Analysis.ages.drawn(town) == """
        totaal | 0+ | 0 | - | 0
        totaal | onbekend | 0 | - | 0
        """
    )
  }
}
