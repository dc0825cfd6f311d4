import Ingest
import Testing

@testable import Analytics

@Suite("uitstap")
struct ConcernExitTests {
  private var town: Town {
    var town = Town(clients: [
      Client(isListed: true, wijk: 0), Client(isListed: true, wijk: 0),
      Client(isListed: true, wijk: 1), Client(isListed: false),
    ])
    town.wijken = ["01", "02"]
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2017, area: "Dorp", inhabitants: nil),
      .init(wijk: "02", year: 2017, area: "Veld", inhabitants: nil),
    ])
    town.place(client: 0, "B1", by: "00000001", cents: 10_00)
    town.place(client: 0, "D1", by: "00000002", cents: 20_00)
    town.place(client: 1, "B1", by: "00000002", cents: 30_00)
    town.place(client: 2, "B2", by: "00000003", cents: 5_00)
    town.place(client: 3, "A9", by: "00000004", cents: 40_00)
    // Outside the window.
    town.place(client: 3, "D1", by: "00000004", cents: 40_00, on: day(2016, 12, 1))
    return town
  }

  @Test("its clients, groups and groups in districts, and who else is there")
  func figures() throws {
    #expect(
      Analysis.concernExits.drawn(town) == """
        Baken | 2 | 1 | 1 | 2 | 1 | 1 | 2 | 1 | 1 | 5000 | 476190
        Citer | 1 | 0 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 4000 | 380952
        Anker | 2 | 1 | 1 | 1 | 0 | 1 | 2 | 1 | 1 | 1500 | 142857
        """)
    try town.reconcile()
  }

  @Test("without districts or clients, nothing is known of districts")
  func noDistricts() throws {
    var town = town
    town.districts = nil
    let expected = """
      Baken | 2 | 1 | 1 | 2 | 1 | 1 | - | - | - | 5000 | 476190
      Citer | 1 | 0 | 1 | 1 | 1 | 0 | - | - | - | 4000 | 380952
      Anker | 2 | 1 | 1 | 1 | 0 | 1 | - | - | - | 1500 | 142857
      """
    #expect(Analysis.concernExits.drawn(town) == expected)
    town = self.town
    town.clients = nil
    #expect(Analysis.concernExits.drawn(town) == expected)
  }

  @Test("equal amounts by name; three in a group are neither one nor none")
  func order() {
    var town = Town()
    for provider in ["00000004", "00000002", "00000001"] {
      town.place(client: 1, "B1", by: provider, cents: 1_00)
    }
    #expect(
      Analysis.concernExits.drawn(town) == """
        Anker | 1 | 1 | 0 | 1 | 0 | 0 | - | - | - | 100 | 333333
        Baken | 1 | 1 | 0 | 1 | 0 | 0 | - | - | - | 100 | 333333
        Citer | 1 | 1 | 0 | 1 | 0 | 0 | - | - | - | 100 | 333333
        """)
  }
}
