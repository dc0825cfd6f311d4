import Ingest

extension FindingLook {
  /// Where a line stands, and what is told of it.
  struct Mention {
    let place: LinePlace
    let provider: Int32
    /// Net, credits negative.
    let cents: Int64
    /// Where its ``CanonicalText`` begins in ``texts``.
    var text: Int
    let textCount: Int32
    let product: Int32
  }

  /// A line of a suspect allocation.
  struct Line {
    var mention: Mention
    let allocation: Int32
    let start: Int32
    let end: Int32
    let declared: Int32
    /// In sixtieths of hundredths of the allocation's unit; credits negative.
    let sixtieths: Int64
    let isCredit: Bool
    /// Whether the unit fits an allocation whose volume is a limit.
    let hasLimit: Bool
  }

  /// A credit that names a debit, or a debit that credits may name.
  struct NamedLine {
    var mention: Mention
    /// Hash of the debit's reference number.
    let reference: UInt64
    let date: CanonicalDate

    var isCredit: Bool { date.isCredit }
  }
}
