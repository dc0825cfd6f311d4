import Ingest

/// The list of the rules for accepted lines. To add one, write it in a file of its own in `Rules`
/// and name it here.
enum FindingRules {
  /// In the order of their codes and bits.
  static let all: [any FindingRule.Type] = [
    R201.self, R202.self, R203.self, R204.self, R205.self, R206.self, R207.self, R208.self,
    R209.self, R210.self, R211.self, R212.self, R213.self, R214.self, R215.self, R216.self,
    R217.self, R218.self, R219.self,
  ]

  /// The line rules, one after another; spelled out so that the compiler makes one function of
  /// them.
  @inline(__always)
  static func judge(
    _ line: DeclarationLine,
    _ allocation: Allocation,
    _ context: RuleContext
  ) -> LineVerdict {
    var verdict = LineVerdict()
    verdict.add(R201.self, line, allocation, context)
    verdict.add(R202.self, line, allocation, context)
    verdict.add(R203.self, line, allocation, context)
    verdict.add(R204.self, line, allocation, context)
    verdict.add(R205.self, line, allocation, context)
    verdict.add(R206.self, line, allocation, context)
    verdict.add(R207.self, line, allocation, context)
    verdict.add(R210.self, line, allocation, context)
    verdict.add(R211.self, line, allocation, context)
    verdict.add(R215.self, line, allocation, context)
    verdict.add(R216.self, line, allocation, context)
    verdict.add(R217.self, line, allocation, context)
    verdict.add(R218.self, line, allocation, context)
    // The order rules are decided later; to which lines they apply is known now.
    if verdict.applied.contains(R207.bit) { verdict.applied.insert(R208.bit) }
    if R209.applies(line, allocation) { verdict.applied.insert(R209.bit) }
    if R212.applies(line, context) { verdict.applied.insert(R212.bit) }
    return verdict
  }
}
