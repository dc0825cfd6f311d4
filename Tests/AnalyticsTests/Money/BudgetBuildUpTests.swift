import Ingest
import Testing

@testable import Analytics

@Suite("begroting-opbouw")
struct BudgetBuildUpTests {
  private static func block(
    _ year: Int, _ order: Int, _ sort: BuildingBlock.Sort, cents: Int64? = nil,
    percentage: Int64? = nil, over base: BuildingBlock.Base = .cumulative, of budget: String = "L"
  ) -> BuildingBlock {
    BuildingBlock(
      budget: budget, year: year, order: order, sort: sort,
      description: "\(sort.rawValue) \(order)",
      cents: cents, percentage: percentage, base: base,
      origin: RegisterOrigin(part: "bouwstenen.csv", line: order + 1))
  }

  private var town: Town {
    var town = Town()
    town.indexFigures = PriceIndexTests.published
    town.buildingBlocks = [
      // The file has no order.
      Self.block(2024, 30, .once, cents: 7_00),
      Self.block(2024, 10, .base, cents: 1000_00),
      Self.block(2024, 20, .growth, percentage: 15_000, over: .base),
      Self.block(2025, 1, .base),
      Self.block(2025, 2, .index),
      Self.block(2025, 3, .base, cents: 100_05),
      Self.block(2025, 4, .reduction, percentage: 20_000, over: .base),
      Self.block(2025, 5, .reduction, cents: 10_00),
      Self.block(2025, 6, .settlement, cents: -5_00),
      Self.block(2025, 7, .addition, percentage: 5_000),
      Self.block(2023, 1, .base, cents: 1_00, of: "K"),
    ]
    town.budget = [
      BudgetLine(year: 2025, name: "L", cents: 1200_00),
      BudgetLine(year: 2024, sort: .original, name: "L", cents: 1),
    ]
    return town
  }

  @Test("amounts, percentages of the base and of what there is, the year before and the index")
  func figures() throws {
    #expect(
      Analysis.budgetBuildUp.drawn(town) == """
        K | 2023 | bouwsteen | 1 | basis | basis 1 | - | 100 | 100 | 1000000
        K | 2023 | totaal | - | - | - | - | 100 | 100 | 1000000
        L | 2024 | bouwsteen | 10 | basis | basis 10 | - | 100000 | 100000 | 978474
        L | 2024 | bouwsteen | 20 | groei | groei 20 | 15000 | 1500 | 101500 | 14677
        L | 2024 | bouwsteen | 30 | eenmalig | eenmalig 30 | - | 700 | 102200 | 6849
        L | 2024 | totaal | - | - | - | - | 102200 | 102200 | 1000000
        L | 2025 | bouwsteen | 1 | basis | basis 1 | - | 101500 | 101500 | 895275
        L | 2025 | bouwsteen | 2 | index | index 2 | 49600 | 5034 | 106534 | 44402
        L | 2025 | bouwsteen | 3 | basis | basis 3 | - | 10005 | 116539 | 88249
        L | 2025 | bouwsteen | 4 | korting | korting 4 | 20000 | -2230 | 114309 | -19670
        L | 2025 | bouwsteen | 5 | korting | korting 5 | - | -1000 | 113309 | -8820
        L | 2025 | bouwsteen | 6 | afrekening | afrekening 6 | - | -500 | 112809 | -4410
        L | 2025 | bouwsteen | 7 | toevoeging | toevoeging 7 | 5000 | 564 | 113373 | 4975
        L | 2025 | totaal | - | - | - | - | 113373 | 113373 | 1000000
        L | 2025 | verschil | - | - | - | - | 6627 | - | 58453
        """)
    try town.reconcile()
    #expect(town.ledger.buildUp.problems.isEmpty)
  }

  @Test("what no amount follows from is told with its place, and what hangs on it is not")
  func problems() {
    var town = town
    town.buildingBlocks = [
      Self.block(2024, 1, .base), Self.block(2025, 2, .base), Self.block(2027, 3, .base),
      Self.block(2030, 4, .index), Self.block(2025, 5, .base, of: "M"),
    ]
    town.buildingBlocks?.append(
      contentsOf: (6...9).map {
        Self.block(
          2024, $0, $0 == 6 ? .base : .growth, cents: $0 == 6 ? 99_999_999_999_99 : nil,
          percentage: $0 == 6 ? nil : 99_999_999_999_0000, of: "N")
      })
    #expect(throws: RunFailure.self) { try town.registers.refuseUnusableMoney(town.parameters) }
    do {
      try town.registers.refuseUnusableMoney(town.parameters)
    } catch let failure {
      #expect(failure.status == .unusableInput)
      #expect(
        failure.message == """
          bouwstenen.csv:2: column 'bedrag' is empty, and so is 'percentage', but there is no budget \
          of 2023 to go on with; give an amount, or the blocks of that year
          bouwstenen.csv:4: column 'bedrag' is empty, and so is 'percentage', but there is no budget \
          of 2026 to go on with; give an amount, or the blocks of that year
          bouwstenen.csv:5: column 'percentage' is empty, and so is 'bedrag', but no index is applied \
          in 2030; give one of the two, or figures of 2030 for every series of [indexatie] in \
          indexcijfers.csv
          bouwstenen.csv:6: column 'bedrag' is empty, and so is 'percentage', but there is no budget \
          of 2024 to go on with; give an amount, or the blocks of that year
          bouwstenen.csv:8: column 'percentage' makes an amount that is too large; expected a \
          percentage such as 2.5
          """)
    }
    #expect(Analysis.budgetBuildUp.drawn(town).isEmpty)
  }

  @Test("an index that was fixed after the reference date is none")
  func referenceDay() {
    var town = town
    town.parameters.referenceDay = day(2023, 11, 30)
    #expect(throws: RunFailure.self) { try town.registers.refuseUnusableMoney(town.parameters) }
  }

  @Test("without bouwstenen.csv a header only")
  func absent() {
    let town = Town()
    #expect(Analysis.budgetBuildUp.drawn(town).isEmpty)
    #expect(
      Analysis.budgetBuildUp.notes(on: town.ledger) == [
        "table begroting-opbouw is a header only: bouwstenen.csv is not there"
      ])
  }
}
