import Ingest

/// The category differs from that of the allocation (iWmo TR339).
enum R203: LineRule {
  static let rule = Rule.otherCategory
  static let bit = 2

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    if line.category == 0 || allocation.category == 0 { return .notApplied }
    return Verdict(hit: line.category != allocation.category)
  }
}
