import Ingest

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
