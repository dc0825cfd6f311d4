import Ingest
import Testing

@testable import Analytics

@Suite("lumpsum")
struct LumpSumTests {
  private static func subsidy(
    _ recipient: String, _ year: Int, _ granted: Int64, settled: Int64? = nil,
    advance: Int64? = nil, costs: Int64? = nil, reserve: Int64? = nil, line: Int = 2
  ) -> Subsidy {
    Subsidy(
      recipient: recipient, year: year, granted: granted, settled: settled, advance: advance,
      costs: costs, openingReserve: reserve,
      origin: RegisterOrigin(part: "subsidies.csv", line: line))
  }

  private var town: Town {
    var town = Town()
    town.subsidies = [
      Self.subsidy("Samen", 2017, 1000_05, settled: 1010_00, costs: 1200_00),
      Self.subsidy("Samen", 2016, 600_00, advance: 500_00, costs: 450_00, reserve: 20_00),
      // A second row of the year, without costs of its own.
      Self.subsidy("Samen", 2016, 400_00, reserve: 1_00),
      // A year without costs comes in between.
      Self.subsidy("Samen", 2018, 1000_00),
      Self.subsidy("Samen", 2019, 100_00, costs: 0),
      Self.subsidy("Ander", 2017, 0, costs: 5_00),
      Self.subsidy("Zonder", 2017, 50_00, advance: 50_00),
    ]
    return town
  }

  @Test("results, reserves that never fall below nothing, and what is above their maximum")
  func figures() throws {
    #expect(
      Analysis.lumpSums.drawn(town) == """
        Ander | 2017 | 0 | - | 500 | -500 | 0 | 0 | 0 | 0 | 0
        Samen | 2016 | 100000 | 50000 | 45000 | 55000 | 2100 | 55000 | 57100 | 10000 | 47100
        Samen | 2017 | 100005 | - | 120000 | -19000 | 57100 | -19000 | 38100 | 10001 | 28099
        Samen | 2019 | 10000 | - | 0 | 10000 | 0 | 10000 | 10000 | 1000 | 9000
        """)
    try town.reconcile()
  }

  @Test("a reserve that is given has to be what the year before ends with")
  func contradiction() throws {
    var town = town
    town.subsidies.append(Self.subsidy("Samen", 2017, 0, reserve: 571_00, line: 9))
    try town.registers.refuseUnusableMoney(town.parameters)
    town.subsidies.append(Self.subsidy("Samen", 2017, 0, reserve: 1, line: 10))
    do {
      try town.registers.refuseUnusableMoney(town.parameters)
      Issue.record("the reserves differ")
    } catch {
      #expect(
        error
          == RunFailure(
            .unusableInput,
            "subsidies.csv:9: column 'reserve_begin' is not what the year before ends with; correct "
              + "it, or leave it empty"))
    }
  }

  @Test("without costs a header only")
  func absent() {
    var town = town
    town.subsidies.removeAll { $0.costs != nil }
    #expect(Analysis.lumpSums.drawn(town).isEmpty)
    #expect(
      Analysis.lumpSums.notes(on: town.ledger) == [
        "table lumpsum is a header only: no row of subsidies.csv has a 'kosten_bedrag'"
      ])
  }
}
