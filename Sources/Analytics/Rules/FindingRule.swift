import Ingest

/// A rule for accepted lines (level `bevinding`); each has a file of its own with all that it is.
///
/// A rule that one line breaks says so in ``judge(_:_:_:)``. A rule that only lines together break
/// says there to which lines it applies, and conforms to ``AllocationRule`` or ``CreditRule``.
protocol FindingRule: SendableMetatype {
  static var rule: Rule { get }
  /// The lines of which its hits are a share.
  static var denominator: Denominator { get }
  /// Whether the files are given that it needs.
  static func isAssessed(_ context: RuleContext) -> Bool
  /// What it says of one line.
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict
}

extension FindingRule {
  static var denominator: Denominator { .applied }

  static func isAssessed(_ context: RuleContext) -> Bool { true }
}

/// Lines of which the hits of a rule are a share (`noemer`).
enum Denominator {
  /// Those to which the rule could be applied.
  case applied
  /// All accepted lines.
  case accepted
  /// The accepted lines in the reporting window.
  case inWindow
  /// Credits that name a reference number.
  case creditsNaming
  /// Credits that name the number of a debit that is there.
  case creditsMatched
}

/// What a rule says of one line.
enum Verdict {
  /// One of its sides is empty, or it is not a rule for such a line.
  case notApplied
  case fits
  case hit

  @inline(__always)
  init(hit: Bool) { self = hit ? .hit : .fits }
}

/// What all rules say of one line.
struct LineVerdict {
  /// The rules that could be applied.
  var applied = RuleSet()
  var hits = RuleSet()

  @inline(__always)
  mutating func add(_ verdict: Verdict, of rule: Int) {
    switch verdict {
    case .notApplied: break
    case .fits: applied.insert(rule)
    case .hit:
      applied.insert(rule)
      hits.insert(rule)
    }
  }
}

/// Rules as bits, by their places in ``FindingRules``.
struct RuleSet: Sendable, Hashable {
  static let count = FindingRules.all.count
  private(set) var bits: UInt32 = 0

  init() {}

  init(_ rule: Int) { insert(rule) }

  var isEmpty: Bool { bits == 0 }

  @inline(__always)
  func contains(_ rule: Int) -> Bool { bits & 1 << UInt32(rule) != 0 }

  @inline(__always)
  mutating func insert(_ rule: Int) { bits |= 1 << UInt32(rule) }

  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}

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
