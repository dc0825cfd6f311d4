import Ingest

/// One product period of an allocation and product is debited twice (iWmo TR389).
///
/// Several debits with different references were legal under iWmo 2.x; so only debits declared on
/// `regels.R212.vanaf` or later are assessed, while earlier ones count.
enum R212: FindingRule {
  static let rule = Rule.doubleDebit
  static let bit = 11

  @inline(__always)
  static func applies(_ line: DeclarationLine, _ context: RuleContext) -> Bool {
    !line.isCredit && line.declared >= context.doubleDebitsFrom
  }

  /// Calls `hit` with the last debits of a day on which debits minus credits grow beyond one;
  /// `lines` are those of one allocation in canonical order.
  static func judge(
    _ lines: [SuspectLine],
    _ rules: LineRules,
    _ hit: (SuspectLine) -> Void
  ) {
    struct Period: Hashable {
      let product: Int32
      let start: Int32
      let end: Int32
    }
    guard lines.contains(where: { $0.declared >= rules.context.doubleDebitsFrom }) else { return }
    let periods = Dictionary(grouping: lines) {
      Period(product: $0.mention.product, start: $0.start, end: $0.end)
    }
    for lines in periods.values where lines.count > 1 {
      judge(onePeriod: lines, from: rules.context.doubleDebitsFrom, hit)
    }
  }

  /// Grouping keeps the canonical order, which begins with the declaration date.
  private static func judge(
    onePeriod lines: [SuspectLine],
    from first: Int32,
    _ hit: (SuspectLine) -> Void
  ) {
    var balance = 0
    var index = 0
    while index < lines.count {
      let declared = lines[index].declared
      let excess = max(0, balance - 1)
      var debits: [SuspectLine] = []
      while index < lines.count, lines[index].declared == declared {
        if lines[index].isCredit {
          balance -= 1
        } else {
          balance += 1
          debits.append(lines[index])
        }
        index += 1
      }
      let growth = max(0, balance - 1) - excess
      if growth > 0, declared >= first { debits.suffix(growth).forEach(hit) }
    }
  }
}
