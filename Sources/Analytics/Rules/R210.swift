import Ingest

/// The rate differs from the contract rate on the first day of the product period (iWmo TR418).
enum R210: FindingRule {
  static let rule = Rule(
    .finding, "R210", "tarief wijkt af", returnCode: "0611", standardRule: "TR418",
    explanation:
      "the rate differs from the contract rate on the first day of the product period; the "
      + "provider's own rate goes before the general one, then the latest geldig_vanaf, then a "
      + "row with a unit (which holds for that unit only), then the greater rate; no rate found: "
      + "not assessed",
    dutch:
      "Het tarief is niet het contracttarief op de eerste dag van de productperiode. Het tarief "
      + "van de aanbieder gaat voor het algemene, dan het latere, dan dat voor de eenheid, dan "
      + "het hogere. Zonder tarieven.csv of zonder passend tarief wordt niet beoordeeld.",
    columns: [
      "product_tarief", "product_code", "aanbieder_agb", "eenheid", "product_periode_begindatum",
      "tarieven.tarief", "tarieven.eenheid", "tarieven.geldig_vanaf", "tarieven.geldig_tot",
    ],
    needs: ["product_tarief"],
    example: "Het tarief van dit jaar op een prestatie van vorig jaar.",
    advice: "Betaal het contracttarief; controleer de geldigheid in tarieven.csv.",
    request:
      "crediteer de regel en declareer het tarief dat op de eerste dag van de productperiode "
      + "gold.")

  static func isAssessed(_ context: RuleContext) -> Bool { context.rates != nil }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    guard line.rate != DeclarationLine.noRate,
      let rate = context.rates?.rate(line, unit: line.unit)
    else { return .notApplied }
    return Verdict(hit: line.rate != rate)
  }
}
