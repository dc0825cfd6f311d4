import Ingest

/// The unit differs from that of the allocation; minutes on an hour allocation fit (iWmo TR341).
enum R205: LineRule {
  static let rule = Rule.otherUnit
  static let bit = 4

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    if allocation.unit == 0 { return .notApplied }
    return Verdict(hit: !allocation.fits(line))
  }
}
