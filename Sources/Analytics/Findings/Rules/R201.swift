import Ingest

/// The product period begins before the allocation does (iWmo TR307).
enum R201: LineRule {
  static let rule = Rule.beforeAllocation
  static let bit = 0
  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: line.start < allocation.start)
  }
}
