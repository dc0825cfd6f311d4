import Ingest

/// The rate differs from the contract rate on the first day of the product period (iWmo TR418).
enum R210: LineRule {
  static let rule = Rule.rate
  static let bit = 9

  static func isAssessed(_ context: RuleContext) -> Bool { context.rates != nil }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    guard line.rate != DeclarationLine.noRate,
      let rate = context.rates?.rate(line, unit: line.unit)
    else { return .notApplied }
    return Verdict(hit: line.rate != rate)
  }
}
