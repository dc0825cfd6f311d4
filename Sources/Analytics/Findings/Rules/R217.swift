import Ingest

/// The declaration date lies before the product period begins.
enum R217: LineRule {
  static let rule = Rule.declaredBeforeDelivery
  static let bit = 16
  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: line.declared < line.start)
  }
}
