import Ingest

/// One debit's volume is more than its product period allows (iWmo TR321, volume-rules.md).
enum R207: FindingRule {
  static let rule = Rule(
    .finding, "R207", "volume boven toewijzing (regel)", returnCode: "9321", standardRule: "TR321",
    explanation: "one debit line's volume exceeds what its product period allows",
    dutch: "Het volume van één debetregel is meer dan haar productperiode toelaat.",
    columns: [
      "geleverd_volume", "eenheid", "product_periode_begindatum", "product_periode_einddatum",
      "toewijzingen.volume", "toewijzingen.eenheid", "toewijzingen.frequentie",
      "toewijzingen.ingangsdatum", "toewijzingen.einddatum",
    ],
    needs: ["toewijzingen.volume", "toewijzingen.eenheid", "toewijzingen.frequentie"],
    example:
      "Drie uur per week, en zestien uur van 1 tot en met 31 maart 2023: vijf weken laten "
      + "vijftien uur toe.",
    advice: "Betaal het toegestane deel, of wijs meer toe.",
    request:
      "crediteer de regel en declareer het toegewezen volume, of meld waarom er meer is geleverd.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    guard !line.isCredit, allocation.hasLimit, allocation.fits(line) else { return .notApplied }
    let isInside = line.start >= allocation.start && line.end <= allocation.end
    if isInside, allocation.allowsVolumeOnce,
      allocation.sixtieths(line) <= 60 &* allocation.volume
    {
      return .fits
    }
    return Verdict(hit: exceeds(line, allocation, context))
  }

  @inline(never)
  private static func exceeds(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Bool {
    let category = Int(context.categories[Int(line.product)])
    let limit = VolumeLimit(allocation, productCategory: category)
    return Int128(allocation.sixtieths(line)) > limit.sixtieths(line.start, line.end)
  }
}
