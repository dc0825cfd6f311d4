import Ingest

/// A credit whose `vorig_referentie_nummer` names no accepted debit of the same AGB code (iWmo
/// TR323).
enum R213: CreditRule {
  static let rule = Rule(
    .finding, "R213", "credit zonder debet", returnCode: "8017", standardRule: "TR323",
    explanation:
      "a credit whose vorig_referentie_nummer names no accepted debit of the same AGB code; "
      + "without a number not assessed",
    dutch:
      "De credit noemt een referentienummer waarvan geen goedgekeurde debetregel van dezelfde "
      + "aanbieder bestaat.",
    columns: ["vorig_referentie_nummer", "referentie_nummer", "aanbieder_agb"],
    needs: ["vorig_referentie_nummer"],
    example: "Een credit op een regel die is afgekeurd.",
    advice: "Keur de credit af; de debetregel is niet betaald.",
    request:
      "ga na welke debetregel is bedoeld: er is geen goedgekeurde met het nummer in "
      + "vorig_referentie_nummer.")

  static let denominator = Denominator.creditsNaming

  static func judge(_ credits: [NamedLine], of debit: NamedLine?, _ hit: (NamedLine) -> Void) {
    if debit == nil { credits.forEach(hit) }
  }
}
