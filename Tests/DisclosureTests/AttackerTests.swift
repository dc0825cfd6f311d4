import Analytics
import Ingest
import Testing

/// The attacker of the tests must break what is breakable, and nothing else.
@Suite struct AttackerTests {
  private var parameters = PublicationParameters()

  /// An attack on an edition that hides everything with clients but the municipality and what is
  /// named, after a change to its tables.
  private func violations(
    _ town: SmallTown, showing isShown: (String) -> Bool, change: ([Table]) -> [Table] = { $0 }
  ) -> [Violation] {
    let run = RunFigures(town.tables)
    var hidden: Set<BundleName> = []
    for figure in run.figures where run.clients(of: figure.bundle) != 0 {
      let name = figure.bundle.text
      if name != "markt//", !isShown(name) { hidden.insert(figure.bundle) }
    }
    let shown = SeenFigures(run, hidden: hidden, parameters)
    return Attacker(
      internal: town.tables, edition: change(ExpectedTables(shown).tables), risks: town.risks,
      parameters: parameters, window: SmallTown.window
    ).violations()
  }

  private func cells(_ violations: [Violation], _ kind: Violation.Kind) -> [String] {
    violations.filter { $0.kind == kind }.map(\.cell)
  }

  /// Groups × ages, with these numbers of clients.
  private func town(_ counts: [[Int]]) -> SmallTown {
    var town = SmallTown()
    for (row, counts) in counts.enumerated() {
      for (column, count) in counts.enumerated() {
        town.add(count, .init(group: "G\(row + 1)", age: "\(column + 1)0-\(column + 1)9"))
      }
    }
    return town
  }

  @Test func findsNothingWhereOnlyTotalsStand() {
    var town = town([[40, 3, 60], [1, 80, 7], [0, 100, 2]])
    town.add(2, .init(kind: "algemeen", district: "Zuid", concern: "Klein"))
    town.add(200, .init(group: "H", kind: "vrij_inzetbaar", district: "West", concern: "Groot"))
    let found = violations(town) { _ in false }
    #expect(found.isEmpty, "\(found)")
  }

  @Test func breaksAPatternWithTwoHiddenCellsInEveryRowAndColumn() {
    let counts = [[9, 9, 40, 40], [9, 9, 3, 40], [40, 40, 9, 9], [40, 40, 9, 9]]
    let hidden: Set<String> = [
      "1/1", "1/2", "2/1", "2/2", "2/3", "3/3", "3/4", "4/3", "4/4",
    ]
    let found = violations(town(counts)) { name in
      guard name.hasPrefix("leeftijd/") else { return name.hasPrefix("groep/") }
      if name.hasPrefix("leeftijd/totaal") { return true }
      let numbers = name.filter(\.isNumber).map { $0 }
      return !hidden.contains("\(numbers[0])/\(numbers[1])")
    }
    #expect(cells(found, .range) == ["leeftijd/G2/30-39 a"], "\(found)")
  }

  @Test func breaksARowWithOneClient() {
    var town = SmallTown()
    town.add(60, .init(district: "Noord"))
    town.add(70, .init(district: "Oost"))
    town.add(1, .init(district: "Zuid"))
    let found = violations(town) { ["wijk/Noord/", "wijk/Oost/"].contains($0) }
    #expect(cells(found, .range).contains("wijk/Zuid/ a"))
    #expect(cells(found, .range).contains("wijk/Zuid/ c"))
  }

  @Test func breaksTotalMinusParts() {
    let shown: (String) -> Bool = {
      ["groep/G1", "leeftijd/G1/10-19", "leeftijd/G1/20-29"].contains($0)
    }
    let found = violations(town([[60, 30, 4]]), showing: shown)
    #expect(cells(found, .range).contains("leeftijd/G1/30-39 a"))
    // Three rounded counts leave room for ten clients; exact ones none.
    #expect(!cells(found, .range).contains("leeftijd/G1/30-39 c"))
    var exact = self
    exact.parameters.countBase = 1
    let sharp = exact.violations(town([[60, 30, 4]]), showing: shown)
    #expect(cells(sharp, .range).contains("leeftijd/G1/30-39 c"))
  }

  @Test func breaksComplementsInTwoTablesThatShareAKind() {
    var town = SmallTown()
    town.add(5, .init(group: "A", kind: "algemeen"))
    town.add(60, .init(group: "B", kind: "maatwerk", district: "Noord"))
    town.add(50, .init(group: "B", kind: "maatwerk", district: "Zuid"))
    town.add(70, .init(group: "C", kind: "vrij_inzetbaar"))
    // Each table hides `algemeen` and `maatwerk`; but the districts of `maatwerk` stand.
    let found = violations(town) {
      ["markt/vrij_inzetbaar/", "wijk/Noord/maatwerk", "wijk/Zuid/maatwerk"].contains($0)
    }
    #expect(cells(found, .range).contains("markt/algemeen/ a"))
    let other = violations(town) { ["markt/vrij_inzetbaar/", "wijk/Zuid/maatwerk"].contains($0) }
    #expect(!cells(other, .range).contains("markt/algemeen/ a"))
  }

  @Test func breaksSubsidiesMinusSpending() {
    var town = SmallTown()
    town.add(5, .init(group: "A", kind: "algemeen"))
    town.add(60, .init(group: "B", kind: "maatwerk"))
    town.add(70, .init(group: "C", kind: "vrij_inzetbaar"))
    let found = violations(town) { ["markt/maatwerk/", "markt/vrij_inzetbaar/"].contains($0) }
    #expect(cells(found, .range).contains("markt/algemeen/ a"))
  }

  @Test func breaksImplicitCells() {
    // Clients not served by the three largest: 93...97 - 88...92, and 93...97 - 83...87.
    for (largest, others, isBroken) in [(20, 4, true), (17, 9, false)] {
      var town = SmallTown()
      for (concern, count) in [("A", 40), ("B", 30), ("C", largest), ("D", others)] {
        town.add(count, .init(concern: concern))
      }
      let found = violations(town) { ["markt/maatwerk/", "cr3/maatwerk/"].contains($0) }
      #expect(cells(found, .range) == (isBroken ? ["rest cr3/maatwerk/"] : []), "\(found)")
    }
  }

  @Test func aClientAloneKnowsHimself() {
    // Two hidden parts of one exact sum: to each other person they may be many.
    var town = SmallTown()
    town.add(60, .init(age: "10-19"))
    town.add(1, .init(age: "20-29", cents: 90_000))
    town.add(9, .init(age: "30-39", cents: 90_000))
    var exact = self
    exact.parameters.countBase = 1
    let shown: (String) -> Bool = { ["groep/A", "leeftijd/A/10-19"].contains($0) }
    let found = exact.violations(town, showing: shown)
    #expect(cells(found, .alone).contains("leeftijd/A/30-39 c"), "\(found)")
    #expect(cells(found, .alone).contains("leeftijd/A/30-39 a"))
    // With a third hidden part he cannot.
    let safe = exact.violations(town) { $0 == "groep/A" }
    #expect(cells(safe, .alone).isEmpty, "\(safe)")
  }

  @Test func dominatedAmountsAreAtRisk() {
    var town = SmallTown()
    town.add(30, .init(district: "Noord"))
    town.add(11, .init(district: "Zuid", cents: 1_000))
    let zuid = BundleName.district("Zuid", "")
    let risks = DisclosureRisks(
      productGroups: [], amounts: [zuid: .init(largest: 9_000, second: 3_000, sum: 13_000)])
    let run = RunFigures(town.tables)
    let shown = SeenFigures(run, hidden: [], parameters)
    let found = Attacker(
      internal: town.tables, edition: ExpectedTables(shown).tables, risks: risks,
      parameters: parameters, window: nil
    ).violations()
    #expect(cells(found, .shown) == ["wijk/Zuid/ a"], "\(found)")
    #expect(cells(found, .range) == ["wijk/Zuid/ a"])
  }
}

/// Editions whose figures are safe, and whose writing tells more than they do.
extension AttackerTests {
  private func changing(
    _ tables: [Table], _ name: String, _ change: ([[Cell]]) -> [[Cell]]
  ) -> [Table] {
    tables.map { table in
      guard table.name == name else { return table }
      return Table(
        name: name, title: table.title, countingRules: [], columns: table.columns,
        rows: change(table.rows))
    }
  }

  private var large: SmallTown {
    var town = town([[43, 33, 62], [52, 81, 71]])
    town.add(42, .init(group: "G1", concern: "Ander"))
    town.add(2, .init(group: "G3", concern: "Klein"))
    return town
  }

  @Test(arguments: [
    ("leeftijd", "aandeel"), ("product-gebruik", "bedrag_per_client"),
    ("wijken", "clienten_per_1000"), ("aantal-voorzieningen", "aandeel"),
  ])
  func aFigureFromTrueOnesTells(_ name: String, _ column: String) {
    let found = violations(large, showing: { !$0.contains("G3") }) { tables in
      changing(tables, name) { rows in
        var rows = rows
        let place = tables.first { $0.name == name }?.position(of: ColumnName(column)) ?? 0
        guard case .number(let number) = rows[0][place] else { return rows }
        rows[0][place] = .number(number + 1)
        return rows
      }
    }
    #expect(cells(found, .writing) == ["\(name) row 1 \(column)"])
  }

  @Test func aShareOfAHiddenFigureTells() {
    let found = violations(large, showing: { !$0.contains("G3") }) { tables in
      changing(tables, "leeftijd") { rows in
        rows.map { row in row[0] == .text("G3") ? row.dropLast(2) + [.number(1), .hidden] : row }
      }
    }
    #expect(cells(found, .writing).contains { $0.hasPrefix("leeftijd row") })
  }

  @Test func anOrderTells() {
    // 42 + 43 + … and others: shown alike or not, rows stand in order of what is shown.
    let found = violations(large, showing: { !$0.contains("G3") }) { tables in
      changing(tables, "combinaties") { [$0[1], $0[0]] + $0.dropFirst(2) }
    }
    #expect(cells(found, .writing).contains("combinaties row 1 combinatie"))
  }

  @Test func aRankTells() {
    let found = violations(large, showing: { !$0.contains("G3") && !$0.hasSuffix("/Zorg") }) {
      tables in
      changing(tables, "aanbieders") { rows in
        rows.map { row in row.map { $0 == .number(1) ? .number(2) : $0 } }
      }
    }
    #expect(cells(found, .writing).contains { $0.hasSuffix("rang") })
  }

  @Test func aRowOfAHiddenCombinationTells() {
    let found = violations(large, showing: { !$0.contains("G3") }) { tables in
      changing(tables, "combinaties") { rows in
        var last = rows[rows.count - 1]
        last[0] = .text("G3")
        return rows.dropLast() + [last]
      }
    }
    #expect(cells(found, .writing).contains("combinaties row 3 combinatie"), "\(found)")
  }
}

@Suite struct SeenFiguresTests {
  @Test(arguments: [(5, -23...23), (1, -3...3), (4, -9...9), (10_000, -20_000...20_000)])
  func anIntervalIsWhatIsRoundedToItsMultiple(_ base: Int64, _ values: ClosedRange<Int64>) {
    for value in values {
      let multiple = SeenFigures.rounded(value, base)
      #expect(multiple % base == 0 && (multiple - value).magnitude * 2 <= UInt64(base))
      let interval = SeenFigures.interval(multiple, base)
      #expect(interval.contains(value))
      #expect(SeenFigures.rounded(interval.lowerBound - 1, base) < multiple)
      #expect(SeenFigures.rounded(interval.upperBound + 1, base) > multiple)
    }
  }
}
