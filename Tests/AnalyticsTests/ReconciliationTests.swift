import Ingest
import Testing

@testable import Analytics

@Suite("the tables add up to the ledger")
struct ReconciliationTests {
  static var town: Town {
    var town = Town(clients: [
      Client(isListed: true, birth: .year(1990), wijk: 0), Client(isListed: false),
    ])
    town.wijken = ["01"]
    town.districts = Districts(rows: [
      .init(
        wijk: "01", year: 2017, area: "Dorp", inhabitants: 10, ages: Array(repeating: 2, count: 5))
    ])
    town.hasDeliveryForms = true
    town.parameters.money.districtBudget = DistrictBudgetParameters(
      cents: 100_01, keys: [Weight("inwoners", 10_000)])
    town.allocate(client: 1, "B1", from: day(2017, 1, 1), to: day(2017, 2, 1))
    town.subsidies = [Subsidy(recipient: "Welzijn", year: 2017, granted: 25_00, costs: 20_00)]
    town.budget = [BudgetLine(year: 2017, cents: 100_00)]
    town.buildingBlocks = [
      BuildingBlock(
        budget: "totaal", year: 2017, order: 1, sort: .base, description: "Start", cents: 90_00)
    ]
    town.indexFigures = ["OVA", "PPC"].map {
      IndexFigure(
        series: $0, year: 2017, status: .provisional, tenThousandths: 20_000,
        fixed: day(2016, 12, 1))
    }
    town.contracts = [Contract(lot: "P", party: "Anker", from: day(2017, 1, 1))]
    town.lots = ["B1": "P"]
    town.parameters.municipalityCode = "0637"
    town.parameters.supply.overlapGroups = ["begeleiding"]
    town.place(client: 0, "B1", cents: 50_00)
    town.place(client: 0, "D1", by: "00000002", cents: -20_00)
    // The last day of its month, so that the month has passed.
    town.place(client: 1, "D1", cents: 5_00, on: day(2017, 1, 31))
    return town
  }

  @Test("every table that promises a sum keeps it")
  func balances() throws {
    let ledger = Self.town.ledger
    let reconciliation = try Reconciliation(
      of: Analysis.tables(from: ledger, workers: 2), with: ledger)
    #expect(
      reconciliation.totals.map { "\($0.table) \($0.cents)" } == [
        "product-gebruik 3500", "subsidies 2500", "uitgaven-verhouding 6000", "maandverloop 3500",
        "combinaties 3500", "aantal-voorzieningen 3500", "aanbieders 3500", "wijken 3500",
        "leeftijd 3500", "declaratie-driehoek 3500", "nog-te-verwachten 3500",
        "kostenontwikkeling 3500", "percelen 3500", "aanbieders-verloop 3500", "landschap 3500",
        "uitstap 3500", "regio 3500", "jaarverloop 3500", "bekostiging-vergelijking 3500",
        "wijkbudget 3500",
      ]
    )
  }

  @Test("tables that are header only for want of data promise nothing")
  func skipsHeaders() throws {
    var town = Self.town
    town.clients = nil
    let ledger = town.ledger
    let reconciliation = try Reconciliation(
      of: Analysis.tables(from: ledger, workers: 2), with: ledger)
    #expect(!reconciliation.totals.contains { ["wijken", "leeftijd"].contains($0.table) })
  }

  @Test(
    "a cent too much is found in every row, and one that stands with the wrong total",
    arguments: Analysis.all.indices.filter {
      Analysis.all[$0].balances.contains { $0.amount != nil }
    }
  )
  func findsImbalance(_ index: Int) throws {
    let ledger = Self.town.ledger
    let (analysis, table) = (Analysis.all[index], Analysis.all[index].table(from: ledger))
    let balance = try #require(analysis.balances.first { $0.amount != nil })
    let amount = try #require(balance.amount)
    let total = amount.cents(in: ledger)
    let sets = balance.sums.isEmpty ? [.all] : balance.sums.flatMap { [$0.parts, $0.whole] }
    let summed = Set(sets.flatMap { $0.rows(of: table) })
    for row in table.rows.indices where summed.contains(table.rows[row]) {
      #expect(
        throws: Imbalance(
          table: table.name, .sum(of: balance.column, amount, expected: total, found: total + 1))
      ) { try Reconciliation(of: [table.adding(1, to: row, in: balance.column)], with: ledger) }
    }
  }

  @Test(
    "a cent that moves between rows of one level is found where both have totals of their own",
    arguments: [
      (Analysis.productUse, 0, 1), (.productUse, 2, 3), (.providers, 0, 1), (.districtUse, 1, 2),
      (.districtUse, 1, 5), (.districtUse, 3, 7), (.ages, 0, 1), (.ages, 16, 17),
    ] as [(Analysis, Int, Int)]
  )
  func findsMovedCent(_ analysis: Analysis, _ from: Int, _ to: Int) {
    let ledger = Self.town.ledger
    let moved = analysis.table(from: ledger).adding(-1, to: from).adding(1, to: to)
    #expect { try Reconciliation(of: [moved], with: ledger) } throws: { error in
      guard case .parts(.amount, _, _) = (error as? Imbalance)?.flaw else { return false }
      return "\(error)".hasPrefix("table \(moved.name) does not balance: rows of column bedrag ")
    }
  }

  @Test("the message tells table, amounts and what they were compared with")
  func message() {
    let imbalance = Imbalance(
      table: "wijken", .sum(of: .amount, .netInWindow, expected: 35_00, found: 35_01))
    #expect(
      imbalance.description == "table wijken does not balance: column bedrag adds up to 3501, the "
        + "ledger (netInWindow) to 3500; please report this"
    )
  }
}

extension Table {
  /// The table with one amount changed.
  fileprivate func adding(
    _ cents: Int64, to row: Int, in column: ColumnName = .amount
  ) -> Table {
    var rows = rows
    rows[row][position(of: column)] = .number((number(rows[row], column) ?? 0) + cents)
    return Table(name: name, title: title, countingRules: [], columns: columns, rows: rows)
  }
}
