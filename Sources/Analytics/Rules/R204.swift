import Ingest

/// The product differs from the one that the allocation names (iWmo TR340).
///
/// A product that is not in `producten.csv` (-2) differs from that of every accepted line.
enum R204: FindingRule {
  static let rule = Rule(
    .finding, "R204", "ander product", returnCode: "9340", standardRule: "TR340",
    explanation: "the product differs from that of the allocation",
    dutch: "Het product is een ander dan de toewijzing noemt.",
    columns: ["product_code", "toewijzingen.product_code"],
    needs: ["toewijzingen.product_code"],
    example: "Een zwaarder product dan is toegewezen.",
    advice: "Keur de regel af of wijzig de toewijzing.",
    request: "crediteer de regel en declareer het product dat is toegewezen.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    if allocation.product == -1 { return .notApplied }
    return Verdict(hit: line.product != allocation.product)
  }
}
