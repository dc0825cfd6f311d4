import Ingest

/// A credit that takes the sum of the credits naming one debit above that debit's amount (iWmo
/// TR390).
enum R214: FindingRule {
  static let rule = Rule.creditedTwice
  static let bit = 13
  static let denominator = Denominator.creditsMatched

  /// Adds up the credits of one debit after another.
  struct Account {
    private var debit: LinePlace?
    private var credited: Int64 = 0

    init() {}

    /// Whether the next credit in canonical order that names `debit` is a hit.
    mutating func isHit(
      _ credit: LineMention, naming debit: LineMention
    ) -> Bool {
      if self.debit != debit.place {
        self.debit = debit.place
        credited = 0
      }
      credited -= credit.cents
      return credited > debit.cents
    }
  }
}
