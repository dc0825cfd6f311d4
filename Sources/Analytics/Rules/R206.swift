import Ingest

/// The provider differs from that of the allocation.
enum R206: FindingRule {
  static let rule = Rule(
    .finding, "R206", "andere aanbieder",
    explanation: "the provider differs from that of the allocation",
    dutch: "De aanbieder is een andere dan die van de toewijzing.",
    columns: ["aanbieder_agb", "toewijzingen.aanbieder_agb"],
    example: "Een zusterorganisatie die onder eigen AGB-code declareert.",
    advice: "Ga na wie heeft geleverd; wijs opnieuw toe of keur af.",
    request:
      "laat de aanbieder van de toewijzing declareren, of meld dat de toewijzing niet klopt.")

  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: line.provider != allocation.provider)
  }
}
