import Analytics
import Ingest

/// What findings stop a run: the euro/cent gate (R301) and the thresholds of the configuration.
enum FindingStops {
  /// Throws 65 where the figures are not to be trusted or a rule hits too many lines.
  static func check(_ result: Pipeline.Result) throws(RunFailure) {
    try checkGate(result)
    try check(RuleShare.shares(of: result), result.configuration)
  }

  /// Throws 65 where euros were read as cents or the other way round (R301).
  static func checkGate(_ result: Pipeline.Result) throws(RunFailure) {
    if let gate = result.findings?.gate, gate.isClosed { throw .moneyUnit(gate) }
  }

  /// Throws 65 with every rule above its `stop_boven_aandeel`; of a run that is published already
  /// the message does not say that it is not.
  static func check(
    _ shares: [RuleShare],
    _ configuration: Configuration,
    ofPublishedRun isPublished: Bool = false
  ) throws(RunFailure) {
    let exceeding = shares.filter { share in
      configuration.settings(of: share.code).maximumShare?
        .isExceeded(by: share.lines, of: share.denominator) == true
    }
    guard exceeding.isEmpty else { throw .thresholds(exceeding, isPublished: isPublished) }
  }
}

/// How many lines a rule hit, of how many.
struct RuleShare: Equatable {
  let code: String
  let lines: Int
  /// Lines to which a finding rule could be applied; all records for a reject rule.
  let denominator: Int

  /// Of every rule that was assessed.
  static func shares(of result: Pipeline.Result) -> [RuleShare] {
    let records = result.tally.parts.reduce(0) { $0 + $1.recordCount }
    let rejects = result.tally.rejectsPerRule.map {
      RuleShare(code: $0.code, lines: $0.count, denominator: records)
    }
    let findings = (result.findings?.results ?? []).compactMap { result in
      result.figures.map {
        RuleShare(code: result.rule.code, lines: $0.lines, denominator: $0.denominator)
      }
    }
    return rejects + findings
  }
}

/// The wording of runs that findings stop.
extension RunFailure {
  static func moneyUnit(_ gate: RateGate) -> RunFailure {
    let isTooLarge = gate.tooLarge >= gate.tooSmall
    let found = isTooLarge ? "about 100 times" : "about a hundredth of"
    let change =
      isTooLarge
      ? "set geld = \"eurocent\", or decimaal and duizendtal as the file has them,"
      : "set geld = \"euro\", or decimaal and duizendtal as the file has them,"
    return RunFailure(
      .unusableInput,
      "R301: \(gate.tooLarge + gate.tooSmall) of \(gate.lines) accepted lines with a rate have an "
        + "amount that is \(found) volume times rate; nothing was published; \(change) for "
        + "declaraties under [invoer] in the configuration"
    )
  }

  static func thresholds(_ shares: [RuleShare], isPublished: Bool = false) -> RunFailure {
    let lines = shares.map { share in
      let title = Rule(code: share.code)?.title ?? ""
      return "\(share.code) (\(title)): \(share.lines) of \(share.denominator) lines, more than "
        + "regels.\(share.code).stop_boven_aandeel allows"
    }
    return RunFailure(
      .unusableInput,
      lines.joined(separator: "\n") + (isPublished ? "" : "\nnothing was published")
    )
  }
}
