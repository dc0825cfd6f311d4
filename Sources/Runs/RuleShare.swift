import Analytics
package import Ingest
import Reporting

/// How many lines a rule hit, of how many.
package struct RuleShare: Equatable {
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

extension RuleShare {
  /// What a published run says of every rule that was assessed: findings from `report.json`,
  /// rejects from the ladder of `manifest.json`.
  ///
  /// Throws 66 where the folder is no run, 65 where it is one of another version or its report is
  /// not the one that was published.
  package static func shares(ofRun folder: String) throws(RunFailure) -> [RuleShare] {
    let report = try PublishedRun(folder: folder).report(sourceDate: nil)
    let ladder = report.account.ladder
    let rejects = Rule.all.compactMap { rule in
      ladder.rejected[rule.code].map {
        RuleShare(code: rule.code, lines: $0, denominator: ladder.records)
      }
    }
    guard let findings = report.findings.first(where: { $0.name == FindingTables.findingsName })
    else { return rejects }
    return rejects + findings.rows.compactMap { RuleShare($0, of: findings) }
  }

  /// A row of `bevindingen`; nil where the rule was not assessed.
  private init?(_ row: [Cell], of findings: Table) {
    guard let lines = findings.number(row, .lines),
      let denominator = findings.number(row, .denominator)
    else { return nil }
    self.init(
      code: findings.text(row, .rule), lines: Int(lines), denominator: Int(denominator))
  }
}
