import Ingest

/// The product period ends after the allocation does (iWmo TR308).
enum R202: FindingRule {
  static let rule = Rule(
    .finding, "R202", "einde na toewijzing", returnCode: "9308", standardRule: "TR308",
    explanation: "the product period ends after the allocation does",
    dutch: "De productperiode eindigt na de einddatum van de toewijzing.",
    columns: ["product_periode_einddatum", "toewijzingen.einddatum"],
    needs: ["toewijzingen.einddatum"],
    example: "Hulp tot en met 31 maart op een toewijzing die 30 maart eindigt.",
    advice: "Betaal alleen wat binnen de toewijzing valt, of verleng de toewijzing.",
    request:
      "crediteer de regel en declareer alleen wat tot en met de einddatum van de toewijzing is "
      + "geleverd.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    if allocation.end == Allocation.noDay { return .notApplied }
    return Verdict(hit: line.end > allocation.end)
  }
}
