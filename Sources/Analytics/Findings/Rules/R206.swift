import Ingest

/// The provider differs from that of the allocation.
enum R206: LineRule {
  static let rule = Rule.otherProvider
  static let bit = 5
  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: line.provider != allocation.provider)
  }
}
