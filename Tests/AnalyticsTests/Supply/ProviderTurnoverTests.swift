import Ingest
import Testing

@testable import Analytics

@Suite("aanbieders-verloop")
struct ProviderTurnoverTests {
  private var town: Town {
    var town = Town()
    town.place(client: 1, "B1", by: "00000001", cents: 10_00, on: day(2016, 3, 1))
    town.place(client: 1, "B1", by: "00000002", cents: 20_00, on: day(2016, 5, 1))
    town.place(client: 2, "B1", by: "00000002", cents: 30_00, on: day(2016, 6, 1))
    town.place(client: 2, "B1", by: "00000003", cents: 5_00, on: day(2017, 1, 1))
    town.place(client: 3, "B2", by: "00000004", cents: 15_00, on: day(2017, 2, 1))
    town.place(client: 3, "D1", by: "00000004", cents: 7_00, on: day(2018, 12, 1))
    // No use in any year, so no group.
    town.place(client: 4, "A9", by: "00000002", cents: 0, on: day(2017, 2, 1))
    return town
  }

  @Test("who is there, came and went, by calendar year")
  func figures() throws {
    #expect(
      Analysis.providerTurnover.drawn(town) == """
        product_groep | begeleiding | 2016 | nee | 2 | - | - | - | 2 | - | - | 6000 | - | - | -
        product_groep | begeleiding | 2017 | ja | 2 | 1 | 1 | 1 | 2 | 1 | 2 | 2000 | 1500 | 5000 | 750000
        product_groep | begeleiding | 2018 | ja | 0 | 0 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 2000 | -
        product_groep | dagbesteding | 2016 | nee | 0 | - | - | - | 0 | - | - | 0 | - | - | -
        product_groep | dagbesteding | 2017 | ja | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | -
        product_groep | dagbesteding | 2018 | ja | 1 | 1 | 0 | 0 | 1 | 1 | 0 | 700 | 700 | 0 | 1000000
        totaal | - | 2016 | nee | 2 | - | - | - | 2 | - | - | 6000 | - | - | -
        totaal | - | 2017 | ja | 2 | 1 | 1 | 1 | 2 | 1 | 2 | 2000 | 1500 | 5000 | 750000
        totaal | - | 2018 | ja | 1 | 0 | 1 | 1 | 1 | 0 | 1 | 700 | 0 | 500 | 0
        """)
    try town.reconcile()
  }

  @Test("a concern is there by its placements, not by its own net")
  func credits() {
    var town = Town()
    town.place(client: 1, "D1", by: "00000002", cents: 5_00)
    town.place(client: 2, "D1", by: "00000002", cents: -5_00)
    #expect(
      Analysis.providerTurnover.drawn(town) == """
        product_groep | dagbesteding | 2017 | nee | 1 | - | - | - | 2 | - | - | 0 | - | - | -
        totaal | - | 2017 | nee | 1 | - | - | - | 2 | - | - | 0 | - | - | -
        """)
  }

  @Test("without lines, a header only")
  func nothing() { #expect(Analysis.providerTurnover.drawn(Town()).isEmpty) }
}
