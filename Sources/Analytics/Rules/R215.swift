import Ingest

/// The product period ended more than five calendar years before the declaration date
/// (iWmo TR335); 29 February counts as 1 March.
enum R215: FindingRule {
  static let rule = Rule(
    .finding, "R215", "ouder dan vijf jaar", standardRule: "TR335",
    explanation:
      "the product period ended more than five calendar years before the declaration date (29 "
      + "February counts as 1 March)",
    dutch:
      "De productperiode eindigde meer dan vijf kalenderjaren voor de dagtekening; 29 februari "
      + "telt als 1 maart.",
    columns: ["product_periode_einddatum", "declaratie_dagtekening"],
    example: "Geleverd tot en met 28 februari 2012, gedeclareerd op 1 maart 2017.",
    advice: "De vordering is verjaard: keur de regel af.",
    request: "ga na of de datums kloppen; na vijf jaar is een vordering verjaard.")

  static let denominator = Denominator.accepted

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    // Five years have at least this many days.
    if line.declared - line.end <= 5 * 365 { return .fits }
    return Verdict(hit: line.declared > fiveYears(after: line.end))
  }
}

extension R215 {
  /// The same day five calendar years later.
  @inline(never)
  static func fiveYears(after day: Int32) -> Int32 {
    let (year, month, dayOfMonth) = Day(number: day).components
    let later = Day(year: year + 5, month: month, day: dayOfMonth)
    // Only 29 February may be missing.
    return (later ?? Month(year: year + 5, month: 3).firstDay).number
  }
}
