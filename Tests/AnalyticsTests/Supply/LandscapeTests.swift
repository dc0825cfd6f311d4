import Ingest
import Testing

@testable import Analytics

@Suite("landschap")
struct LandscapeTests {
  private var town: Town {
    var town = Town()
    town.place(client: 1, "B1", by: "00000001", cents: 60_00, on: day(2016, 2, 1))
    town.place(client: 2, "B1", by: "00000003", cents: 20_00, on: day(2016, 2, 1))
    town.place(client: 2, "B2", by: "00000002", cents: 20_00, on: day(2016, 3, 1))
    town.place(client: 1, "D1", by: "00000004", cents: -5_00, on: day(2016, 10, 15))
    town.place(client: 1, "B1", by: "00000001", cents: 10_00, on: day(2017, 2, 1))
    // In neither period.
    town.place(client: 3, "A9", by: "00000001", cents: 10_00, on: day(2016, 12, 1))
    return town
  }

  @Test("the comparison before, the window after")
  func figures() throws {
    var town = town
    town.contracts = [
      Contract(
        lot: "P", party: "Dok", role: .subcontractor, from: day(2016, 10, 15), to: day(2016, 10, 15)
      ),
      Contract(lot: "P", party: "Anker", from: day(2017, 1, 1)),
      Contract(lot: "Q", party: "Anker", role: .member, from: day(2017, 1, 1)),
    ]
    #expect(
      Analysis.landscape.drawn(town) == """
        product_groep | begeleiding | voor | 2016-01-01 | 2016-10-15 | 2 | 1 | 500000 | 2 | 1 | 500000 | 150 | 10000 | 68000 | - | - | - | -
        product_groep | begeleiding | na | 2017-01-01 | 2017-10-15 | 1 | 1 | 1000000 | 1 | 1 | 1000000 | 100 | 1000 | 100000 | - | - | - | -
        product_groep | dagbesteding | voor | 2016-01-01 | 2016-10-15 | 1 | 1 | 1000000 | 1 | 1 | 1000000 | 100 | -500 | - | - | - | - | -
        product_groep | dagbesteding | na | 2017-01-01 | 2017-10-15 | 0 | 0 | - | 0 | 0 | - | - | 0 | - | - | - | - | -
        totaal | - | voor | 2016-01-01 | 2016-10-15 | 3 | 2 | 666667 | 2 | 0 | 0 | 200 | 9500 | 68000 | 1 | 0 | 1 | 0
        totaal | - | na | 2017-01-01 | 2017-10-15 | 1 | 1 | 1000000 | 1 | 1 | 1000000 | 100 | 1000 | 100000 | 1 | 1 | 0 | 1
        """)
    try town.reconcile()
  }

  /// Moment, dates and amount of each row.
  private func periods(_ town: Town) -> [String] {
    let table = Analysis.landscape.table(from: town.ledger)
    return table.rows.map { row in
      [ColumnName.productGroup, .moment, .from, .lastMonth, .amount]
        .map { table.cell(row, $0).drawn }.joined(separator: " ")
    }
  }

  @Test("with a date, the years before and from it on, in and outside the window")
  func years() throws {
    var town = town
    town.parameters.supply.landscapeDay = day(2016, 2, 29)
    #expect(
      periods(town) == [
        "arbeid voor 2015-03-01 2016-02-28 0", "arbeid na 2016-02-29 2017-02-28 1000",
        "begeleiding voor 2015-03-01 2016-02-28 8000",
        "begeleiding na 2016-02-29 2017-02-28 3000",
        "dagbesteding voor 2015-03-01 2016-02-28 0",
        "dagbesteding na 2016-02-29 2017-02-28 -500",
        "- voor 2015-03-01 2016-02-28 8000", "- na 2016-02-29 2017-02-28 3500",
      ])
    try town.reconcile()
  }

  @Test("without a comparison, the window alone; without lines, the total alone")
  func onePeriod() {
    var town = town
    town.parameters.windowFrom = nil
    #expect(
      periods(town) == [
        "arbeid na 2016-02-01 2017-10-15 1000", "begeleiding na 2016-02-01 2017-10-15 11000",
        "dagbesteding na 2016-02-01 2017-10-15 -500", "- na 2016-02-01 2017-10-15 11500",
      ])
    #expect(
      Analysis.landscape.drawn(Town()) == """
        totaal | - | voor | 2016-01-01 | 2016-10-15 | 0 | 0 | - | 0 | 0 | - | - | 0 | - | - | - | - | -
        totaal | - | na | 2017-01-01 | 2017-10-15 | 0 | 0 | - | 0 | 0 | - | - | 0 | - | - | - | - | -
        """)
  }

  @Test("the rules name both periods")
  func rules() {
    func rules(_ town: Town) -> String {
      Analysis.landscape.countingRules(town.parameters).joined(separator: "\n")
    }
    var town = town
    #expect(rules(town).contains("2016-01-01 tot en met 2016-10-15"))
    #expect(rules(town).contains("2017-01-01 tot en met 2017-10-15"))
    town.parameters.supply.landscapeDay = day(2015, 1, 1)
    #expect(rules(town).contains("het jaar van 2014-01-01 tot en met 2014-12-31"))
    #expect(rules(town).contains("het jaar van 2015-01-01 tot en met 2015-12-31"))
  }
}
