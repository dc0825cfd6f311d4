import Ingest
import Testing

@testable import Analytics

@Suite("aflopend")
struct ExpiringAllocationsTests {
  @Test("in force on the last day, by the month of the end; without one the last row")
  func rows() {
    var town = Town()
    town.allocate(client: 0, "B1", from: day(2017, 1, 1), to: day(2017, 10, 15))
    town.allocate(client: 0, "B2", from: day(2017, 1, 1))
    town.allocate(
      client: 1, "B1", from: day(2017, 10, 15), to: day(2017, 10, 31), form: .personalBudget)
    town.allocate(client: 1, "D1", from: day(2017, 10, 16))
    town.allocate(client: 2, "D1", from: day(2017, 1, 1), to: day(2017, 10, 14))
    town.allocate(client: 2, "A9", from: day(2017, 1, 1))
    town.allocate(client: 2, "A9", from: day(2017, 1, 1), stop: day(2017, 5, 5), endReason: 20)
    town.allocate(client: 2, "A9", from: day(2017, 1, 1), isDeleted: true)
    #expect(
      Analysis.expiringAllocations.drawn(town) == """
        product_groep | arbeid | - | 2 | 1
        product_groep | begeleiding | 24213 | 2 | 2
        product_groep | begeleiding | - | 1 | 1
        totaal | - | 24213 | 2 | 2
        totaal | - | - | 3 | 2
        """)
  }

  @Test("without allocations no rows")
  func nothing() { #expect(Analysis.expiringAllocations.drawn(Town()).isEmpty) }
}
