import Ingest
import Testing

@testable import Analytics

@Suite("jaarverloop")
struct YearCourseTests {
  private var town: Town {
    var town = Town()
    town.subsidies = [
      Subsidy(recipient: "Welzijn", year: 2015, granted: 10_00),
      Subsidy(recipient: "Welzijn", year: 2017, granted: 99_00, settled: 30_00),
    ]
    let guidance = town.allocate(client: 1, "B1", from: day(2016, 1, 1))
    town.declare(guidance, cents: 100_00, volume: 2_00, unit: .hour, on: day(2016, 1, 10))
    town.declare(guidance, cents: 50_00, volume: 60_00, unit: .minute, on: day(2016, 12, 1))
    let other = town.allocate(client: 2, "B1", from: day(2016, 1, 1))
    town.declare(other, provider: 1, cents: 90_00, volume: 3_00, on: day(2017, 3, 1))
    // Comes to nothing, so it is no use in 2017.
    let care = town.allocate(client: 2, "D1", from: day(2016, 1, 1))
    town.declare(
      care, product: 3, cents: 40_00, volume: 4_00, unit: .dayPart, on: day(2017, 2, 1))
    town.declare(
      care, product: 3, cents: -40_00, volume: -4_00, unit: .dayPart, on: day(2017, 4, 1))
    return town
  }

  @Test("groups, kinds and all, in every year of lines or subsidies")
  func figures() throws {
    #expect(
      Analysis.yearCourse.drawn(town) == """
        product_groep | maatwerk | begeleiding | 2015 | nee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | 0 | 0 | - | -
        product_groep | maatwerk | begeleiding | 2016 | ja | 1 | 1 | 1 | 15000 | 0 | 15000 | 1000000 | 04 | 300 | 15000 | 500000 | 1000 | 1000 | 15000 | 1000
        product_groep | maatwerk | begeleiding | 2017 | nee | 1 | 1 | 1 | 9000 | 0 | 9000 | 750000 | 04 | 300 | 9000 | 300000 | 600 | 1000 | - | -
        voorzieningsoort | algemeen | - | 2015 | ja | 0 | 0 | 0 | 0 | 1000 | 1000 | 1000000 | - | - | - | - | - | - | - | -
        voorzieningsoort | algemeen | - | 2016 | ja | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | - | - | 0 | -
        voorzieningsoort | algemeen | - | 2017 | ja | 0 | 0 | 0 | 0 | 3000 | 3000 | 250000 | - | - | - | - | - | - | - | -
        voorzieningsoort | maatwerk | - | 2015 | nee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | 0 | 0 | - | -
        voorzieningsoort | maatwerk | - | 2016 | ja | 1 | 1 | 1 | 15000 | 0 | 15000 | 1000000 | 04 | 300 | 15000 | 500000 | 1000 | 1000 | 15000 | 1000
        voorzieningsoort | maatwerk | - | 2017 | nee | 1 | 1 | 1 | 9000 | 0 | 9000 | 750000 | 04 | 300 | 9000 | 300000 | 600 | 1000 | - | -
        voorzieningsoort | vrij_inzetbaar | - | 2015 | nee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | - | - | - | -
        voorzieningsoort | vrij_inzetbaar | - | 2016 | ja | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | - | - | 0 | -
        voorzieningsoort | vrij_inzetbaar | - | 2017 | nee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | - | - | - | -
        totaal | - | - | 2015 | ja | 0 | 0 | 0 | 0 | 1000 | 1000 | 1000000 | - | - | - | - | 67 | 0 | - | -
        totaal | - | - | 2016 | ja | 1 | 1 | 1 | 15000 | 0 | 15000 | 1000000 | 04 | 300 | 15000 | 500000 | 1000 | 1000 | 15000 | 1000
        totaal | - | - | 2017 | nee | 1 | 1 | 1 | 9000 | 3000 | 12000 | 1000000 | 04 | 300 | 9000 | 300000 | 800 | 1000 | - | -
        """)
    try town.reconcile()
  }

  /// Year, indications, clients and providers of the total, and its unit and volume.
  private func totals(_ town: Town) -> [String] {
    let table = Analysis.yearCourse.table(from: town.ledger)
    return table.rows(at: .total).map { row in
      [ColumnName.year, .indications, .clients, .providers, .unit, .volumeEffect]
        .map { table.cell(row, $0).drawn }.joined(separator: " ")
    }
  }

  @Test("what is shared by clients and years counts once in each")
  func distinct() {
    var town = Town()
    town.place(client: 1, "B1", indication: 7, cents: 1_00, on: day(2016, 5, 1))
    town.place(client: 2, "D1", indication: 7, cents: 1_00, on: day(2016, 6, 1))
    town.place(client: 1, "A9", by: "00000002", indication: 8, cents: 1_00, on: day(2016, 6, 1))
    town.place(client: 1, "A9", by: "00000002", indication: 7, cents: 1_00, on: day(2018, 6, 1))
    #expect(totals(town) == ["2016 2 2 2 04 0", "2017 0 0 0 - -", "2018 1 1 1 04 0"])
  }

  @Test("a second unit, euros, or a line that was delivered twice")
  func units() {
    var town = Town()
    let first = town.allocate(client: 1, "B1", from: day(2017, 1, 1))
    town.declare(first, cents: 10_00, volume: 1_00, unit: .day, on: day(2017, 1, 1))
    #expect(totals(town) == ["2017 1 1 1 14 100"])
    // Cancelled, but there.
    town.declare(first, cents: 5_00, volume: 1_00, unit: .effortPiece, on: day(2017, 2, 1))
    town.declare(first, cents: -5_00, volume: -1_00, unit: .effortPiece, on: day(2017, 2, 1))
    #expect(totals(town) == ["2017 1 1 1 - -"])
    town.retracted = [1]
    #expect(totals(town) == ["2017 1 1 1 - -"])
    town.retracted = [1, 2]
    #expect(totals(town) == ["2017 1 1 1 14 100"])
    // Of a placement without use.
    let other = town.allocate(client: 2, "B1", from: day(2017, 1, 1))
    town.declare(other, cents: 0, volume: 3_00, unit: .dayPart, on: day(2017, 3, 1))
    #expect(totals(town) == ["2017 1 1 1 14 100"])
    let euros = town.allocate(client: 3, "B1", from: day(2017, 1, 1))
    town.declare(euros, cents: 1_00, volume: 1_00, unit: .euro, on: day(2018, 3, 1))
    #expect(totals(town) == ["2017 1 1 1 14 100", "2018 1 1 1 - -"])
  }

  @Test("the base year is the first that is whole, or the declared one, or none")
  func baseYears() {
    func base(_ town: Town) -> [String] {
      let table = Analysis.yearCourse.table(from: town.ledger)
      return table.rows(at: .total).map { row in
        [ColumnName.amountIndex, .constantAmount, .constantIndex]
          .map { table.cell(row, $0).drawn }.joined(separator: " ")
      } + [table.countingRules[table.countingRules.count - 1]]
    }
    var town = town
    #expect(
      base(town) == [
        "67 - -", "1000 15000 1000", "800 - -",
        "Het basisjaar is 2016, het eerste jaar dat volledig is gedeclareerd.",
      ])
    town.parameters.money.baseYear = 2017
    #expect(
      base(town) == ["83 - -", "1250 - -", "1000 12000 1000", "Het basisjaar is 2017."])
    town.parameters.money.baseYear = 2014
    #expect(base(town) == ["- - -", "- - -", "- - -", "Het basisjaar is 2014."])
    var short = Town()
    short.place(client: 1, "B1", cents: 5_00)
    #expect(
      base(short) == [
        "- - -",
        "Er is geen basisjaar: geen jaar is volledig gedeclareerd, en er is geen opgegeven.",
      ])
  }

  @Test("without lines and subsidies a header, with a note; with subsidies alone a table")
  func nothing() {
    var town = Town()
    #expect(Analysis.yearCourse.drawn(town).isEmpty)
    #expect(
      Analysis.yearCourse.notes(on: town.ledger) == [
        "table jaarverloop is a header only: there is no accepted line, and no row of subsidies.csv"
      ])
    town.subsidies = [Subsidy(recipient: "Welzijn", year: 2020, granted: 10_00)]
    #expect(
      Analysis.yearCourse.drawn(town) == """
        voorzieningsoort | algemeen | - | 2020 | ja | 0 | 0 | 0 | 0 | 1000 | 1000 | 1000000 | - | - | - | - | - | - | - | -
        voorzieningsoort | maatwerk | - | 2020 | nee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | - | - | - | -
        voorzieningsoort | vrij_inzetbaar | - | 2020 | nee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | - | - | - | - | - | - | -
        totaal | - | - | 2020 | ja | 0 | 0 | 0 | 0 | 1000 | 1000 | 1000000 | - | - | - | - | - | - | - | -
        """)
  }

  @Test("prices of one year, before and after it, exactly")
  func constantPrices() {
    let applied: [Int: Int64] = [2016: 2_000_000, 2017: 3_500_000, 2018: -100_000_000, 2020: 1]
    let prices = ConstantPrices(of: 2015) { applied[$0] }
    #expect(prices.cents(-1000_00, of: 2015) == .number(-1000_00))
    // 1000 / 1.02 / 1.035 = 947.239…
    #expect(prices.cents(1000_00, of: 2017) == .number(947_24))
    #expect(prices.cents(-1000_00, of: 2017) == .number(-947_24))
    #expect(prices.index(1000_00, of: 2017, over: 500_00) == .number(1894))
    #expect(prices.index(1000_00, of: 2017, over: 0) == .empty)
    // Prices of nothing, and a year without an index.
    #expect(prices.cents(1, of: 2018) == .empty)
    #expect(prices.cents(1, of: 2019) == .empty)
    #expect(prices.cents(1, of: 2014) == .empty)
    let later = ConstantPrices(of: 2017) { applied[$0] }
    // 1000 × 1.035 × 1.02 = 1055.70
    #expect(later.cents(1000_00, of: 2015) == .number(1055_70))
    #expect(ConstantPrices(of: 2018) { applied[$0] }.cents(1000_00, of: 2017) == .number(0))
    #expect(
      ConstantPrices(of: 2020) { applied[$0] }.cents(99_999_999_999_999, of: 2020)
        == .number(99_999_999_999_999))
  }
}
