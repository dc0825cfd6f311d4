import Ingest

/// The list of the rules for accepted lines. To add one, write it in a file of its own in `Rules`
/// and name it here.
enum FindingRules {
  /// In the order of their codes; a rule's position is its bit in a ``RuleSet``.
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
    _ allocation: AllocationFacts,
    _ context: RuleContext
  ) -> LineVerdict {
    var verdict = LineVerdict()
    verdict.add(R201.self, bit: 0, line, allocation, context)
    verdict.add(R202.self, bit: 1, line, allocation, context)
    verdict.add(R203.self, bit: 2, line, allocation, context)
    verdict.add(R204.self, bit: 3, line, allocation, context)
    verdict.add(R205.self, bit: 4, line, allocation, context)
    verdict.add(R206.self, bit: 5, line, allocation, context)
    verdict.add(R207.self, bit: 6, line, allocation, context)
    verdict.add(R210.self, bit: 9, line, allocation, context)
    verdict.add(R211.self, bit: 10, line, allocation, context)
    verdict.add(R215.self, bit: 14, line, allocation, context)
    verdict.add(R216.self, bit: 15, line, allocation, context)
    verdict.add(R217.self, bit: 16, line, allocation, context)
    verdict.add(R218.self, bit: 17, line, allocation, context)
    // The order rules are decided later; to which lines they apply is known now.
    if verdict.applied.bits & 1 << 6 != 0 { verdict.applied.bits |= 1 << 7 }
    if R209.applies(line, allocation) { verdict.applied.bits |= 1 << 8 }
    if R212.applies(line, context) { verdict.applied.bits |= 1 << 11 }
    return verdict
  }
}
