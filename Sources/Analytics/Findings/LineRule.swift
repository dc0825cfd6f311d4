import Ingest

/// A rule that looks at one line, its allocation and the municipality's files.
protocol LineRule: FindingRule {
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> Verdict
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

/// What the rules know beside line and allocation.
struct RuleContext: Sendable {
  /// Nil without `tarieven.csv`.
  let rates: ContractRates?
  /// Whether `clienten.csv` is given.
  let hasClients: Bool
  /// National category per product index.
  let categories: [UInt8]
  /// R212 assesses debits declared on this day or later, days since 1970-01-01.
  let doubleDebitsFrom: Int32
}

/// Finding rules as bits, R201 the lowest.
struct RuleSet: Sendable, Hashable {
  static let count = 19
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

/// What all line rules say of one line.
struct LineVerdict {
  /// The rules that could be applied, of those to which not every line is subject.
  var applied = RuleSet()
  var hits = RuleSet()

  @inline(__always)
  mutating func add<Judge: LineRule>(
    _ judge: Judge.Type,
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) {
    switch judge.judge(line, allocation, context) {
    case .notApplied: break
    case .fits: applied.insert(Judge.bit)
    case .hit:
      applied.insert(Judge.bit)
      hits.insert(Judge.bit)
    }
  }
}
