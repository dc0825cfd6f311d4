/// How many violations of each rule are planted, and what they take from the given size.
struct PlantingPlan {
  /// In the order of the rules.
  private(set) var counts: [(rule: PlantedRule, count: Int)] = []
  /// Allocations on which rejected lines are declared.
  private(set) var hosts = 0
  /// Deleted ones among them.
  private(set) var deletedHosts = 0
  private(set) var lines = 0
  private(set) var allocations = 0
  private static let mostProvidersBelowZero = 10

  init(_ size: RandomSize, dialect: OutputDialect) {
    guard size.dirty > 0 else { return }
    let rules = PlantedRule.allCases.filter { $0.exists(in: dialect) }
    let perRule = max(1, Int(size.dirty * Double(size.lines)) / rules.count)
    let findings = rules.count { !$0.isReject }
    // Half of the allocations at most: the clean lines keep a good part of the others.
    let perFinding = min(perRule, size.allocations / 2 / findings)
    for rule in rules {
      let most = rule == .concernBelowZero ? Self.mostProvidersBelowZero : perRule
      counts.append((rule, rule.isReject ? perRule : min(perFinding, most)))
    }
    hosts = min(size.allocations / 4, rejects / 20 + 2)
    deletedHosts = max(1, hosts / 10)
    lines = counts.reduce(0) { $0 + $1.count * $1.rule.linesEach }
    allocations = hosts + counts.reduce(0) { $0 + ($1.rule.isReject ? 0 : $1.count) }
  }

  /// The number of lines that will be rejected.
  var rejects: Int {
    counts.reduce(0) { $0 + ($1.rule.isReject ? $1.count : 0) }
  }
}
