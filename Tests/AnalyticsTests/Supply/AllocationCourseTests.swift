import Ingest
import Testing

@testable import Analytics

@Suite("toewijzingen-verloop")
struct AllocationCourseTests {
  private var town: Town {
    var town = Town()
    town.parameters.windowTo = day(2017, 4, 30)
    town.allocate(client: 0, "B1", from: day(2016, 12, 15), to: day(2017, 2, 10))
    town.allocate(
      client: 0, "B2", from: day(2017, 2, 20), to: day(2017, 12, 31), stop: day(2017, 3, 31))
    town.allocate(client: 1, "D1", from: day(2017, 1, 1), form: .personalBudget)
    town.allocate(client: 1, nil, category: 2, from: day(2017, 3, 1), to: day(2017, 3, 5))
    // Deleted and void; void; long over.
    town.allocate(
      client: 2, "B1", from: day(2017, 2, 1), to: day(2017, 1, 1), isDeleted: true)
    town.allocate(client: 2, "A9", from: day(2017, 2, 2), to: day(2017, 2, 1))
    town.allocate(client: 3, "A9", from: day(2016, 1, 1), to: day(2016, 11, 30))
    return town
  }

  @Test("groups with a figure, the kinds and the total, month by month")
  func rows() {
    #expect(
      Analysis.allocationCourse.drawn(town) == """
        product_groep | - | Begeleiding | 24204 | 0 | 0 | 0 | 0 | 0
        product_groep | - | Begeleiding | 24205 | 0 | 0 | 0 | 0 | 0
        product_groep | - | Begeleiding | 24206 | 1 | 1 | 1 | 1 | 0
        product_groep | - | Begeleiding | 24207 | 0 | 0 | 0 | 0 | 0
        product_groep | - | begeleiding | 24204 | 0 | 0 | 1 | 1 | 0
        product_groep | - | begeleiding | 24205 | 1 | 1 | 2 | 1 | 1
        product_groep | - | begeleiding | 24206 | 0 | 1 | 1 | 1 | 0
        product_groep | - | begeleiding | 24207 | 0 | 0 | 0 | 0 | 0
        product_groep | - | dagbesteding | 24204 | 1 | 0 | 1 | 1 | 0
        product_groep | - | dagbesteding | 24205 | 0 | 0 | 1 | 1 | 0
        product_groep | - | dagbesteding | 24206 | 0 | 0 | 1 | 1 | 0
        product_groep | - | dagbesteding | 24207 | 0 | 0 | 1 | 1 | 0
        voorzieningsoort | algemeen | - | 24204 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | algemeen | - | 24205 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | algemeen | - | 24206 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | algemeen | - | 24207 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | maatwerk | - | 24204 | 0 | 0 | 1 | 1 | 0
        voorzieningsoort | maatwerk | - | 24205 | 1 | 1 | 2 | 1 | 1
        voorzieningsoort | maatwerk | - | 24206 | 0 | 1 | 1 | 1 | 0
        voorzieningsoort | maatwerk | - | 24207 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | vrij_inzetbaar | - | 24204 | 1 | 0 | 1 | 1 | 0
        voorzieningsoort | vrij_inzetbaar | - | 24205 | 0 | 0 | 1 | 1 | 0
        voorzieningsoort | vrij_inzetbaar | - | 24206 | 0 | 0 | 1 | 1 | 0
        voorzieningsoort | vrij_inzetbaar | - | 24207 | 0 | 0 | 1 | 1 | 0
        voorzieningsoort | onbekend | - | 24204 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | onbekend | - | 24205 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | onbekend | - | 24206 | 1 | 1 | 1 | 1 | 0
        voorzieningsoort | onbekend | - | 24207 | 0 | 0 | 0 | 0 | 0
        totaal | - | - | 24204 | 1 | 0 | 2 | 2 | 0
        totaal | - | - | 24205 | 1 | 1 | 3 | 2 | 1
        totaal | - | - | 24206 | 1 | 2 | 3 | 2 | 0
        totaal | - | - | 24207 | 0 | 0 | 1 | 1 | 0
        """)
  }

  @Test("a note counts the void ones that are not deleted")
  func notes() {
    #expect(
      Analysis.allocationCourse.notes(on: town.ledger) == [
        "table toewijzingen-verloop: 1 allocation ends before it begins and is in no table of "
          + "allocations"
      ])
  }

  @Test("the months are those of the window and of accepted lines, with all between")
  func months() {
    func total(_ town: Town) -> [Int64?] {
      let table = Analysis.allocationCourse.table(from: town.ledger)
      let months = table.rows(at: .total).map { table.number($0, .month) }
      return [months.first ?? nil, months.last ?? nil]
    }
    var town = town
    town.place(client: 5, "B1", cents: 1_00, on: day(2017, 6, 3))
    #expect(total(town) == [24204, 24209])
    town.place(client: 5, "B1", cents: 1_00, on: day(2016, 11, 3))
    #expect(total(town) == [24202, 24209])
    town.parameters.windowTo = day(2018, 1, 1)
    #expect(total(town) == [24202, 24216])
  }

  @Test("a client with overlapping allocations is one, in whatever order they stand")
  func overlaps() {
    var town = Town()
    town.parameters.windowTo = day(2017, 5, 31)
    town.allocate(client: 0, "B1", from: day(2017, 3, 5), to: day(2017, 5, 1))
    town.allocate(client: 1, "B1", from: day(2017, 2, 1), to: day(2017, 2, 28))
    town.allocate(client: 0, "B2", from: day(2016, 1, 1), to: day(2017, 4, 1))
    town.allocate(client: 0, "B2", from: day(2017, 2, 1), to: day(2017, 2, 2))
    let table = Analysis.allocationCourse.table(from: town.ledger)
    let rows = table.rows(at: .total)
    #expect(rows.map { table.number($0, .clients) } == [1, 2, 1, 1, 1])
    #expect(rows.map { table.number($0, .inForce) } == [1, 3, 2, 2, 1])
  }

  @Test("without lines and a window a header only, and a note that says why")
  func noWindow() {
    var town = town
    town.parameters.windowTo = nil
    #expect(Analysis.allocationCourse.drawn(town).isEmpty)
    #expect(
      Analysis.allocationCourse.notes(on: town.ledger) == [
        "table toewijzingen-verloop is a header only: there is no accepted line, and 'van' or "
          + "'tot_en_met' of [periode] is not declared"
      ])
  }

  @Test("a window that ends before it begins has two ends, and no day")
  func noDay() {
    var town = town
    town.hasDeliveryForms = true
    town.parameters.windowFrom = day(2017, 3, 2)
    town.parameters.windowTo = nil
    town.place(client: 5, "B1", cents: 1_00, on: day(2017, 2, 3))
    let tables = Analysis.tables(from: town.ledger, workers: 1)
    func rows(_ name: String) -> [[String]] {
      tables.filter { $0.name == name }.flatMap(\.rows).map { $0.map(\.drawn) }
    }
    let course = rows("toewijzingen-verloop").filter { $0[0] == "totaal" }
    #expect(course.map { $0[3] } == ["24205", "24206"])
    #expect(rows("beeindigingen").isEmpty)
    #expect(
      rows("verzilvering") == [["totaal", "-", "-", "-", "0", "0", "0", "-", "-", "-"]])
    #expect(
      rows("aflopend").last == ["totaal", "-", "-", "2", "2"])
    #expect(rows("leveringsvorm").map { $0[5] } == ["0", "0", "0"])
    #expect(throws: Never.self) { try Reconciliation(of: tables, with: town.ledger) }
  }

  @Test("without allocations the three kinds and the total")
  func nothing() {
    var town = Town()
    town.parameters.windowTo = day(2017, 1, 31)
    #expect(
      Analysis.allocationCourse.drawn(town) == """
        voorzieningsoort | algemeen | - | 24204 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | maatwerk | - | 24204 | 0 | 0 | 0 | 0 | 0
        voorzieningsoort | vrij_inzetbaar | - | 24204 | 0 | 0 | 0 | 0 | 0
        totaal | - | - | 24204 | 0 | 0 | 0 | 0 | 0
        """)
  }
}
