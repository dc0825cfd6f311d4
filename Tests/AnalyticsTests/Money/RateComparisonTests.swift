import Ingest
import Testing

@testable import Analytics

@Suite("tariefvergelijking")
struct RateComparisonTests {
  private var town: Town {
    var town = Town()
    town.rates = [
      Rate(
        product: 0, provider: nil, unit: nil, tenThousandths: 45_0000, validFrom: day(2017, 1, 1),
        validTo: nil),
      Rate(
        product: 0, provider: 1, unit: .minute, tenThousandths: 8000, validFrom: day(2017, 1, 1),
        validTo: nil),
    ]
    func declare(
      _ provider: Int32, _ cents: Int64, _ volume: Int64, _ unit: Unit = .hour, rate: Int64? = nil,
      on start: Day = day(2017, 2, 1)
    ) {
      let allocation = town.allocate(client: 1, "B1", from: start)
      town.declare(
        allocation, provider: provider, cents: cents, volume: volume, unit: unit, rate: rate,
        on: start)
    }
    // Anker, under two codes: 100 for 2 hours, and 60 for 2 hours.
    declare(0, 100_00, 2_00, rate: 50_0000)
    declare(2, 60_00, 2_00)
    // Baken: 60 minutes for 50, at a rate per minute of its own.
    declare(1, 50_00, 60_00, .minute, rate: 8333)
    // Citer: 45 for an hour, and 5.00 too much taken back.
    declare(3, 95_00, 2_00, rate: 47_5000)
    declare(3, -50_00, -1_00, rate: 50_0000)
    // Outside the window.
    declare(3, 500_00, 1_00, rate: 500_0000, on: day(2017, 12, 1))
    // Another unit, and one that is none.
    declare(0, 30_00, 3_00, .day)
    declare(1, 30_00, 30_00, .euro)
    return town
  }

  @Test("concerns by rate, and the contract beside them")
  func figures() throws {
    // Rates: Anker 160 / 4 = 40, Citer 45 / 1 = 45, Baken 50 / 1 = 50. Of 6 hours, 3 are reached by Anker.
    // Contract: (2 × 45 + 60 × 0.80 + 2 × 45 − 1 × 45) / (2 + 1 + 2 − 1) = 183 / 4.
    // Above it: 10.00 + 2.00 + 5.00 − 5.00.
    #expect(
      Analysis.rateComparison.drawn(town) == """
        B1 | Product B1 | 04 | 3 | 400000 | 400000 | 425000 | 500000 | 457500 | 1200
        B1 | Product B1 | 14 | 1 | 100000 | 100000 | 100000 | 100000 | - | 0
        """)
    try town.reconcile()
  }

  @Test("concerns of one rate come by name, and those not above 0 are left out")
  func order() {
    var town = Town()
    func declare(_ provider: Int32, _ cents: Int64, _ volume: Int64) {
      let allocation = town.allocate(client: 1, "B1", from: day(2017, 1, 1))
      town.declare(
        allocation, provider: provider, cents: cents, volume: volume, on: day(2017, 1, 1))
    }
    declare(0, -1_00, 5_00)
    declare(1, 9_00, 0)
    #expect(
      Analysis.rateComparison.drawn(town) == "B1 | Product B1 | 04 | 0 | - | - | - | - | - | 0")
    declare(3, 10_00, 3_00)
    #expect(
      Analysis.rateComparison.drawn(town)
        == "B1 | Product B1 | 04 | 1 | 33333 | 33333 | 33333 | 33333 | - | 0")
    declare(1, 0, -9_00)
    #expect(Analysis.rateComparison.drawn(town).isEmpty)
  }

  @Test("the median is the rate at which exactly half of the volume is reached")
  func half() {
    var town = Town()
    for (provider, cents) in [(Int32(0), Int64(40_00)), (1, 50_00)] {
      let allocation = town.allocate(client: 1, "B1", from: day(2017, 1, 1))
      town.declare(
        allocation, provider: provider, cents: cents, volume: 1_00, on: day(2017, 1, 1))
    }
    #expect(
      Analysis.rateComparison.drawn(town)
        == "B1 | Product B1 | 04 | 2 | 400000 | 400000 | 450000 | 500000 | - | 0")
  }

  @Test("what is above the contract is rounded per line, and a line taken out again leaves nothing")
  func perLine() {
    var town = Town()
    town.rates = [
      Rate(
        product: 0, provider: nil, unit: .hour, tenThousandths: 33_3333,
        validFrom: day(2017, 1, 1), validTo: nil)
    ]
    let allocation = town.allocate(client: 1, "B1", from: day(2017, 1, 1))
    for _ in 0..<3 {
      // 33.50 − 33.3333 is 16.67 cents.
      town.declare(
        allocation, cents: 33_50, volume: 1_00, rate: 33_5000, on: day(2017, 1, 1))
    }
    func above(_ town: Town) -> Int64? {
      let table = Analysis.rateComparison.table(from: town.ledger)
      return table.rows.first.flatMap { table.number($0, .aboveContract) }
    }
    #expect(above(town) == 51)
    town.retracted = [1]
    #expect(above(town) == 34)
  }
}
