import Ingest
import Testing

@testable import Analytics

/// Towns whose allocations, lines and personal budgets are drawn at random.
@Suite("what holds of tables of allocations in any town")
struct GrantLawTests {
  private static let tables: [Analysis] = [
    .allocationCourse, .allocationEndings, .allocationUptake, .expiringAllocations, .deliveryForms,
  ]

  private func town(_ seed: UInt64) -> Town {
    var dice = Dice(seed: seed)
    var town = Town()
    town.hasDeliveryForms = dice.among(true, true, false)
    town.products[3].group = dice.among("dagbesteding", "Begeleiding", "Caf\u{E9}")
    town.products[2].group = dice.among("arbeid", "Cafe\u{301}")
    town.parameters = CountingParameters(
      windowFrom: dice.among(day(2017, 1, 1), day(2016, 11, 20)),
      windowTo: dice.among(day(2017, 9, 30), day(2017, 8, 15)),
      basis: dice.among(.service, .declaration))
    func someDay() -> Day {
      Day(number: Int32.random(in: 16_900...17_700, using: &dice))
    }
    for _ in 0..<60 {
      let start = someDay()
      func ending() -> Day? {
        dice.among(nil, Day(number: start.number + Int32.random(in: -20...500, using: &dice)))
      }
      let allocation = town.allocate(
        client: Int32.random(in: 0..<12, using: &dice), dice.among(nil, "B1", "B2", "A9", "D1"),
        by: dice.among(nil, "00000001", "00000002", "00000003"), category: dice.among(0, 1, 2, 7),
        from: start, to: ending(), stop: ending(), endReason: dice.among(nil, 2, 20, 99),
        form: dice.among(.none, .inKind, .inKind, .personalBudget),
        isDeleted: dice.among(false, false, false, true),
        volume: dice.among(nil, 1_00, 7_50, 1_000_01),
        unit: dice.among(nil, .minute, .hour, .hour, .dayPart, .outputPiece, .euro),
        frequency: dice.among(nil, 1, 2, 3, 4, 5, 6, 6))
      for _ in 0..<dice.among(0, 1, 4) {
        let day = someDay()
        town.declare(
          allocation, product: dice.among(0, 0, 3), provider: dice.among(0, 0, 1),
          cents: dice.among(10_00, 10_00, -10_00, 0), volume: dice.among(1_00, -1_00, 33, 45_00),
          unit: dice.among(.minute, .hour, .hour, .dayPart), on: day,
          declared: Day(number: day.number + dice.among(0, 5, 60, -3)))
      }
    }
    if dice.among(true, true, false) {
      town.personalBudgets = (0..<20).map { _ in
        PersonalBudget(
          client: Int32.random(in: 0..<15, using: &dice), year: dice.among(2015, 2016, 2017),
          group: dice.among(nil, "begeleiding", "Begeleiding", "anders"),
          category: dice.among(2, 7), granted: dice.among(0, 1_00, 999_99),
          spent: dice.among(nil, 0, 3_33))
      }
    }
    return town
  }

  @Test("every balance and every law", arguments: 1...30 as ClosedRange<UInt64>)
  func balances(_ seed: UInt64) {
    let ledger = town(seed).ledger
    let tables = Analysis.tables(Self.tables, from: ledger, workers: 2)
    #expect(throws: Never.self, "seed \(seed)") { try Reconciliation(of: tables, with: ledger) }
    #expect(tables[0..<4].allSatisfy { !$0.rows.isEmpty }, "seed \(seed)")
  }

  @Test(
    "use counts by service: the basis makes no difference, nor where the window comes from",
    arguments: 1...30 as ClosedRange<UInt64>)
  func bases(_ seed: UInt64) throws {
    var town = town(seed)
    func uptake() -> [String] {
      [Analysis.allocationUptake.drawn(town)] + Analysis.allocationUptake.notes(on: town.ledger)
    }
    town.parameters.basis = .service
    let byService = uptake()
    town.parameters.basis = .declaration
    #expect(uptake() == byService, "seed \(seed)")
    // With an end of the data, kept by day until that is known.
    for end in [\CountingParameters.windowFrom, \.windowTo] {
      let declared = town.parameters
      town.parameters[keyPath: end] = nil
      let fromData = uptake()
      let window = try #require(town.ledger.window)
      (town.parameters.windowFrom, town.parameters.windowTo) = (
        window.lowerBound, window.upperBound
      )
      #expect(uptake() == fromData, "seed \(seed)")
      town.parameters = declared
    }
  }

  @Test(
    "a figure that is changed breaks a law",
    arguments: [
      (Analysis.allocationCourse, ColumnName.started), (.allocationCourse, .ended),
      (.allocationCourse, .inForce), (.allocationCourse, .deleted),
      (.allocationEndings, .allocations), (.allocationUptake, .allocations),
      (.allocationUptake, .withDeclaration), (.allocationUptake, .withoutDeclaration),
      (.expiringAllocations, .allocations), (.deliveryForms, .allocations),
      (.deliveryForms, .budgetGranted), (.deliveryForms, .budgetSpent),
    ] as [(Analysis, ColumnName)])
  func brokenLaws(_ analysis: Analysis, _ column: ColumnName) throws {
    var town = town(1)
    town.hasDeliveryForms = true
    if town.personalBudgets == nil { town.personalBudgets = [] }
    let ledger = town.ledger
    let table = analysis.table(from: ledger)
    let position = table.position(of: column)
    for row in table.rows.indices where table.rows[row][position] != .empty {
      var rows = table.rows
      rows[row][position] = .number((table.number(rows[row], column) ?? 0) + 1)
      let changed = Table(
        name: table.name, title: table.title, countingRules: [], columns: table.columns, rows: rows)
      #expect(throws: Imbalance.self, "row \(row)") {
        try Reconciliation(of: [changed], with: ledger)
      }
    }
  }

  @Test("the total of beeindigingen is that of toewijzingen-verloop over whole months")
  func endings() throws {
    var town = town(3)
    town.parameters.windowFrom = day(2017, 1, 1)
    town.parameters.windowTo = day(2017, 9, 30)
    let ledger = town.ledger
    let course = Analysis.allocationCourse.table(from: ledger)
    var endings = Analysis.allocationEndings.table(from: ledger)
    #expect(throws: Never.self) { try Reconciliation(of: [course, endings], with: ledger) }
    endings = Table(
      name: endings.name, title: "", countingRules: [], columns: endings.columns, rows: [])
    #expect(throws: Imbalance.self) { try Reconciliation(of: [course, endings], with: ledger) }
  }
}
