public import Ingest

/// The list of the rules for accepted lines. To add one, write it in a file of its own and name it
/// here, behind the others: in the order of the codes.
enum FindingRules {
  @RuleListBuilder
  @inline(__always)
  static var list: some RuleList {
    R201.self
    R202.self
    R203.self
    R204.self
    R205.self
    R206.self
    R207.self
    R208.self
    R209.self
    R210.self
    R211.self
    R212.self
    R213.self
    R214.self
    R215.self
    R216.self
    R217.self
    R218.self
    R219.self
  }

  static let all = list.all

  /// The rules that judge the lines of an allocation, with their places.
  static let ofAllocations = all.enumerated().compactMap { place, rule in
    (rule as? any AllocationRule.Type).map { (place, $0) }
  }

  /// The rules that judge the credits of a debit, with their places.
  static let ofCredits = all.enumerated().compactMap { place, rule in
    (rule as? any CreditRule.Type).map { (place, $0) }
  }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> LineVerdict {
    list.judge(line, allocation, context)
  }
}

extension Rule {
  /// The rules of the contract, in the order of their codes.
  public static let all = RejectRule.all + findings + [RateGate.rule, tooManyRejects]

  /// By their places in ``FindingRules``.
  public static let findings = FindingRules.all.map { $0.rule }

  /// The rule of a code, such as `R208`; nil where there is none.
  public init?(code: String) {
    guard let rule = Self.all.first(where: { $0.code == code }) else { return nil }
    self = rule
  }
}

/// A list of rules as a type, of which the compiler makes one function without a call: it is asked
/// about every line.
///
/// ```swift
/// @RuleListBuilder var list: some RuleList { R201.self; R202.self }
/// list.judge(line, allocation, context).hits
/// ```
protocol RuleList {
  static var count: Int { get }

  static func append(to all: inout [any FindingRule.Type])

  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext,
    _ verdict: inout LineVerdict)
}

extension RuleList {
  var all: [any FindingRule.Type] {
    var all: [any FindingRule.Type] = []
    Self.append(to: &all)
    return all
  }

  /// What the rules say of a line, one after another, each at its place in the list.
  @inline(__always)
  func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> LineVerdict {
    var verdict = LineVerdict()
    Self.judge(line, allocation, context, &verdict)
    return verdict
  }
}

@resultBuilder
enum RuleListBuilder {
  @inline(__always)
  static func buildPartialBlock<First: FindingRule>(
    first: First.Type
  ) -> Following<NoRules, First> {
    Following()
  }

  @inline(__always)
  static func buildPartialBlock<Others: RuleList, Last: FindingRule>(
    accumulated: Others, next: Last.Type
  ) -> Following<Others, Last> {
    Following()
  }
}

struct NoRules: RuleList {
  @inline(__always)
  static var count: Int { 0 }

  static func append(to all: inout [any FindingRule.Type]) {}

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext,
    _ verdict: inout LineVerdict
  ) {}
}

/// The rules of a list and one more.
struct Following<Others: RuleList, Last: FindingRule>: RuleList {
  @inline(__always)
  static var count: Int { Others.count + 1 }

  static func append(to all: inout [any FindingRule.Type]) {
    Others.append(to: &all)
    all.append(Last.self)
  }

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext,
    _ verdict: inout LineVerdict
  ) {
    Others.judge(line, allocation, context, &verdict)
    verdict.add(Last.judge(line, allocation, context), of: Others.count)
  }
}
