import Testing

@testable import Analytics
@testable import Ingest

/// Of every rule, the published lines of which its hits are a share (`noemer`).
///
/// Five lines are drawn: two to which no rule applies of those that do not apply to all, one of them
/// outside the window, and three to which the rule in question does.
@Suite struct DenominatorTests {
  /// How an allocation and the three lines become such that a rule applies; nothing for a rule that
  /// applies to all.
  private typealias Example = (
    allocation: Allocation?, edit: @Sendable (_ drawn: inout DrawnLine, _ index: Int) -> Void
  )

  private static func allocation(
    product: Int32 = -1, category: UInt8 = 0, end: Day? = nil, volume: Int64? = nil,
    unit: Unit? = nil, frequency: UInt8? = nil, budget: Int64? = nil, death: Day? = nil
  ) -> Allocation {
    var allocation = Allocation(
      client: 0, indication: 0, provider: 0, product: product, category: category,
      start: day(2017, 1, 1), end: end, volume: volume, unit: unit, frequency: frequency,
      budget: budget)
    allocation.note(Client(isListed: true, death: death))
    return allocation
  }

  private static let limited = allocation(volume: 100, unit: .hour, frequency: 4)
  private static let all: Example = (nil, { _, _ in })
  private static let credits: Example = (
    nil,
    { drawn, index in
      // A debit, the credit that names it, and a credit that names none.
      drawn.line.isCredit = index > 0
      drawn.line.cents *= drawn.line.isCredit ? -1 : 1
      drawn.number = index == 2 ? 1 : 0
      drawn.isNumbered = true
    }
  )
  private static let rated: Example = (nil, { drawn, _ in drawn.line.rate = 500_000 })

  /// By code; a rule that is added has an example here.
  private static var examples: [String: Example] {
    [
      "R201": all,
      "R202": (allocation(end: day(2017, 12, 31)), { _, _ in }),
      "R203": (allocation(category: 2), { drawn, _ in drawn.line.category = 2 }),
      "R204": (allocation(product: 0), { _, _ in }),
      "R205": (allocation(unit: .hour), { _, _ in }),
      "R206": all,
      "R207": (limited, { _, _ in }),
      "R208": (limited, { _, _ in }),
      "R209": (allocation(budget: 100), { _, _ in }),
      "R210": rated,
      "R211": rated,
      "R212": (nil, { drawn, _ in drawn.line.declared = LineRules.iWmo31.number }),
      "R213": credits,
      "R214": credits,
      "R215": all,
      "R216": (allocation(death: day(2018, 1, 1)), { _, _ in }),
      "R217": all,
      "R218": all,
      "R219": all,
    ]
  }

  @Test(arguments: FindingRules.all.indices)
  func `every rule has its lines counted`(rule: Int) throws {
    let kind = FindingRules.all[rule]
    let example = try #require(
      Self.examples[kind.rule.code], "draw a line to which \(kind.rule.code) applies")
    let expected =
      switch kind.denominator {
      case .applied: 3
      case .accepted: 5
      case .inWindow: 4
      case .creditsNaming: 2
      case .creditsMatched: 1
      }
    let figures = try #require(try findings(example).results[rule].figures)
    #expect(figures.denominator == expected, "\(kind.rule.code)")
  }

  private func findings(_ example: Example) throws -> Findings {
    var drawn = (0..<5).map { index in
      var drawn = DrawnLine(number: 10 + index, isNumbered: false)
      drawn.line.start = day(index == 0 ? 2018 : 2017, 2, 1).number
      drawn.line.end = drawn.line.start
      drawn.line.declared = drawn.line.start + 30
      drawn.line.cents = 50_00
      drawn.line.volume = 100
      drawn.line.unit = Unit.hour.rawValue
      drawn.line.allocation = index < 2 ? 0 : 1
      return drawn
    }
    for index in 2..<5 { example.edit(&drawn[index], index - 2) }
    let registers = Registers(
      allocations: [Self.allocation(), example.allocation ?? Self.allocation()],
      indicationCount: 1, clientCount: 1, clients: [Client(isListed: true)],
      products: [
        Product(code: "P", description: "", kind: .tailored, group: 0, category: 2)
      ],
      productGroups: ["P"], providers: [Provider(agb: "00000001", name: "", concern: 0)],
      concerns: ["C"],
      rates: [
        Rate(
          product: 0, provider: nil, unit: nil, tenThousandths: 500_000,
          validFrom: day(2017, 1, 1), validTo: nil)
      ])
    return try findings(
      drawn, registers, CountingParameters(windowFrom: day(2017, 1, 1), windowTo: day(2017, 12, 31))
    )
  }

  /// As the pipeline finds them: the first pass, and the rechecks that are needed.
  private func findings(
    _ drawn: [DrawnLine], _ registers: Registers, _ parameters: CountingParameters
  ) throws -> Findings {
    let records = DrawnRecords.shared
    let tally = records.tally()
    var accumulator = RunAccumulator(
      grid: PeriodGrid(parameters), basis: parameters.basis, registers: registers,
      rules: LineRules(registers, doubleDebitsFrom: nil)
    ).forWorker()
    accumulator.update(drawn)
    var recheck = accumulator.recheck(SuspectNumbers.none.outline, workers: 1)
    records.withBatch(drawn) { recheck?.take($0) }
    recheck?.conclude(tally, workers: 1)
    let outcome = DeclarationOutcome(
      accumulator: accumulator, tally: tally, recheck: recheck, duplicateCount: 0)
    var last = outcome.finalRecheck(workers: 1)
    records.withBatch(drawn) { last?.take($0) }
    last?.conclude(tally, workers: 1)
    let ledger = Ledger(accumulator.ledger, registers: registers, parameters: parameters)
    return try #require(
      Findings(
        outcome, last: last, linesInWindow: ledger.lines.linesInWindow, registers: registers,
        workers: 1))
  }

  @Test func `any of 32 rules is counted, over any number of sets, with signs and merges`() {
    var dice = Dice(seed: 1)
    var tallies = (0..<3).map { _ in FindingTally(providerCount: 1) }
    var counts = [Int](repeating: 0, count: 32)
    var lines = 0
    let sets = (0..<600).map { index in
      // Those of one bit, some of few bits, and some of any.
      index < 32
        ? 1 << UInt32(index) : UInt32(truncatingIfNeeded: dice.next() & dice.among(7, .max))
    }
    for _ in 0..<20_000 {
      var verdict = LineVerdict()
      let set = sets.randomElement(using: &dice) ?? 0
      for bit in 0..<32 where set >> UInt32(bit) & 1 == 1 { verdict.applied.insert(bit) }
      let sign = dice.among(1, 1, 1, -1)
      tallies[Int.random(in: 0..<3, using: &dice)].count(verdict, sign: sign)
      lines += sign
      for bit in 0..<32 where verdict.applied.contains(bit) { counts[bit] += sign }
    }
    var whole = tallies[2]
    whole.merge(tallies[0])
    whole.merge(tallies[1])
    #expect(whole.lineCount == lines)
    #expect((0..<32).map(whole.appliedLines) == counts)
  }
}
