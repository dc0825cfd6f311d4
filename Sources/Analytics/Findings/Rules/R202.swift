import Ingest

/// The product period ends after the allocation does (iWmo TR308).
enum R202: LineRule {
  static let rule = Rule.afterAllocation
  static let bit = 1

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    if allocation.end == Allocation.noDay { return .notApplied }
    return Verdict(hit: line.end > allocation.end)
  }
}
