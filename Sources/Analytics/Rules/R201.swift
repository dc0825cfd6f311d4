import Ingest

/// The product period begins before the allocation does (iWmo TR307).
enum R201: FindingRule {
  static let rule = Rule(
    .finding, "R201", "begin voor toewijzing", returnCode: "9307", standardRule: "TR307",
    explanation: "the product period begins before the allocation does",
    dutch: "De productperiode begint voordat de toewijzing ingaat.",
    columns: ["product_periode_begindatum", "toewijzingen.ingangsdatum"],
    example: "Hulp vanaf 1 maart op een toewijzing die 2 maart ingaat.",
    advice: "Betaal alleen wat binnen de toewijzing valt; laat de periode herstellen.",
    request:
      "crediteer de regel en declareer alleen wat op of na de ingangsdatum van de toewijzing is "
      + "geleverd.")

  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: line.start < allocation.start)
  }
}
