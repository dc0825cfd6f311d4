import Ingest

/// A debit after which the allocation's running net lies above its budget (iWmo TR369).
enum R209: FindingRule {
  static let rule = Rule.budget
  static let bit = 8

  @inline(__always)
  static func applies(_ line: DeclarationLine, _ allocation: Allocation) -> Bool {
    allocation.hasBudget && !line.isCredit
  }

  /// Calls `hit` with each such debit; `lines` are those of one allocation in canonical order.
  static func judge(
    _ lines: [SuspectLine],
    _ rules: LineRules,
    _ hit: (SuspectLine) -> Void
  ) {
    guard let first = lines.first else { return }
    let facts = rules.allocations[Int(first.allocation)]
    guard facts.hasBudget else { return }
    var net: Int64 = 0
    for line in lines {
      net += line.mention.cents
      if !line.isCredit, net > facts.budget { hit(line) }
    }
  }
}
