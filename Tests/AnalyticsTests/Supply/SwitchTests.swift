import Ingest
import Testing

@testable import Analytics

@Suite("overstap")
struct SwitchTests {
  private let january = day(2017, 1, 5)
  private let september = day(2017, 9, 30)

  private var town: Town {
    var town = Town()
    // From one to another; in the other group to another code of the same concern.
    town.place(client: 1, "B1", by: "00000001", cents: 1_00, on: january)
    town.place(client: 1, "B2", by: "00000002", cents: 1_00, on: september)
    town.place(client: 1, "D1", by: "00000001", cents: 1_00, on: january)
    town.place(client: 1, "D1", by: "00000003", cents: 1_00, on: september)
    // Only gains one.
    town.place(client: 2, "B1", by: "00000001", cents: 1_00, on: january)
    town.place(client: 2, "B1", by: "00000001", cents: -1_00, on: september)
    town.place(client: 2, "B1", by: "00000002", cents: 1_00, on: september)
    // From two to a third.
    town.place(client: 3, "B1", by: "00000001", cents: 1_00, on: january)
    town.place(client: 3, "B1", by: "00000002", cents: 1_00, on: january)
    town.place(client: 3, "B1", by: "00000004", cents: 1_00, on: september)
    // From one group to another; and only in the last month.
    town.place(client: 4, "B1", by: "00000001", cents: 1_00, on: january)
    town.place(client: 4, "D1", by: "00000002", cents: 1_00, on: september)
    town.place(client: 5, "A9", by: "00000001", cents: 1_00, on: september)
    // In neither month.
    town.place(client: 5, "A9", by: "00000002", cents: 1_00, on: day(2017, 8, 31))
    town.place(client: 5, "A9", by: "00000002", cents: 1_00, on: day(2017, 10, 1))
    return town
  }

  @Test("pairs of who left one concern and got another, in the whole months of the window")
  func figures() throws {
    #expect(
      Analysis.switches.drawn(town) == """
        paar | begeleiding | Anker | Baken | 1 | - | -
        paar | begeleiding | Anker | Citer | 1 | - | -
        paar | begeleiding | Baken | Citer | 1 | - | -
        product_groep | begeleiding | - | - | 2 | 3 | 666667
        product_groep | dagbesteding | - | - | 0 | 1 | 0
        totaal | - | - | - | 2 | 3 | 666667
        """)
    try town.reconcile()
    #expect(
      Analysis.switches.table(from: town.ledger).countingRules.last
        == "De eerste maand is 2017-01, de laatste 2017-09.")
  }

  @Test("declared months may lie outside the window")
  func declared() {
    var town = town
    town.place(client: 5, "A9", by: "00000004", cents: 1_00, on: day(2016, 1, 1))
    town.parameters.supply.switchFrom = Month(year: 2016, month: 1)
    town.parameters.supply.switchTo = Month(year: 2017, month: 10)
    #expect(
      Analysis.switches.drawn(town) == """
        paar | arbeid | Citer | Baken | 1 | - | -
        product_groep | arbeid | - | - | 1 | 1 | 1000000
        totaal | - | - | - | 1 | 1 | 1000000
        """)
  }

  @Test("without lines the total; without two whole months a header only, with a note")
  func nothing() {
    var town = Town()
    #expect(Analysis.switches.drawn(town) == "totaal | - | - | - | 0 | 0 | -")
    town.parameters.windowTo = day(2017, 2, 27)
    #expect(Analysis.switches.drawn(town).isEmpty)
    #expect(Analysis.switches.notes(on: town.ledger).count == 1)
    town.parameters.windowTo = day(2017, 2, 28)
    #expect(!Analysis.switches.drawn(town).isEmpty)
  }
}
