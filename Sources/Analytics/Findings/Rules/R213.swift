import Ingest

/// A credit whose `vorig_referentie_nummer` names no accepted debit of the same AGB code (iWmo
/// TR323).
enum R213: FindingRule {
  static let rule = Rule.creditWithoutDebit
  static let bit = 12
  static let denominator = Denominator.creditsNaming
}
