import Ingest

/// A rule that the lines of one allocation can break together.
protocol AllocationRule: FindingRule {
  /// Calls `hit` with each line that breaks it; `lines` are all of one allocation in canonical
  /// order, at least one.
  static func judge(
    _ lines: [AllocationLine], _ facts: Allocation, _ context: RuleContext,
    _ hit: (AllocationLine) -> Void)
}

/// A rule that the credits of one debit can break together.
protocol CreditRule: FindingRule {
  /// Calls `hit` with each credit that breaks it; `credits` are all that name the debit, in canonical
  /// order, or some that name none where it is nil.
  static func judge(_ credits: [NamedLine], of debit: NamedLine?, _ hit: (NamedLine) -> Void)
}

extension CreditRule {
  /// Its denominator is known once the debits are.
  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict { .notApplied }
}

/// Where a line stands, and what is told of it.
struct LineMention: Sendable {
  let place: LinePlace
  let provider: Int32
  /// Net, credits negative.
  let cents: Int64
  /// Where its ``CanonicalText`` begins among the texts of ``CollectedLines``.
  var text: Int
  let textCount: Int32
  let product: Int32
}

/// A line of an allocation of which all lines are judged together.
struct AllocationLine: Sendable {
  var mention: LineMention
  let allocation: Int32
  let start: Int32
  let end: Int32
  let declared: Int32
  /// In sixtieths of hundredths of the allocation's unit; credits negative.
  let sixtieths: Int64
  let isCredit: Bool
  /// Whether the unit fits an allocation whose volume is a limit.
  let hasLimit: Bool

  init(_ line: DeclarationLine, _ mention: LineMention, _ facts: Allocation) {
    self.mention = mention
    allocation = line.allocation
    start = line.start
    end = line.end
    declared = line.declared
    sixtieths = facts.sixtieths(line)
    isCredit = line.isCredit
    hasLimit = facts.hasLimit && facts.fits(line)
  }

  var date: CanonicalDate {
    CanonicalDate(declared: declared, start: start, end: end, isCredit: isCredit)
  }
}

/// A credit that names a debit, or a debit that credits may name.
struct NamedLine: Sendable {
  var mention: LineMention
  /// Hash of the debit's reference number.
  let reference: UInt64
  let date: CanonicalDate

  var isCredit: Bool { date.isCredit }
}
