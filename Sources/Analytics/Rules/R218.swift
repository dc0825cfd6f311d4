import Ingest

/// The client is not in `clienten.csv`; a line's client is that of its allocation (R102).
enum R218: FindingRule {
  static let rule = Rule(
    .finding, "R218", "client onbekend",
    explanation: "the client is not in clienten.csv (assessed when that file is given)",
    dutch: "De cliënt staat niet in clienten.csv; beoordeeld als dat bestand er is.",
    columns: ["client_id", "clienten.client_id"],
    example: "Een cliënt die sinds de export is verhuisd.",
    advice: "Vul clienten.csv aan; de cliënt telt nu onder onbekend.",
    request: "u hoeft niets te doen; de gemeente vult haar gegevens aan.")

  static let denominator = Denominator.accepted

  static func isAssessed(_ context: RuleContext) -> Bool { context.hasClients }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: allocation.hasUnlistedClient)
  }
}
