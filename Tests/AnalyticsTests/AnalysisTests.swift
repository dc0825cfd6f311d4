import Ingest
import Testing

@testable import Analytics

@Suite("the list of analyses")
struct AnalysisTests {
  @Test("the tables of the main report, in its order")
  func names() {
    #expect(
      Analysis.all.map(\.name) == [
        "product-gebruik", "subsidies", "uitgaven-verhouding", "maandverloop", "combinaties",
        "aantal-voorzieningen", "opvolging", "concentratie", "aanbieders", "wijken", "leeftijd",
        "declaratie-driehoek", "declaratie-factoren", "nog-te-verwachten", "terugblik",
        "kostenontwikkeling",
        "verblijfsduur", "instroom-uitstroom", "opvolging-in-de-tijd", "trajecten",
        "wijken-gestandaardiseerd",
        "toewijzingen-verloop", "beeindigingen", "verzilvering", "aflopend", "leveringsvorm",
        "percelen", "aanbieders-verloop", "landschap", "uitstap", "overstap", "regio", "overlap",
        "jaarverloop", "indexatie", "begroting-opbouw", "begroting-bewaking", "lumpsum",
        "bekostiging-vergelijking", "wijkbudget", "tariefvergelijking",
      ]
    )
  }

  @Test("computed on all cores they keep their order and their rows")
  func concurrency() {
    var town = Town(clients: Array(repeating: Client(isListed: true, birth: .year(1980)), count: 9))
    for client in 0..<9 { town.place(client: Int32(client), "B1", cents: 10_00) }
    let tables = Analysis.tables(from: town.ledger, workers: 2)
    #expect(tables.map(\.name) == Analysis.all.map(\.name))
    #expect(tables.map(\.rows) == Analysis.all.map { $0.table(from: town.ledger).rows })
  }

  @Test("every row has a cell per column, of its type", arguments: Analysis.all.indices)
  func shapes(_ index: Int) {
    var town = Town(clients: [Client(isListed: false)])
    town.districts = Districts(rows: [.init(wijk: "01", year: 2017, area: "A", inhabitants: 1)])
    town.place(client: 0, "B1", cents: 10_00)
    let table = Analysis.all[index].table(from: town.ledger)
    for row in table.rows {
      #expect(row.count == table.columns.count)
      for (cell, column) in zip(row, table.columns) {
        switch cell {
        case .text: #expect(column.type == .text, "\(table.name) \(column.name)")
        case .number: #expect(column.type != .text, "\(table.name) \(column.name)")
        case .empty: break
        case .hidden: Issue.record("a run hides nothing: \(table.name) \(column.name)")
        }
      }
    }
  }

  @Test("keys name the rows, and figures derive from columns of their table")
  func roles() {
    var town = ReconciliationTests.town
    town.providers.append(("00000009", "Baken"))
    // Three months later, so that there is something to look back on.
    town.place(client: 1, "A9", by: "00000009", cents: 3_00, volume: 1_00, on: day(2017, 4, 30))
    for table in Analysis.all.map({ $0.table(from: town.ledger) }) {
      let keys = table.columns.indices.filter { table.columns[$0].role == .key }
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
      let names = table.rows.map { row in keys.map { row[$0] } }
      #expect(Set(names).count == table.rows.count && !names.isEmpty, "\(table.name)")
      for case .derived(let sources) in table.columns.map(\.role) {
        #expect(Set(sources).isSubset(of: table.columns.map(\.name)), "\(table.name)")
      }
    }
  }

  @Test("to ask for a column that a table does not declare is not passed over")
  func undeclaredColumn() async {
    await #expect(processExitsWith: .failure) {
      let table = Analysis.productUse.table(from: Town().ledger)
      _ = table.number([], .rank)
    }
  }

  @Test("counting rules say where an end of the window comes from")
  func windowRules() {
    let from = day(2017, 1, 1)
    #expect(
      CountingParameters(windowFrom: from, windowTo: day(2017, 10, 15)).windowRule
        == "De periode loopt van 2017-01-01 tot en met 2017-10-15."
    )
    #expect(
      CountingParameters(windowFrom: from).windowRule == """
        De periode loopt van 2017-01-01 tot en met de laatste datum in de gegevens. Het einde is \
        niet opgegeven en uit de goedgekeurde regels genomen.
        """
    )
  }
}
