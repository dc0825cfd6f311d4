import Analytics
import Foundation
package import Ingest
import Reporting

/// Two published runs compared: what went in, how it was counted, and which figures came out other.
package struct RunComparison {
  let old: ComparedRun
  let new: ComparedRun
  let inputs: [InputComparison]
  let configuration: [(key: String, values: Changed<JSONValue>)]
  let version: Changed<String>
  let accepted: Changed<Int>
  let rejected: Changed<Int>
  /// Nil where a run is of an earlier version, whose ladder has no months.
  let movement: NetMovement?
  let rejects: [RuleComparison]
  let findings: [RuleComparison]
  let months: [MonthComparison]
  /// Those that were compared and differ, in the order of the report.
  let tables: [TableComparison]
  let comparedTableCount: Int

  /// The runs by their folders, or by output folders for their latest ones; without OLD, the last
  /// one before NEW that was not held. `names`: the tables to compare; none are all.
  ///
  /// Throws 65, 66 or 70.
  package init(old: String?, new: String, tables names: [String] = []) throws(RunFailure) {
    let latter = try PublishedRun(folderOrOutput: new)
    let former =
      if let old { try PublishedRun(folderOrOutput: old) } else { try latter.runBefore() }
    try self.init(ComparedRun(former), ComparedRun(latter), tables: names)
  }

  init(_ old: ComparedRun, _ new: ComparedRun, tables names: [String] = []) throws(RunFailure) {
    (self.old, self.new) = (old, new)
    let (before, after) = (old.manifest, new.manifest)
    inputs = InputComparison.all(before, after)
    configuration = RunConfiguration.differences(old.configuration, new.configuration)
    version = Changed(was: before.version, now: after.version)
    accepted = Changed(was: before.ladder.accepted, now: after.ladder.accepted)
    rejected = Changed(was: before.ladder.rejectedCount, now: after.ladder.rejectedCount)
    movement = try NetMovement(before, after, names: Changed(was: old.path, now: new.path))
    rejects = RuleComparison.differences(before.ladder.rejected, after.ladder.rejected)
    findings = RuleComparison.differences(old.findingCounts, new.findingCounts)
    months = MonthComparison.all(old, new)
    let compared = Self.tableNames(old, new).filter { names.isEmpty || names.contains($0) }
    comparedTableCount = compared.count
    tables = compared.map { name in
      TableComparison(
        old.tables.first { $0.name == name }, new.tables.first { $0.name == name })
    }.filter(\.differs)
  }

  /// Whether anything differs of what is shown.
  package var differs: Bool {
    !inputs.isEmpty || !configuration.isEmpty || version.differs || accepted.differs
      || rejected.differs || movement?.differs == true || !rejects.isEmpty || !findings.isEmpty
      || !months.isEmpty || !tables.isEmpty
  }

  /// Of all tables that a run has: in the order of this version, then what it does not know.
  private static func tableNames(_ old: ComparedRun, _ new: ComparedRun) -> [String] {
    let known =
      Analysis.all.map(\.name) + [FindingTables.findingsName, FindingTables.providersName]
    let present = (new.tables + old.tables).map(\.name)
    var unknown: [String] = []
    for name in present where !known.contains(name) && !unknown.contains(name) {
      unknown.append(name)
    }
    return known.filter(present.contains) + unknown
  }
}
