import Ingest

/// Puts findings together: the lines that the first pass hit, and what the recheck decides.
struct FindingAssembly {
  private let state: FindingState
  private var tally: FindingTally
  private var found: FoundLines
  /// Lines to which R213 and R214 could be applied.
  private var creditCounts = (naming: 0, matched: 0)

  init(_ state: FindingState, _ places: PartTallies) {
    self.state = state
    tally = state.tally
    found = FoundLines(places)
    found.add(state.hits)
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

  /// The figures of a rule; nil where it is not assessed.
  func figures(
    _ rule: Int,
    linesInWindow: Int,
    _ registers: Registers
  ) -> Findings.Figures? {
    guard FindingRules.all[rule].isAssessed(state.rules.context) else { return nil }
    let denominator =
      switch FindingRules.all[rule].denominator {
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
          provider: $0.provider,
          lines: $0.count.lines,
          cents: $0.count.cents
        )
      }
    )
  }

  /// What was added.
  mutating func sortedLines() -> FoundLines {
    found.sort()
    return found
  }
}
