import Ingest
import Testing

@testable import Analytics

@Suite("indexatie")
struct PriceIndexTests {
  /// The figures of methods/rates-and-index.md: NZa and VNG.
  static let published: [IndexFigure] =
    figures("OVA", .definitive, 2018, [2.96, 3.42, 3.28, 2.01, 4.42, 6.36, 6.00])
    + figures("OVA", .provisional, 2023, [4.74, 4.94, 4.18])
    + figures("PPC", .definitive, 2018, [1.55, 2.49, 1.97, 1.77, 9.25, 7.02, 3.10])
    + figures("PPC", .provisional, 2023, [4.87, 2.51, 1.82])

  static func figures(
    _ series: String, _ status: IndexFigure.Status, _ first: Int, _ values: [Double]
  ) -> [IndexFigure] {
    values.enumerated().map { offset, value in
      let year = first + offset
      return IndexFigure(
        series: series, year: year, status: status,
        tenThousandths: Int64((value * 10_000).rounded()),
        fixed: status == .provisional ? day(year - 1, 12, 1) : day(year, 12, 1))
    }
  }

  private static func town(_ form: IndexParameters.Form, decimals: Int = 2) -> Town {
    var town = Town()
    town.indexFigures = published
    town.parameters.money.index.form = form
    town.parameters.money.index.decimals = decimals
    return town
  }

  @Test(
    "the published percentages of 2024 and 2025",
    arguments: [
      (.additive, [637, 496]), (.chained, [637, 495]), (.association, [630, 491]),
    ] as [(IndexParameters.Form, [Int64])])
  func published(form: IndexParameters.Form, expected: [Int64]) throws {
    let town = Self.town(form)
    let table = Analysis.indexation.table(from: town.ledger)
    #expect(table.rows.map { table.number($0, .year) } == (2018...2025).map(Int64.init))
    #expect(table.rows.suffix(2).map { table.number($0, .appliedIndex) } == expected)
    #expect(table.columns.last?.type == .ratio(decimals: 2))
    let index = town.ledger.priceIndex
    #expect([2024, 2025].map(index.appliedMillionths) == expected.map { $0 * 10_000 })
    #expect(index.appliedMillionths(2017) == nil)
    try town.reconcile()
  }

  @Test("eigen and correctie have four decimals, and toegepast is rounded once")
  func columns() {
    #expect(
      Analysis.indexation.drawn(Self.town(.additive)).split(separator: "\n").suffix(3) == [
        "2023 | 47530 | 64260 | 47530 | 0 | 475",
        "2024 | 46970 | 57100 | 46970 | 16730 | 637",
        "2025 | 39440 | - | 39440 | 10130 | 496",
      ])
    // Not rounded before: 4.70 + 1.60 is 6.30.
    #expect(
      Analysis.indexation.drawn(Self.town(.association)).split(separator: "\n").suffix(2) == [
        "2024 | 46970 | 57100 | 46970 | 15970 | 630",
        "2025 | 39440 | - | 39440 | 9666 | 491",
      ])
    #expect(
      Analysis.indexation.drawn(Self.town(.chained)).split(separator: "\n").suffix(2) == [
        "2024 | 46970 | 57100 | 46970 | 16721 | 637",
        "2025 | 39440 | - | 39440 | 10057 | 495",
      ])
  }

  @Test("as many decimals as configured", arguments: 0...6)
  func decimals(_ decimals: Int) throws {
    for form in IndexParameters.Form.allCases {
      let town = Self.town(form, decimals: decimals)
      let table = Analysis.indexation.table(from: town.ledger)
      #expect(table.columns.last?.type == .ratio(decimals: decimals))
      try town.reconcile()
    }
    let exact = Self.town(.additive, decimals: decimals).ledger.priceIndex
    // 4.697 + 1.673
    let expected: [Int64] = [6_000_000, 6_400_000]
    #expect(exact.appliedMillionths(2024) == (decimals < 2 ? expected[decimals] : 6_370_000))
  }

  @Test("a missing definitive figure settles nothing, and a note tells so")
  func missingDefinitive() {
    var town = Town()
    town.indexFigures = Self.published.filter {
      $0.year >= 2023 && ($0.series != "PPC" || $0.status == .provisional)
    }
    #expect(
      Analysis.indexation.drawn(town) == """
        2023 | 47530 | - | 47530 | 0 | 475
        2024 | 46970 | - | 46970 | 0 | 470
        2025 | 39440 | - | 39440 | 0 | 394
        """)
    #expect(
      Analysis.indexation.notes(on: town.ledger) == [
        "table indexatie: 'correctie' is 0, as the year before lacks a 'voorlopig' or a "
          + "'definitief' figure of some series, in 2023, 2024, 2025"
      ])
  }

  @Test("the latest figure counts that was fixed by the reference date")
  func latest() {
    var town = Town()
    func figure(_ value: Int64, _ fixed: Day) -> [IndexFigure] {
      ["OVA", "PPC"].map {
        IndexFigure(
          series: $0, year: 2018, status: .provisional, tenThousandths: value, fixed: fixed)
      }
    }
    town.indexFigures = figure(30_000, day(2018, 3, 1)) + figure(20_000, day(2017, 12, 1))
    #expect(town.ledger.priceIndex.appliedMillionths(2018) == 3_000_000)
    town.parameters.referenceDay = day(2018, 2, 28)
    #expect(town.ledger.priceIndex.appliedMillionths(2018) == 2_000_000)
    town.parameters.referenceDay = day(2017, 11, 30)
    #expect(Analysis.indexation.drawn(town).isEmpty)
  }

  @Test("a year in which no status has all series has nothing but itself")
  func mixed() {
    var town = Town()
    town.indexFigures =
      Self.figures("OVA", .provisional, 2020, [1]) + Self.figures("PPC", .definitive, 2020, [2])
      + Self.figures("OVA", .provisional, 2021, [1])
    #expect(Analysis.indexation.drawn(town) == "2020 | - | - | - | - | -")
    #expect(
      Analysis.indexation.notes(on: town.ledger) == [
        "table indexatie: 'toegepast' is empty, as no status has a figure of every series, in 2020"
      ])
  }

  @Test(
    "a fall by all there is has nothing to be settled with",
    arguments: IndexParameters.Form.allCases)
  func nothingLeft(form: IndexParameters.Form) {
    var town = Self.town(form)
    town.indexFigures = ["OVA", "PPC"].flatMap { series in
      Self.figures(series, .provisional, 2020, [-100, 2])
        + Self.figures(series, .definitive, 2020, [-99])
    }
    let expected: Int64 = form == .additive ? 3_000_000 : 2_000_000
    #expect(town.ledger.priceIndex.appliedMillionths(2021) == expected)
  }

  @Test("without indexcijfers.csv a header only; the rules name weights and form")
  func absent() {
    let town = Town()
    #expect(Analysis.indexation.drawn(town).isEmpty)
    #expect(
      Analysis.indexation.notes(on: town.ledger) == [
        "table indexatie is a header only: indexcijfers.csv is not there"
      ])
    let rules = Analysis.indexation.countingRules(CountingParameters())
    #expect(
      rules[0] == "Het indexcijfer is de gewogen som van de reeksen: 90 % OVA, 10 % PPC.")
    #expect(
      rules.contains { $0.contains("additief") } && rules.contains { $0.contains("2 decimalen") })
  }
}
