public import Ingest

/// What the rules for accepted lines found: figures per rule and provider, and every line hit.
public struct Findings: Sendable {
  /// What one rule found.
  public struct Result: Sendable {
    public let rule: Rule
    /// Nil where a file that the rule needs is not given.
    public let figures: Figures?
  }

  public struct Figures: Sendable {
    /// Lines hit.
    public var lines: Int { providers.reduce(0) { $0 + $1.lines } }
    /// Net of the lines hit, in cents.
    public var cents: Int64 { providers.reduce(0) { $0 + $1.cents } }
    /// Lines to which the rule could be applied.
    public let denominator: Int
    /// By AGB code, byte-wise.
    public let providers: [ProviderFigures]
  }

  public struct ProviderFigures: Sendable {
    /// Provider index.
    public let provider: Int
    public let lines: Int
    public let cents: Int64
  }

  /// One line that one rule hits.
  public struct Hit: Sendable {
    /// The part's name.
    public let file: String
    /// Physical line on which the record begins, from 1.
    public let line: Int
    /// Offset of the record in the (decompressed) part, from 0.
    public let byte: Int
    public let rule: Rule
    /// Provider index.
    public let provider: Int
    /// Empty where the line has none.
    public let reference: String
    /// Net, credits negative.
    public let cents: Int64
  }

  /// In the order of the rules' codes.
  public let results: [Result]
  /// R301.
  public let gate: RateGate
  let found: FoundLines

  /// Lines that at least one rule hits.
  public var lineCount: Int { found.lineCount }

  /// By file byte-wise, line and rule; made one by one as they are asked for.
  public var hits: some RandomAccessCollection<Hit> {
    (0..<found.count).lazy.map { found[$0] }
  }
}

extension Findings {
  /// The findings of a run.
  ///
  /// `last` is the ``DeclarationOutcome/finalRecheck`` if there is one, concluded; `linesInWindow` are
  /// the accepted ones.
  public init?(
    _ outcome: DeclarationOutcome<RunAccumulator>, last: FinalRecheck?, linesInWindow: Int,
    registers: Registers, workers: Int
  ) {
    guard let state = outcome.accumulator.findings else { return nil }
    var assembly = FindingAssembly(state, outcome.tally)
    if let recheck = outcome.recheck { assembly.add(recheck) }
    if let last { assembly.add(last) }
    let concerns = [outcome.recheck?.concerns, last?.concerns].compactMap { $0 }
    if let seen = concerns.last(where: { !$0.isEmpty }) {
      assembly.add(seen, below: outcome.belowZero(workers: workers))
    }
    self = assembly.findings(linesInWindow: linesInWindow, registers, state.gate)
  }
}

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
    found.add(recheck.allocationHits, each: { rule, hit in tally.hit(rule, hit) })
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
