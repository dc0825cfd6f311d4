import Ingest

/// Puts findings together: the lines that the first pass hit, and what the recheck decides.
struct FindingAssembly {
  private let rules: [any FindingRule.Type]
  private let context: RuleContext
  private var tally: FindingTally
  private var found: FoundLines
  /// Lines to which R213 and R214 could be applied.
  private var creditCounts = (naming: 0, matched: 0)

  init(_ state: FindingState, _ places: PartTallies) {
    self.init(FindingRules.all, state.rules.context, state.tally, state.hits, places)
  }

  /// `tally` and `hits` are of these rules, by their places.
  init(
    _ rules: [any FindingRule.Type], _ context: RuleContext, _ tally: FindingTally,
    _ hits: FindingHits, _ places: PartTallies
  ) {
    self.rules = rules
    self.context = context
    self.tally = tally
    found = FoundLines(places, of: rules.map { $0.rule })
    found.add(hits)
  }

  /// Adds what only several lines together can break.
  mutating func add(_ recheck: FindingRecheck) {
    creditCounts.naming += recheck.settlement.creditCount
    creditCounts.matched += recheck.settlement.creditCount
    found.add(recheck.orderHits, each: { rule, hit in tally.hit(rule, hit) })
  }

  mutating func add(_ recheck: FinalRecheck) {
    creditCounts.naming += recheck.creditCounts.naming
    creditCounts.matched += recheck.creditCounts.matched
    found.add(recheck.creditHits, each: { rule, hit in tally.hit(rule, hit) })
  }

  /// R219: of the lines that were rechecked, those of concerns that are below zero in the end.
  mutating func add(_ concerns: ConcernLines, below: ConcernsBelowZero) {
    found.add(
      concerns.hits, where: { below.contains(provider: $0.provider, product: $0.product) },
      each: { rule, hit in tally.hit(rule, hit) })
  }

  /// All that was added.
  mutating func findings(linesInWindow: Int, _ registers: Registers, _ gate: RateGate) -> Findings {
    found.sort()
    let results = rules.indices.map { rule in
      Findings.Result(
        rule: rules[rule].rule, figures: figures(rule, linesInWindow: linesInWindow, registers))
    }
    return Findings(results: results, gate: gate, found: found)
  }

  /// The figures of a rule; nil where it is not assessed.
  private func figures(
    _ rule: Int, linesInWindow: Int, _ registers: Registers
  ) -> Findings.Figures? {
    guard rules[rule].isAssessed(context) else { return nil }
    let denominator =
      switch rules[rule].denominator {
      case .applied: tally.appliedLines(rule)
      case .accepted: tally.lineCount
      case .inWindow: linesInWindow
      case .creditsNaming: creditCounts.naming
      case .creditsMatched: creditCounts.matched
      }
    let providers = tally.counts(of: rule).sorted {
      precedesByteWise(registers.providers[$0.provider].agb, registers.providers[$1.provider].agb)
    }
    return Findings.Figures(
      denominator: denominator,
      providers: providers.map {
        Findings.ProviderFigures(
          provider: $0.provider, lines: $0.count.lines, cents: $0.count.cents)
      })
  }
}
