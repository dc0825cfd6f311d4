import Ingest

/// A rule that hit another number of lines, of rejects or of findings.
struct RuleComparison: Equatable {
  let code: String
  /// Nil where a run did not assess the rule, or does not know it.
  let lines: Changed<Int?>

  /// Empty for a rule that this version does not know.
  var title: String { Rule(code: code)?.title ?? "" }

  /// By their codes.
  static func differences(_ old: [String: Int], _ new: [String: Int]) -> [RuleComparison] {
    Set(old.keys).union(new.keys).sorted(by: precedesByteWise)
      .map { RuleComparison(code: $0, lines: Changed(was: old[$0], now: new[$0])) }
      .filter(\.lines.differs)
  }
}
