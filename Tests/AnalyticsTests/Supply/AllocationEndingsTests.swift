import Ingest
import Testing

@testable import Analytics

@Suite("beeindigingen")
struct AllocationEndingsTests {
  @Test("by day, per reason that occurs; a stop for a while is no end")
  func rows() {
    var town = Town()
    let start = day(2016, 1, 1)
    town.allocate(client: 0, "B1", from: start, to: day(2017, 1, 1), endReason: 2)
    town.allocate(client: 0, "B2", from: start, to: day(2017, 10, 15), endReason: 2)
    town.allocate(client: 1, "B1", from: start, to: day(2017, 10, 16), endReason: 2)
    town.allocate(client: 1, "B1", from: start, to: day(2016, 12, 31), endReason: 2)
    town.allocate(client: 1, "B1", from: start, to: day(2017, 5, 5))
    town.allocate(
      client: 1, "D1", from: start, to: day(2017, 6, 30), stop: day(2016, 5, 5), endReason: 20)
    town.allocate(client: 2, "D1", from: start, stop: day(2017, 5, 5), endReason: 20)
    town.allocate(
      client: 2, "D1", from: start, to: day(2018, 1, 1), stop: day(2017, 5, 5), endReason: 77)
    town.allocate(
      client: 2, "D1", from: start, to: day(2017, 5, 5), endReason: 2, isDeleted: true)
    #expect(
      Analysis.allocationEndings.drawn(town) == """
        product_groep | begeleiding | - | niet opgegeven | 1 | 1 | 333333
        product_groep | begeleiding | 02 | Overlijden | 2 | 1 | 666667
        product_groep | dagbesteding | 20 | Levering is tijdelijk beeindigd | 1 | 1 | 500000
        product_groep | dagbesteding | 77 | onbekende code | 1 | 1 | 500000
        totaal | - | - | niet opgegeven | 1 | 1 | 200000
        totaal | - | 02 | Overlijden | 2 | 1 | 400000
        totaal | - | 20 | Levering is tijdelijk beeindigd | 1 | 1 | 200000
        totaal | - | 77 | onbekende code | 1 | 1 | 200000
        """)
  }

  @Test("without an end in the window no rows")
  func nothing() {
    var town = Town()
    town.allocate(client: 0, "B1", from: day(2017, 1, 1))
    #expect(Analysis.allocationEndings.drawn(town).isEmpty)
  }
}
