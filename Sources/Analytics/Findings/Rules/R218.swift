import Ingest

/// The client is not in `clienten.csv`; a line's client is that of its allocation (R102).
enum R218: LineRule {
  static let rule = Rule.unknownClient
  static let bit = 17
  static let denominator = Denominator.accepted

  static func isAssessed(_ context: RuleContext) -> Bool { context.hasClients }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: allocation.hasUnlistedClient)
  }
}
