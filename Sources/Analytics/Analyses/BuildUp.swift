import Ingest

/// The budgets of `bouwstenen.csv`, each year built block by block.
struct BuildUp {
  struct Step {
    let block: BuildingBlock
    /// In millionths; nil where the block has an amount, or is last year's total.
    let percentage: Int64?
    /// In cents, below 0 for a reduction.
    let cents: Int64
    /// Up to and including the block.
    let cumulative: Int64
  }

  /// A budget of a year.
  struct Year {
    let budget: String
    let year: Int
    fileprivate(set) var steps: [Step] = []

    var total: Int64 { steps.last?.cumulative ?? 0 }
    /// What the next year begins with.
    fileprivate var lasting: Int64 {
      steps.reduce(0) { $0 + ($1.block.sort == .once ? 0 : $1.cents) }
    }
  }

  /// Why a budget of a year cannot be built.
  struct Problem: Equatable {
    enum Flaw: Equatable { case noYearBefore, noIndex, tooLarge }

    let flaw: Flaw
    let origin: RegisterOrigin
    let year: Int
  }

  /// By budget byte-wise, then by year; without those that cannot be built.
  private(set) var years: [Year] = []
  private(set) var problems: [Problem] = []
  private let index: PriceIndex

  init(_ blocks: [BuildingBlock], _ index: PriceIndex) {
    self.index = index
    for (_, blocks) in Dictionary(grouping: blocks, by: { ByteWise($0.budget) })
      .sorted(by: { $0.key < $1.key })
    {
      let ofYears = Dictionary(grouping: blocks, by: \.year).sorted { $0.key < $1.key }
      var before: Year?
      var broken: Set<Int> = []
      for (year, blocks) in ofYears {
        let blocks = blocks.sorted { $0.order < $1.order }
        let former = before?.year == year - 1 ? before : nil
        if let built = build(blocks, year, after: former, tells: !broken.contains(year - 1)) {
          years.append(built)
          before = built
        } else {
          broken.insert(year)
        }
      }
    }
  }

  /// Nil, and the problem, where a block has no amount.
  ///
  /// - Parameter tells: Whether a missing year before is a problem of its own.
  private mutating func build(
    _ blocks: [BuildingBlock], _ number: Int, after former: Year?, tells: Bool
  ) -> Year? {
    var year = Year(budget: blocks[0].budget, year: number)
    var ofBase: Int64 = 0
    for block in blocks {
      func fail(_ flaw: Problem.Flaw) {
        problems.append(Problem(flaw: flaw, origin: block.origin, year: number))
      }
      var percentage = block.percentage.map { $0 * 100 }
      var amount: Int64? = block.cents
      if amount == nil, percentage == nil {
        if block.sort == .index {
          percentage = index.appliedMillionths(number)
          if percentage == nil {
            fail(.noIndex)
            return nil
          }
        } else {
          amount = former?.lasting
          if amount == nil {
            if tells { fail(.noYearBefore) }
            return nil
          }
        }
      }
      if let percentage, amount == nil {
        let whole = block.base == .base ? ofBase : year.total
        amount = whole.part(percentage)
      }
      let cents = amount.map { block.sort == .reduction ? -$0 : $0 }
      guard let cents, let cumulative = year.total.adding(cents), isCredible(Double(cumulative))
      else {
        fail(.tooLarge)
        return nil
      }
      if block.sort == .base { ofBase += cents }
      year.steps.append(
        Step(block: block, percentage: percentage, cents: cents, cumulative: cumulative))
    }
    return year
  }
}

extension Int64 {
  /// So many millionths of a percent of an amount, half away from zero; nil where it does not fit.
  fileprivate func part(_ percentage: Int64) -> Int64? {
    Fraction(Int128(self) * Int128(percentage)).rounded(over: Fraction(100_000_000), decimals: 0)
  }

  fileprivate func adding(_ other: Int64) -> Int64? {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? nil : sum
  }
}

extension Ledger {
  var buildUp: BuildUp { BuildUp(registers.buildingBlocks ?? [], priceIndex) }
}
