import Ingest
import Testing

@testable import Analytics

@Suite("wijkbudget")
struct DistrictBudgetTests {
  private var town: Town {
    var town = Town(clients: [
      Client(isListed: true, wijk: 0), Client(isListed: true, wijk: 1), Client(isListed: false),
    ])
    town.wijken = ["01", "02", "03"]
    town.districts = Districts(rows: [
      .init(
        wijk: "01", year: 2017, area: "Dorp", inhabitants: 100, ages: [1, 2, 3, 4, 5],
        households: 50),
      .init(
        wijk: "02", year: 2017, area: "Veld", inhabitants: 150, ages: [1, 2, 3, 4, 10],
        households: 50),
      .init(
        wijk: "03", year: 2017, area: "Dorp", inhabitants: 50, ages: [nil, 2, 3, 4, 15],
        households: 100),
    ])
    town.parameters.money.districtBudget = DistrictBudgetParameters(
      cents: 1000_01,
      keys: [Weight("inwoners", 5000), Weight("inwoners_65_plus", 3000), Weight("clienten", 2000)])
    town.place(client: 0, "B1", cents: 100_00, on: day(2016, 2, 1))
    town.place(client: 1, "B1", cents: 50_00, on: day(2017, 2, 1))
    town.place(client: 2, "B1", cents: 10_00, on: day(2017, 3, 1))
    return town
  }

  @Test("by keys, with clients of the comparison")
  func figures() throws {
    // Dorp: 0.5 × 150 / 300 + 0.3 × 20 / 30 + 0.2 × 1 / 1 = 0.65.
    #expect(
      Analysis.districtBudget.drawn(town) == """
        Dorp | 150 | 650000 | 65001 | 0 | 65001 | 433
        Veld | 150 | 350000 | 35000 | 5000 | 30000 | 233
        totaal | 300 | 1000000 | 100001 | 6000 | 94001 | 333
        """)
    try town.reconcile()
    var town = town
    town.parameters.windowFrom = nil
    // Without a comparison 1 client in either.
    #expect(
      Analysis.districtBudget.drawn(town).hasPrefix("Dorp | 150 | 550000 | 55001 | 10000 | 45001"))
  }

  @Test("amounts as a key, also below 0")
  func amounts() throws {
    var town = town
    town.place(client: 1, "B1", cents: -40_00, on: day(2016, 2, 1))
    town.parameters.money.districtBudget = DistrictBudgetParameters(
      cents: 100, keys: [Weight("bedrag", 10_000)])
    // 100 / 60 and -40 / 60 of a euro.
    #expect(
      Analysis.districtBudget.drawn(town) == """
        Dorp | 150 | 1666667 | 167 | 0 | 167 | 1
        Veld | 150 | -666667 | -67 | 5000 | -5067 | 0
        totaal | 300 | 1000000 | 100 | 6000 | -5900 | 0
        """)
    try town.reconcile()
  }

  @Test("a district without a value, and a key that comes to nothing, are named")
  func flaws() throws {
    func notes(_ key: String, _ change: (inout Town) -> Void = { _ in }) throws -> [String] {
      var town = town
      town.parameters.money.districtBudget?.keys = [
        Weight("inwoners", 5000), Weight(key, 5000),
      ]
      change(&town)
      #expect(Analysis.districtBudget.drawn(town).isEmpty)
      try town.reconcile()
      return Analysis.districtBudget.notes(on: town.ledger)
    }
    #expect(
      try notes("inwoners_0_14") == [
        "table wijkbudget is a header only: district 'Dorp' has no value of the key 'inwoners_0_14'"
      ])
    #expect(
      try notes("huishoudens") { $0.districts?.rows[1].households = nil } == [
        "table wijkbudget is a header only: district 'Veld' has no value of the key 'huishoudens'"
      ])
    #expect(
      try notes("clienten") { $0.parameters.comparisonFrom = day(2016, 9, 1) } == [
        "table wijkbudget is a header only: the key 'clienten' is not above 0 over all districts"
      ])
    #expect(
      try notes("clienten") { $0.parameters.money.districtBudget = nil } == [
        "table wijkbudget is a header only: the configuration has no section [wijkbudget]"
      ])
    #expect(try notes("clienten") { $0.clients = nil }.isEmpty)
  }

  @Test("the largest remainders get what is left, the first of equal ones")
  func apportionment() {
    func parts(_ number: Int64, _ weights: [Int64]) -> [Int64] {
      let whole = weights.reduce(0, +)
      return Apportionment.parts(
        of: number,
        weights: weights.map { number in
          var weight = Apportionment.Weight()
          weight.add(LongNumber(UInt128(number.magnitude)), isNegative: number < 0)
          return weight
        }, whole: LongNumber(UInt128(whole)))
    }
    #expect(parts(100, [1, 1, 1]) == [34, 33, 33])
    #expect(parts(101, [1, 1, 1]) == [34, 34, 33])
    #expect(parts(10, [0, 3, 5]) == [0, 4, 6])
    #expect(parts(1, [1, 2]) == [0, 1])
    #expect(parts(10, [-1, 4]) == [-3, 13])
    #expect(parts(0, [2, 3]) == [0, 0])
    for number in [1, 999, 12_345_678] as [Int64] {
      #expect(parts(number, [7, 11, 13, 0, -5, 3]).reduce(0, +) == number)
    }
  }
}
