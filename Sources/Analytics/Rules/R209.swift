import Ingest

/// A debit after which the allocation's running net lies above its budget (iWmo TR369).
enum R209: AllocationRule {
  static let rule = Rule(
    .finding, "R209", "bedrag boven budget", returnCode: "9369", standardRule: "TR369",
    explanation:
      "in canonical order the running net of the allocation; each debit that ends above its "
      + "budget",
    dutch: "Na deze debetregel is het netto bedrag op de toewijzing meer dan haar budget.",
    columns: ["ingediend_bedrag", "declaratie_dagtekening", "toewijzingen.budget"],
    needs: ["toewijzingen.budget"],
    example: "Een budget van 100,00 en een tweede declaratie van 60,00.",
    advice: "Betaal tot het budget, of verhoog het.",
    request: "crediteer wat boven het budget van de toewijzing ligt.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    allocation.hasBudget && !line.isCredit ? .fits : .notApplied
  }

  static func judge(
    _ lines: [AllocationLine], _ facts: Allocation, _ context: RuleContext,
    _ hit: (AllocationLine) -> Void
  ) {
    guard facts.hasBudget else { return }
    var net: Int64 = 0
    for line in lines {
      net += line.mention.cents
      if !line.isCredit, net > facts.budget { hit(line) }
    }
  }
}
