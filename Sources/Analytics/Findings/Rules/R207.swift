import Ingest

/// One debit's volume is more than its product period allows (iWmo TR321, volume-rules.md).
enum R207: LineRule {
  static let rule = Rule.lineVolume
  static let bit = 6

  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict {
    guard !line.isCredit, allocation.hasLimit, allocation.fits(line) else { return .notApplied }
    // Any period inside the allocation allows the volume at least once, but for pieces per Sunday.
    let isInside = line.start >= allocation.start && line.end <= allocation.end
    let isPerSunday =
      allocation.frequency == Frequency.week && allocation.unit == Unit.outputPiece.rawValue
    if isInside, !isPerSunday, allocation.volume < limitOfProducts,
      allocation.sixtieths(line) <= 60 &* allocation.volume
    {
      return .fits
    }
    return Verdict(hit: exceeds(line, allocation, context))
  }

  /// Sixty times this is no overflow.
  private static let limitOfProducts = Int64.max / 60

  @inline(never)
  private static func exceeds(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Bool {
    let category = Int(context.categories[Int(line.product)])
    let limit = VolumeLimit(allocation, productCategory: category)
    return Int128(allocation.sixtieths(line)) > limit.sixtieths(line.start, line.end)
  }
}
