import Ingest

/// A credit that takes the sum of the credits naming one debit above that debit's amount (iWmo
/// TR390).
enum R214: CreditRule {
  static let rule = Rule(
    .finding, "R214", "twee keer gecrediteerd", returnCode: "9390", standardRule: "TR390",
    explanation:
      "in canonical order each credit that takes the sum of the credits naming one debit above "
      + "the amount of that debit",
    dutch: "Met deze credit is op een debetregel meer gecrediteerd dan haar bedrag.",
    columns: ["vorig_referentie_nummer", "ingediend_bedrag", "aanbieder_agb"],
    needs: ["vorig_referentie_nummer"],
    example: "Twee volledige credits op één debetregel.",
    advice: "Keur de latere credit af.",
    request: "ga na welke credit te veel is; de debetregel was al geheel gecrediteerd.")

  static let denominator = Denominator.creditsMatched

  static func judge(_ credits: [NamedLine], of debit: NamedLine?, _ hit: (NamedLine) -> Void) {
    guard let debit else { return }
    var credited: Int64 = 0
    for credit in credits {
      credited -= credit.mention.cents
      if credited > debit.mention.cents { hit(credit) }
    }
  }
}
