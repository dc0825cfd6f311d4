import Ingest
import Testing

@testable import Analytics

@Suite("percelen")
struct LotTests {
  private var town: Town {
    var town = Town()
    town.lots = ["B1": "P1", "B2": "P1", "D1": "P2"]
    town.contracts = [
      Contract(
        lot: "P1", party: "Anker", form: "raamovereenkomst", funding: "p × q",
        from: day(2016, 1, 1), ceiling: 1000_00),
      Contract(
        lot: "P1", party: "Anker", role: .subcontractor, form: "raamovereenkomst",
        from: day(2017, 1, 1)),
      // Has no provider; from the window's last day on.
      Contract(
        lot: "P1", party: "Dok", role: .member, form: "convenant", from: day(2017, 10, 15),
        ceiling: 500_00),
      Contract(lot: "P2", party: "Citer", form: "a", from: day(2017, 10, 16), ceiling: 1),
      // Until the window's first day.
      Contract(lot: "P3", party: "Baken", from: day(2010, 1, 1), to: day(2017, 1, 1)),
      Contract(
        lot: "P3", party: "Eik", from: day(2010, 1, 1), to: day(2016, 12, 31), ceiling: 7_00),
    ]
    town.place(client: 1, "B1", by: "00000001", cents: 60_00)
    town.place(client: 1, "B2", by: "00000003", cents: 10_00)
    town.place(client: 2, "B1", by: "00000002", cents: 30_00)
    town.place(client: 3, "D1", by: "00000004", cents: -5_00)
    town.place(client: 2, "A9", by: "00000001", cents: 20_00)
    town.place(client: 9, "A9", by: "00000002", cents: 9_00, on: day(2016, 12, 31))
    return town
  }

  @Test("contracts in force on a day of the window, and use by the product's lot")
  func figures() {
    #expect(
      Analysis.lots.drawn(town) == """
        perceel | P1 | verschillend | p × q | 2 | 2 | 1 | 1 | 1 | 150000 | 1 | 2 | 10000 | 700000 | 3000
        perceel | P2 | - | - | 0 | 0 | 0 | 0 | 0 | - | 0 | 1 | -500 | - | -500
        perceel | P3 | - | - | 1 | 1 | 1 | 0 | 0 | - | 0 | 0 | 0 | - | 0
        perceel | onbekend | - | - | 0 | 0 | 0 | 0 | 0 | - | 0 | 1 | 2000 | 1000000 | 2000
        totaal | - | verschillend | p × q | 3 | 3 | 2 | 1 | 1 | 150000 | 2 | 3 | 11500 | 750000 | -500
        """)
  }

  @Test("without lots on products, use stands in the total alone")
  func noLots() throws {
    var town = town
    town.lots = [:]
    #expect(
      Analysis.lots.drawn(town) == """
        perceel | P1 | verschillend | p × q | 2 | 2 | 1 | 1 | 1 | 150000 | - | - | - | - | -
        perceel | P3 | - | - | 1 | 1 | 1 | 0 | 0 | - | - | - | - | - | -
        totaal | - | verschillend | p × q | 3 | 3 | 2 | 1 | 1 | 150000 | 2 | 3 | 11500 | 750000 | -500
        """)
    try town.reconcile()
  }

  @Test("one party in two lots is one, and two contracts; the rules name products without a lot")
  func parties() {
    var town = town
    town.contracts?.append(Contract(lot: "P4", party: "Dok", from: day(2017, 1, 1)))
    let table = Analysis.lots.table(from: town.ledger)
    let total = table.rows(at: .total)[0]
    #expect(table.number(total, .contracts) == 4 && table.number(total, .providers) == 3)
    #expect(table.countingRules.last == "Producten zonder perceel: A9.")
    town.lots["A9"] = "P4"
    #expect(
      Analysis.lots.table(from: town.ledger).countingRules.last == "Elk product heeft een perceel.")
  }

  @Test("names that look alike are parties and lots of their own")
  func names() {
    var town = Town()
    let names = ["Caf\u{E9}", "Cafe\u{301}"]
    town.contracts = names.map { Contract(lot: $0, party: $0, form: $0, from: day(2017, 1, 1)) }
    let rows = Analysis.lots.table(from: town.ledger).rows
    #expect(rows.count == 3)
    #expect(rows[2].prefix(6).map(\.drawn) == ["totaal", "-", "verschillend", "-", "2", "2"])
  }

  @Test("without contracten.csv, a header only, with a note; without lines, contracts alone")
  func nothing() {
    var town = Town()
    #expect(Analysis.lots.drawn(town).isEmpty)
    #expect(
      Analysis.lots.notes(on: town.ledger) == [
        "table percelen is a header only: contracten.csv is not there"
      ])
    town.contracts = []
    #expect(
      Analysis.lots.drawn(town) == "totaal | - | - | - | 0 | 0 | 0 | 0 | 0 | - | 0 | 0 | 0 | - | 0")
  }
}

extension Town {
  /// Adds up all its tables.
  func reconcile() throws {
    let ledger = ledger
    _ = try Reconciliation(of: Analysis.tables(from: ledger, workers: 1), with: ledger)
  }
}
