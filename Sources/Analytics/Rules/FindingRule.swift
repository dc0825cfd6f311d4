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
