import Ingest

/// The product differs from the one that the allocation names (iWmo TR340).
///
/// A product that is not in `producten.csv` (-2) differs from that of every accepted line.
enum R204: LineRule {
  static let rule = Rule.otherProduct
  static let bit = 3

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    if allocation.product == -1 { return .notApplied }
    return Verdict(hit: line.product != allocation.product)
  }
}
