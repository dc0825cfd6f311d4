import Ingest

/// The product period begins after the client's date of death.
enum R216: LineRule {
  static let rule = Rule.afterDeath
  static let bit = 15

  static func isAssessed(_ context: RuleContext) -> Bool { context.hasClients }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    if allocation.death == Allocation.noDay { return .notApplied }
    return Verdict(hit: line.start > allocation.death)
  }
}
