import Ingest

/// The product period ended more than five calendar years before the declaration date
/// (iWmo TR335); 29 February counts as 1 March.
enum R215: LineRule {
  static let rule = Rule.olderThanFiveYears
  static let bit = 14
  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    // Five years have at least this many days.
    if line.declared - line.end <= 5 * 365 { return .fits }
    return Verdict(hit: line.declared > fiveYears(after: line.end))
  }
}

extension R215 {
  /// The same day five calendar years later.
  @inline(never)
  static func fiveYears(after day: Int32) -> Int32 {
    let (year, month, dayOfMonth) = Day(number: day).components
    let later = Day(year: year + 5, month: month, day: dayOfMonth)
    // Only 29 February may be missing.
    return (later ?? Month(year: year + 5, month: 3).firstDay).number
  }
}
