import Ingest
import Testing

@testable import Analytics

/// Towns whose clients use groups in months drawn at random.
@Suite("what holds of tables over time in any town")
struct OverTimeLawTests {
  private func town(_ seed: UInt64) -> Town {
    var dice = Dice(seed: seed)
    var clients: [Client] = (0..<30).map { _ in
      Client(
        isListed: dice.among(true, true, false),
        birth: dice.among(.year(1940), .year(1960), .year(1990), .year(2005), nil),
        wijk: dice.among(nil, 0, 0, 0, 1, 2))
    }
    clients[0].isListed = true
    var town = Town(clients: clients)
    town.wijken = ["01", "02", "03"]
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2017, area: "Dorp", inhabitants: 9, ages: [5, 40, 60, 70, 30]),
      .init(wijk: "02", year: 2017, area: "Veld", inhabitants: 9, ages: [50, 0, 60, 70, 30]),
      .init(
        wijk: "04", year: 2017, area: "Veld", inhabitants: 9,
        ages: [1, dice.among(0, nil), 0, 0, 0]),
    ])
    town.products[3].group = dice.among("dagbesteding", "arbeid > begeleiding")
    town.parameters = CountingParameters(
      windowFrom: dice.among(nil, day(2016, 3, 4)), windowTo: dice.among(nil, day(2017, 8, 15)),
      basis: dice.among(.service, .declaration), gapMonths: dice.among(0, 1, 2, 5),
      sequenceFrom: dice.among(nil, day(2015, 6, 1), day(2016, 4, 1)),
      sequenceTo: dice.among(nil, day(2017, 3, 15), day(2019, 1, 1)))
    town.parameters.cleanMonths = dice.among(0, 0, 1, 4)
    town.parameters.overlapMonths = dice.among(0, 1, 2, 3)
    town.parameters.course.lastMonth = dice.among(
      nil, Month(year: 2016, month: 9), Month(year: 2018, month: 12))
    for client in clients.indices {
      for product in ["B1", "B2", "A9", "D1"] where dice.among(true, false) {
        let drawing = (0..<24).map { _ in dice.among("x", "x", ".", ".", ".") }.joined()
        town.use(
          client: Int32(client), product, drawing,
          allocatedFrom: dice.among(nil, nil, day(2015, 7, 9)))
      }
    }
    return town
  }

  @Test("every balance and every law", arguments: 1...20 as ClosedRange<UInt64>)
  func balances(_ seed: UInt64) throws {
    let ledger = town(seed).ledger
    let tables = Analysis.tables(from: ledger, workers: 1)
    #expect(throws: Never.self, "seed \(seed)") { try Reconciliation(of: tables, with: ledger) }
    for analysis in [Analysis.lengthOfStay, .inflowOutflow, .pathways] {
      #expect(!analysis.table(from: ledger).rows.isEmpty, "seed \(seed)")
    }
  }

  @Test(
    "groups whose names look alike are groups of their own", arguments: 1...5 as ClosedRange<UInt64>
  )
  func names(_ seed: UInt64) throws {
    var town = town(seed)
    town.products[2].group = "Caf\u{E9}"
    town.products[3].group = "Cafe\u{301}"
    let ledger = town.ledger
    let tables = Analysis.tables(
      [.monthlyCourse, .sequences, .lengthOfStay, .inflowOutflow, .sequencesOverTime, .pathways],
      from: ledger, workers: 1)
    #expect(throws: Never.self, "seed \(seed)") { try Reconciliation(of: tables, with: ledger) }
    // Three groups: six pairs at three times.
    #expect(tables[4].rows.count == 18, "seed \(seed)")
  }

  @Test("steps are those that month by month gives", arguments: 1...20 as ClosedRange<UInt64>)
  func steps(_ seed: UInt64) {
    let ledger = town(seed).ledger
    let (gap, overlap) = (ledger.parameters.gapMonths, ledger.parameters.overlapMonths)
    var finder = PathFinder(ledger.parameters)
    var clients = 0
    ledger.forEachClientMonths(in: .sequence, setsOfProduct: ledger.groupSetOfProduct) { sets, _ in
      clients += 1
      #expect(finder.steps(of: sets) == monthly(sets, gap, overlap), "seed \(seed)")
    }
    #expect(clients > 0, "seed \(seed)")
  }

  /// The steps, found by a look at every month.
  private func monthly(_ sets: MonthSets, _ gap: Int, _ overlap: Int) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: 24)
    for group in sets.used {
      let isActive = (0..<24).map { sets[group].first(from: $0) == $0 }
      for month in 0..<24 {
        let before = isActive[...month].lastIndex(of: true)
        let after = isActive[month...].firstIndex(of: true)
        if let before, let after, after - before - 1 <= gap { groups[month].append(group) }
      }
    }
    var pieces: [(groups: [Int], months: Int)] = []
    var before: [Int] = []
    for month in groups {
      if !month.isEmpty, month == before {
        pieces[pieces.count - 1].months += 1
      } else if !month.isEmpty {
        pieces.append((month, 1))
      }
      before = month
    }
    let kept = pieces.filter { $0.groups.count < 2 || $0.months >= overlap }
    var steps: [[Int]] = []
    for piece in kept.isEmpty ? pieces : kept where piece.groups != steps.last {
      steps.append(piece.groups)
    }
    return Array(steps.prefix(5))
  }

  @Test(
    "a figure that is changed breaks a law",
    arguments: [
      (Analysis.lengthOfStay, ColumnName.endedSpells), (.lengthOfStay, .share),
      (.inflowOutflow, .present), (.inflowOutflow, .inflow), (.inflowOutflow, .outflow),
      (.sequencesOverTime, .clients), (.sequencesOverTime, .followed), (.pathways, .clients),
      (.pathways, .fromStart), (.standardizedDistricts, .clients),
      (.standardizedDistricts, .withoutAge), (.standardizedDistricts, .directRate),
      (.standardizedDistricts, .indirectRate),
    ] as [(Analysis, ColumnName)])
  func brokenLaws(_ analysis: Analysis, _ column: ColumnName) throws {
    var town = town(1)
    town.parameters = CountingParameters(basis: .declaration, gapMonths: 0)
    let ledger = town.ledger
    var tables = Analysis.tables(from: ledger, workers: 1)
    let index = try #require(tables.firstIndex { $0.name == analysis.name })
    let table = tables[index]
    let position = table.position(of: column)
    // Of the last row that has the figure: that of the total, where there is one.
    let row = try #require(table.rows.lastIndex { $0[position] != .empty })
    var rows = table.rows
    rows[row][position] = .number((table.number(rows[row], column) ?? 0) + 2_000_000)
    tables[index] = Table(
      name: table.name, title: table.title, countingRules: [], columns: table.columns, rows: rows)
    #expect(throws: Imbalance.self) { try Reconciliation(of: tables, with: ledger) }
  }
}
