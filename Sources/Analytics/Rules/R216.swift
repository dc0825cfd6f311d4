import Ingest

/// The product period begins after the client's date of death.
enum R216: FindingRule {
  static let rule = Rule(
    .finding, "R216", "na overlijden",
    explanation: "the product period begins after the client's date of death",
    dutch: "De productperiode begint na de overlijdensdatum van de cliënt.",
    columns: ["product_periode_begindatum", "clienten.overlijdensdatum"],
    needs: ["clienten.overlijdensdatum"],
    example: "Hulp vanaf de dag na het overlijden.",
    advice: "Vorder terug en beëindig de toewijzing.",
    request: "ga na of de datums kloppen, en crediteer wat niet is geleverd.")

  static func isAssessed(_ context: RuleContext) -> Bool { context.hasClients }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    if allocation.death == Allocation.noDay { return .notApplied }
    return Verdict(hit: line.start > allocation.death)
  }
}
