import Ingest
import Testing

@testable import Analytics

@Suite("begroting-bewaking: what lines select")
struct BudgetSelectionTests {
  /// Selections have a year each, as lines of one year may have no placement in common.
  private static let selections: [BudgetLine.Selection] = [
    .init(), .init(kind: .tailored), .init(group: "begeleiding"), .init(area: "Noord"),
    .init(concern: "Anker"), .init(lot: "P1"),
    .init(kind: .tailored, group: "begeleiding", area: "Noord", concern: "Anker", lot: "P1"),
    .init(kind: .general), .init(kind: .general, concern: "Anker"), .init(area: "Oud"),
    .init(area: "Oost"),
  ]

  private static var town: Town {
    var town = Town(clients: [
      Client(isListed: true, wijk: 0), Client(isListed: true, wijk: 1), Client(isListed: true),
      Client(isListed: false, wijk: 0), Client(isListed: true, wijk: 2),
    ])
    town.wijken = ["01", "02", "09"]
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2017, area: "Noord", inhabitants: 10),
      // Its district of an earlier year is none of the run.
      .init(wijk: "01", year: 2016, area: "Oud", inhabitants: 10),
      .init(wijk: "02", year: 2016, area: "Oost", inhabitants: 10),
    ])
    town.products.append(("W1", .general, "welzijn"))
    town.lots = ["B1": "P1", "D1": "P1"]
    for year in 2000..<2000 + selections.count {
      town.place(client: 0, "B1", by: "00000001", cents: 1, on: day(year, 2, 1))
      town.place(client: 0, "B2", by: "00000003", cents: 10, on: day(year, 2, 1))
      town.place(client: 1, "B1", by: "00000002", cents: 100, on: day(year, 3, 1))
      town.place(client: 2, "D1", by: "00000002", cents: 1_000, on: day(year, 4, 1))
      town.place(client: 3, "A9", by: "00000001", cents: 10_000, on: day(year, 4, 1))
      town.place(client: 4, "W1", by: "00000004", cents: 100_000, on: day(year, 5, 1))
    }
    town.budget = selections.enumerated().map { offset, selection in
      BudgetLine(year: 2000 + offset, selection: selection, cents: 1)
    }
    town.subsidies = (2000..<2100).map { Subsidy(recipient: "W", year: $0, granted: 1_000_000) }
    return town
  }

  @Test("kind, group, district, concern and lot, alone and together")
  func selections() throws {
    let ledger = Self.town.ledger
    let table = Analysis.budgetMonitor.table(from: ledger)
    let lines = table.rows(at: .line)
    #expect(
      lines.map { table.number($0, .realised) } == [
        1_111_111, 10_111, 111, 11, 10_011, 1_101, 1, 1_100_000, 0, 0, 100,
      ])
    #expect(lines.map { table.number($0, .clients) } == [5, 3, 2, 1, 2, 3, 1, 1, 0, 0, 1])
    #expect(
      lines.map { table.text($0, .budgetLine) } == [
        "totaal", "maatwerk", "begeleiding", "Noord", "Anker", "P1",
        "maatwerk / begeleiding / Noord / Anker / P1", "algemeen", "algemeen / Anker", "Oud",
        "Oost",
      ])
    _ = try Reconciliation(of: Analysis.tables(from: ledger, workers: 1), with: ledger)
  }

  @Test("whatever the budget selects by, the course of declarations per group is the same")
  func course() {
    var other = Self.town
    other.budget = nil
    let (with, without) = (Self.town.ledger, other.ledger)
    #expect(with.course == without.course)
    #expect(with.course.count < with.classCourse.count && without.classCourse.isEmpty)
    #expect(
      Analysis.stillToCome.table(from: with).rows == Analysis.stillToCome.table(from: without).rows)
  }

  @Test("an allocation is selected by its own product, provider and client")
  func allocations() {
    var town = Self.town
    town.budget = Self.selections.map { BudgetLine(year: 2017, selection: $0, cents: 1) }
    func selecting(_ add: (inout Town) -> Int32) -> [String] {
      var town = town
      let index = Int(add(&town))
      let ledger = town.ledger
      var selector = BudgetSelector(ledger)
      return selector.lines(of: ledger.registers.allocations[index]).map {
        selector.rows[$0].name
      }
    }
    let from = day(2017, 1, 1)
    #expect(
      selecting { $0.allocate(client: 0, "B1", by: "00000003", from: from) } == [
        "Anker", "Noord", "P1", "begeleiding", "maatwerk",
        "maatwerk / begeleiding / Noord / Anker / P1", "totaal",
      ])
    #expect(
      selecting { $0.allocate(client: 1, nil, by: nil, category: 2, from: from) } == [
        "Oost", "totaal",
      ])
    #expect(
      selecting { $0.allocate(client: 3, "A9", by: "00000002", from: from) } == [
        "maatwerk", "totaal",
      ])
  }

  @Test("two lines that select one placement empty the total, and so do two that take subsidies")
  func clashes() throws {
    var town = Town()
    town.place(client: 0, "B1", cents: 1_00)
    town.place(client: 0, "D1", cents: 2_00)
    town.place(client: 0, "B1", cents: 5_00, on: day(2016, 3, 1))
    town.budget = [
      BudgetLine(year: 2017, selection: .init(group: "begeleiding"), cents: 1),
      BudgetLine(year: 2017, selection: .init(kind: .tailored), cents: 1),
      BudgetLine(year: 2016, selection: .init(group: "begeleiding"), cents: 1),
      BudgetLine(year: 2016, selection: .init(group: "dagbesteding"), cents: 1),
    ]
    let empty = "2017 | totaal" + String(repeating: " | -", count: 16)
    #expect(Analysis.budgetMonitor.drawn(town).hasSuffix(empty))
    #expect(
      Analysis.budgetMonitor.notes(on: town.ledger).first
        == "table begroting-bewaking: lines 'begeleiding' and 'maatwerk' of 2017 select one "
        + "placement, so its row 'totaal' is empty")
    try town.reconcile()

    town.budget = [
      BudgetLine(year: 2018, cents: 1),
      BudgetLine(year: 2018, selection: .init(kind: .general), cents: 1),
    ]
    #expect(!Analysis.budgetMonitor.drawn(town).contains("totaal | - | - | - |"))
    town.subsidies = [Subsidy(recipient: "W", year: 2018, granted: 0)]
    #expect(Analysis.budgetMonitor.drawn(town).contains("2018 | totaal | - | - | - |"))
    #expect(
      Analysis.budgetMonitor.notes(on: town.ledger).first
        == "table begroting-bewaking: lines 'algemeen' and 'totaal' of 2018 both take the "
        + "subsidies, so its row 'totaal' is empty")
    try town.reconcile()
  }
}
