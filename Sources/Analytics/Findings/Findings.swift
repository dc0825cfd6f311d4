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
