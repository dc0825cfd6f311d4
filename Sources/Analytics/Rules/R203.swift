import Ingest

/// The category differs from that of the allocation (iWmo TR339).
enum R203: FindingRule {
  static let rule = Rule(
    .finding, "R203", "andere categorie", returnCode: "9339", standardRule: "TR339",
    explanation: "the category differs from that of the allocation",
    dutch: "De productcategorie is een andere dan die van de toewijzing.",
    columns: ["product_categorie", "toewijzingen.product_categorie"],
    needs: ["product_categorie", "toewijzingen.product_categorie"],
    example: "Begeleiding (02) op een toewijzing voor hulp bij het huishouden (01).",
    advice: "Keur de regel af of herstel de toewijzing.",
    request: "crediteer de regel en declareer met de productcategorie van de toewijzing.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    if line.category == 0 || allocation.category == 0 { return .notApplied }
    return Verdict(hit: line.category != allocation.category)
  }
}
