import Ingest

/// The declaration date lies before the product period begins.
enum R217: FindingRule {
  static let rule = Rule(
    .finding, "R217", "declaratie voor levering",
    explanation: "the declaration date lies before the product period begins",
    dutch: "De dagtekening ligt voor het begin van de productperiode.",
    columns: ["declaratie_dagtekening", "product_periode_begindatum"],
    example: "Op 31 maart gedeclareerde hulp van april.",
    advice: "Keur de regel af; er wordt na levering betaald.",
    request: "ga na of de datums kloppen; declareer pas na levering.")

  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    Verdict(hit: line.declared < line.start)
  }
}
