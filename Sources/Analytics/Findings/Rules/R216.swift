import Ingest

/// The product period begins after the client's date of death.
enum R216: LineRule {
  static let rule = Rule.afterDeath
  static let bit = 15

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: AllocationFacts,
    _ context: RuleContext
  ) -> Verdict {
    if allocation.death == AllocationFacts.none { return .notApplied }
    return Verdict(hit: line.start > allocation.death)
  }
}
