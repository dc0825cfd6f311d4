import Analytics
import Ingest
import Reporting

extension RuleShare {
  /// What a published run says of every rule that was assessed: findings from `report.json`,
  /// rejects from the ladder of `manifest.json`.
  ///
  /// Throws 66 where the folder is no run, 65 where it is one of another version or its report is
  /// not the one that was published.
  static func shares(ofRun folder: String) throws(RunFailure) -> [RuleShare] {
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
    guard let lines = findings.number(row, "regels"),
      let denominator = findings.number(row, "noemer")
    else { return nil }
    self.init(
      code: findings.text(row, "regelcode"),
      lines: Int(lines),
      denominator: Int(denominator)
    )
  }
}
