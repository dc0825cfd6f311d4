import Analytics
package import Ingest

/// What stops a run before anything is published: too many rejects (R302), money read in the wrong
/// unit (R301) and the thresholds of the configuration.
package enum Gates {
  /// Throws 65 at the first closed gate; `leaveRejects` tells where R302's list can be read.
  package static func check(
    _ result: Pipeline.Result, leaveRejects: () throws -> String? = { nil }
  ) throws {
    try checkFigures(result, leaveRejects: leaveRejects)
    try check(RuleShare.shares(of: result), result.configuration)
  }

  /// Throws 65 where the figures are not to be trusted: R302 and R301.
  package static func checkFigures(
    _ result: Pipeline.Result, leaveRejects: () throws -> String? = { nil }
  ) throws {
    if let rejects = TooManyRejects(result) {
      throw RunFailure.tooManyRejects(rejects, seeing: try leaveRejects())
    }
    if let gate = result.findings?.gate, gate.isClosed { throw RunFailure.moneyUnit(gate) }
  }

  /// Throws 65 with every rule above its `stop_boven_aandeel`; of a run that is published already
  /// the message does not say that it is not.
  package static func check(
    _ shares: [RuleShare], _ configuration: Configuration, ofPublishedRun isPublished: Bool = false
  ) throws(RunFailure) {
    let exceeding = shares.filter { share in
      configuration.settings(of: share.code).maximumShare?
        .isExceeded(by: share.lines, of: share.denominator) == true
    }
    guard exceeding.isEmpty else { throw .thresholds(exceeding, isPublished: isPublished) }
  }
}

/// R302: more lines are rejected than the configuration allows.
private struct TooManyRejects {
  let rejected: Int
  let records: Int
  private let limit: Share
  /// The rule that rejects most.
  let chief: (code: String, count: Int)?

  /// Nil when the rejects are within `afkeur.maximaal_aandeel`.
  init?(_ result: Pipeline.Result) {
    rejected = result.tally.rejects.count
    records = result.tally.parts.reduce(0) { $0 + $1.recordCount }
    limit = result.configuration.maximumRejectShare
    let counts = result.tally.rejectsPerRule
    let most = counts.map(\.count).max()
    chief = counts.first { $0.count == most }
    guard limit.isExceeded(by: rejected, of: records) else { return nil }
  }

  /// The limit in per cent.
  var percent: String { limit.percentText }

  /// The share of rejects in per cent, with one decimal, rounded half up.
  var found: String {
    let tenths = (rejected * 2000 + records) / (2 * records)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The wording of runs that a gate stops.
extension RunFailure {
  /// `file`: where the rejects can be read, if anywhere.
  fileprivate static func tooManyRejects(
    _ rejects: TooManyRejects, seeing file: String?
  ) -> RunFailure {
    let reason = rejects.chief.map { chief in
      ", most often by \(chief.code) (\(Rule(code: chief.code)?.title ?? "")): \(chief.count)"
    }
    let place = file.map { "; see \($0)" } ?? ""
    return RunFailure(
      .unusableInput,
      "R302: \(rejects.rejected) of \(rejects.records) records are rejected\(reason ?? ""); that is "
        + "\(rejects.found) %, more than afkeur.maximaal_aandeel allows (\(rejects.percent) %); "
        + "nothing was published\(place)")
  }

  fileprivate static func moneyUnit(_ gate: RateGate) -> RunFailure {
    let isTooLarge = gate.tooLarge >= gate.tooSmall
    let found = isTooLarge ? "about 100 times" : "about a hundredth of"
    let unit = isTooLarge ? "eurocent" : "euro"
    return RunFailure(
      .unusableInput,
      "R301: \(gate.tooLarge + gate.tooSmall) of \(gate.lines) accepted lines with a rate have an "
        + "amount that is \(found) volume times rate; nothing was published; set geld = "
        + "\"\(unit)\", or decimaal and duizendtal as the file has them, for declaraties under "
        + "[invoer] in the configuration")
  }

  static func thresholds(_ shares: [RuleShare], isPublished: Bool = false) -> RunFailure {
    let lines = shares.map { share in
      let title = Rule(code: share.code)?.title ?? ""
      return "\(share.code) (\(title)): \(share.lines) of \(share.denominator) lines, more than "
        + "regels.\(share.code).stop_boven_aandeel allows"
    }
    return RunFailure(
      .unusableInput, lines.joined(separator: "\n") + (isPublished ? "" : "\nnothing was published")
    )
  }
}
