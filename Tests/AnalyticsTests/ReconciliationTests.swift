import Ingest
import Testing

@testable import Analytics

@Suite("the tables add up to the ledger")
struct ReconciliationTests {
  private var town: Town {
    var town = Town(clients: [
      Client(isListed: true, birth: .year(1990), wijk: 0), Client(isListed: false),
    ])
    town.wijken = ["01"]
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2017, area: "Dorp", inhabitants: 10)
    ])
    town.subsidies = [Subsidy(recipient: "Welzijn", year: 2017, cents: 25_00)]
    town.place(client: 0, "B1", cents: 50_00)
    town.place(client: 0, "D1", by: "00000002", cents: -20_00)
    town.place(client: 1, "D1", cents: 5_00)
    return town
  }

  @Test("every table that promises a sum keeps it")
  func balances() throws {
    let ledger = town.ledger
    let reconciliation = try Reconciliation(
      of: Analysis.tables(from: ledger, workers: 2), with: ledger)
    #expect(
      reconciliation.totals.map { "\($0.table) \($0.cents)" } == [
        "product-gebruik 3500", "subsidies 2500", "uitgaven-verhouding 6000", "maandverloop 3500",
        "combinaties 3500", "aantal-voorzieningen 3500", "aanbieders 3500", "wijken 3500",
        "leeftijd 3500",
      ]
    )
  }

  @Test("tables that are header only for want of data promise nothing")
  func skipsHeaders() throws {
    var town = town
    town.clients = nil
    let ledger = town.ledger
    let reconciliation = try Reconciliation(
      of: Analysis.tables(from: ledger, workers: 2), with: ledger)
    #expect(!reconciliation.totals.contains { ["wijken", "leeftijd"].contains($0.table) })
  }

  @Test("a cent too much in one level is found")
  func findsImbalance() {
    let ledger = town.ledger
    let table = Analysis.productUse.table(from: ledger)
    var rows = table.rows
    rows[rows.count - 1][7] = .number(35_01)
    let wrong = Table(
      name: table.name,
      title: table.title,
      countingRules: [],
      columns: table.columns,
      rows: rows
    )
    let imbalance = Imbalance(
      table: "product-gebruik",
      amount: .netInWindow,
      expectedCents: 35_00,
      foundCents: 35_01
    )
    #expect(throws: imbalance) { try Reconciliation(of: [wrong], with: ledger) }
  }
}
