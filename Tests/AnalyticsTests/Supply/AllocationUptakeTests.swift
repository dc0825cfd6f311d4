import Ingest
import Testing

@testable import Analytics

@Suite("verzilvering")
struct AllocationUptakeTests {
  private var town: Town {
    var town = Town()
    // Two hours a week, effort, four weeks from a Monday on: 8 hours.
    let weekly = town.allocate(
      client: 0, "B1", category: 2, from: day(2017, 1, 2), to: day(2017, 1, 29), volume: 2_00,
      unit: .hour, frequency: 2)
    town.declare(
      weekly, cents: 50_00, volume: 90_00, unit: .minute, on: day(2017, 1, 5),
      declared: day(2017, 2, 1))
    town.declare(
      weekly, cents: -10_00, volume: -1_00, on: day(2017, 1, 6), declared: day(2017, 11, 1))
    town.declare(
      weekly, cents: 99_00, volume: 99_00, on: day(2016, 12, 31), declared: day(2017, 2, 1))
    // Ten hours over 61 days, of which 30 lie in the window.
    town.allocate(
      client: 1, "B1", from: day(2016, 12, 1), to: day(2017, 12, 31), stop: day(2017, 1, 30),
      form: .inKind, volume: 10_00, unit: .hour, frequency: 6)
    // Three a month; the window touches two of them. One line, in another unit.
    let monthly = town.allocate(
      client: 1, "D1", by: "00000002", from: day(2017, 9, 10), volume: 3_00, unit: .dayPart,
      frequency: 4)
    town.declare(
      monthly, product: 3, provider: 1, cents: 5_00, volume: 1_00, on: day(2017, 10, 15))
    // Not measured: without a volume, and in total without an end; the latter declared before.
    town.allocate(client: 2, "A9", by: nil, from: day(2017, 1, 1))
    let endless = town.allocate(
      client: 2, "B2", from: day(2016, 1, 1), volume: 9_00, unit: .hour, frequency: 6)
    town.declare(endless, product: 1, cents: 5_00, volume: 1_00, on: day(2016, 12, 31))
    town.allocate(client: 2, "B2", from: day(2016, 1, 1), form: .personalBudget)
    return town
  }

  private static let rows = """
    product_groep | arbeid | - | - | 1 | 0 | 1 | - | - | -
    product_groep | begeleiding | - | - | 3 | 1 | 2 | - | - | -
    product_groep | begeleiding | - | 04 | 2 | 1 | 1 | 1292 | 50 | 38706
    product_groep | dagbesteding | - | - | 1 | 1 | 0 | - | - | -
    product_groep | dagbesteding | - | 16 | 1 | 1 | 0 | 600 | 0 | 0
    concern | - | Anker | - | 3 | 1 | 2 | - | - | -
    concern | - | Anker | 04 | 2 | 1 | 1 | 1292 | 50 | 38706
    concern | - | Baken | - | 1 | 1 | 0 | - | - | -
    concern | - | Baken | 16 | 1 | 1 | 0 | 600 | 0 | 0
    concern | - | onbekend | - | 1 | 0 | 1 | - | - | -
    totaal | - | - | - | 5 | 2 | 3 | - | - | -
    totaal | - | - | 04 | 2 | 1 | 1 | 1292 | 50 | 38706
    totaal | - | - | 16 | 1 | 1 | 0 | 600 | 0 | 0
    """

  @Test("lines count by service, whatever the basis", arguments: CountingParameters.Basis.allCases)
  func rows(_ basis: CountingParameters.Basis) {
    var town = town
    town.parameters.basis = basis
    #expect(Analysis.allocationUptake.drawn(town) == Self.rows)
    #expect(
      Analysis.allocationUptake.notes(on: town.ledger) == [
        "table verzilvering: 1 line in another unit than the allocation's (R205) is left out of "
          + "'gedeclareerd'"
      ])
  }

  @Test("an allowance is that of the days in the window; household help is the product's too")
  func allowances() {
    func allowed(
      _ from: Day, _ to: Day?, _ frequency: UInt8, _ unit: Unit = .hour, category: UInt8 = 2,
      stop: Day? = nil
    ) -> Int64? {
      var town = Town()
      town.parameters.windowTo = day(2017, 3, 31)
      town.allocate(
        client: 0, "B1", category: category, from: from, to: to, stop: stop, volume: 2_00,
        unit: unit, frequency: frequency)
      let table = Analysis.allocationUptake.table(from: town.ledger)
      return table.rows(at: .total).last.flatMap { table.number($0, .allocatedVolume) }
    }
    #expect(allowed(day(2016, 12, 1), day(2017, 1, 3), 1) == 6_00)
    #expect(allowed(day(2017, 3, 1), nil, 2) == 10_00)
    #expect(allowed(day(2017, 3, 1), nil, 2, .outputPiece) == 8_00)
    // The allocation does not end on a Sunday: one more in the month of its last one.
    #expect(allowed(day(2017, 3, 1), day(2017, 3, 31), 2, .outputPiece) == 10_00)
    #expect(allowed(day(2017, 3, 1), nil, 2, .outputPiece, stop: day(2017, 3, 31)) == 10_00)
    // Category 1 is the product's in this town.
    #expect(allowed(day(2017, 2, 28), nil, 2, category: 0) == 24_00)
    #expect(allowed(day(2016, 1, 1), nil, 3) == 8_00)
    #expect(allowed(day(2016, 1, 1), nil, 5) == 2_00)
    #expect(allowed(day(2016, 12, 31), day(2017, 1, 1), 6) == 1_00)
    #expect(allowed(day(2017, 1, 1), nil, 6) == nil)
    #expect(allowed(day(2017, 1, 1), nil, 1, .euro) == nil)
  }

  @Test("a placement decides, and those of one allocation do not cancel out")
  func placements() {
    for basis in CountingParameters.Basis.allCases {
      var town = Town()
      town.parameters.basis = basis
      let allocation = town.allocate(client: 0, "B1", from: day(2017, 1, 1))
      town.declare(allocation, cents: 10_00, on: day(2017, 1, 1))
      town.declare(allocation, provider: 1, cents: -10_00, on: day(2017, 1, 1))
      let other = town.allocate(client: 1, "B1", from: day(2017, 1, 1))
      town.declare(other, cents: 10_00, unit: .day, on: day(2017, 1, 1))
      town.declare(other, cents: -10_00, unit: .hour, on: day(2017, 2, 2))
      let table = Analysis.allocationUptake.table(from: town.ledger)
      #expect(table.rows(at: .total).map { table.number($0, .withDeclaration) } == [1])
    }
  }

  @Test("nothing is allowed: no share; without allocations the total is there")
  func nothing() {
    #expect(
      Analysis.allocationUptake.drawn(Town()) == "totaal | - | - | - | 0 | 0 | 0 | - | - | -")
    var town = Town()
    town.allocate(
      client: 0, "B1", from: day(2017, 1, 1), volume: 0, unit: .hour, frequency: 1)
    #expect(
      Analysis.allocationUptake.drawn(town).hasSuffix("totaal | - | - | 04 | 1 | 0 | 1 | 0 | 0 | -")
    )
  }

  @Test("amounts and volumes beyond all measure")
  func extremes() {
    for basis in CountingParameters.Basis.allCases {
      for isDeclared in [true, false] {
        var town = Town()
        if !isDeclared { (town.parameters.windowFrom, town.parameters.windowTo) = (nil, nil) }
        town.parameters.basis = basis
        let allocation = town.allocate(
          client: 0, "B1", from: day(2017, 1, 1), volume: 99_999_999_99, unit: .hour,
          frequency: 4)
        for _ in 0..<300 {
          town.declare(
            allocation, cents: 99_999_999_999_99, volume: 99_999_999_999_99,
            on: day(2017, 1, 31))
        }
        #expect(
          Analysis.allocationUptake.drawn(town).hasSuffix(
            isDeclared
              ? "| 1 | 1 | 0 | 99999999990 | 2999999999999700 | 30000000003"
              : "| 1 | 1 | 0 | 9999999999 | 2999999999999700 | 300000000030"))
      }
    }
  }
}
