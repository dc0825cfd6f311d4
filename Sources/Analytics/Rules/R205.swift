import Ingest

/// The unit differs from that of the allocation; minutes on an hour allocation fit (iWmo TR341).
enum R205: FindingRule {
  static let rule = Rule(
    .finding, "R205", "eenheid past niet", returnCode: "9341", standardRule: "TR341",
    explanation:
      "the unit differs from that of the allocation; minutes on an hour allocation fit, the "
      + "other way round they do not",
    dutch:
      "De eenheid past niet bij die van de toewijzing. Minuten op een toewijzing in uren passen, "
      + "uren op een toewijzing in minuten niet.",
    columns: ["eenheid", "toewijzingen.eenheid"],
    needs: ["toewijzingen.eenheid"],
    example: "Etmalen op een toewijzing in uren.",
    advice: "Laat de aanbieder in de toegewezen eenheid declareren.",
    request: "crediteer de regel en declareer in de eenheid van de toewijzing.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    if allocation.unit == 0 { return .notApplied }
    return Verdict(hit: !allocation.fits(line))
  }
}
