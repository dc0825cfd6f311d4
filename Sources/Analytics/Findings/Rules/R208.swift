import Ingest

/// The accumulated volume exceeds the allowance of its period (iWmo TR322, volume-rules.md).
enum R208: FindingRule {
  static let rule = Rule.accumulatedVolume
  static let bit = 7

  /// The sum of a placement in one period unit.
  private struct Key: Hashable {
    let product: Int32
    let provider: Int32
    let unit: Int32
  }

  private struct Account {
    var sum = ExactSum()
    let allowance: Int128
  }

  /// Calls `hit` with each debit that ends above the allowance of one of its units; `lines` are
  /// those of one allocation in canonical order.
  static func judge(
    _ lines: [SuspectLine],
    _ rules: LineRules,
    _ hit: (SuspectLine) -> Void
  ) {
    guard let first = lines.first else { return }
    let facts = rules.allocations[Int(first.allocation)]
    guard facts.hasLimit else { return }
    let units = VolumeUnits(facts)
    var accounts: [Key: Account] = [:]
    for line in lines where line.hasLimit {
      let category = Int(rules.context.categories[Int(line.mention.product)])
      let limit = VolumeLimit(facts, productCategory: category)
      let days = Int64(line.end - line.start) + 1
      var isAbove = false
      for unit in units.unit(of: line.start)...units.unit(of: line.end) {
        let (from, to) = units.days(of: unit)
        let key = Key(product: line.mention.product, provider: line.mention.provider, unit: unit)
        var account =
          accounts.removeValue(forKey: key)
          ?? Account(allowance: limit.sixtieths(from, to))
        let part = Int64(min(to, line.end)) - Int64(max(from, line.start)) + 1
        if part == days {
          account.sum.add(Int128(line.sixtieths), over: 1)
        } else {
          account.sum.add(Int128(line.sixtieths) * Int128(part), over: days)
        }
        if account.sum.exceeds(account.allowance) { isAbove = true }
        accounts[key] = account
      }
      if isAbove, !line.isCredit { hit(line) }
    }
  }
}
