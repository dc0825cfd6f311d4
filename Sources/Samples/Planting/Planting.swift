import Ingest

/// Lines that break a rule, with the allocations, clients and providers that they need.
struct Planting {
  struct PlantedLine {
    var line: DeclaredLine
    var edit: RecordEdit?
  }

  private(set) var lines: [PlantedLine] = []
  private(set) var truth: Truth
  var source: RandomMunicipality
  var random: SplitMix
  private var reference: Int
  private var hosts: [Int] = []
  private var deletedHosts: [Int] = []

  /// `firstReference` is the first number that no clean line has.
  init(
    _ plan: PlantingPlan, size: RandomSize, source: RandomMunicipality, firstReference: Int,
    random: SplitMix
  ) {
    self.source = source
    self.random = random
    reference = firstReference
    truth = Truth(seed: size.seed, lines: size.lines)
    addHosts(plan)
    for (rule, count) in plan.counts {
      for index in 0..<count {
        if rule.isReject { plantReject(rule, index) } else { plantFinding(rule, index) }
      }
    }
    lines = self.random.shuffled(lines)
    // The files are to be processed, however dirty.
    let isDirty = plan.rejects * 25 > size.lines
    self.source.edit { if isDirty { $0.rejectShare = 1 } }
  }

  private mutating func addHosts(_ plan: PlantingPlan) {
    let start = Month(year: 2015, month: 6).firstDay
    for index in 0..<plan.hosts {
      let isDeleted = index < plan.deletedHosts
      let host = addAllocation(start: start, limit: .none, isDeleted: isDeleted)
      if isDeleted { deletedHosts.append(host) } else { hosts.append(host) }
    }
  }

  mutating func host(deleted: Bool = false) -> Int {
    let list = deleted ? deletedHosts : hosts
    return list[random.below(list.count)]
  }

  /// Adds an allocation of daycare to a new client and returns its index.
  mutating func addAllocation(
    start: Day, end: Day? = nil, limit: Allocation.Limit = .volume(40, frequency: 4),
    isDeleted: Bool = false
  ) -> Int {
    let client = source.addClient(&random)
    let products = RandomCatalogue.daycare
    let product = products[random.below(products.count)]
    let provider = random.below(source.rates.providerCount)
    let index = source.municipality.allocations.count
    source.edit {
      $0.allocations.append(
        Allocation(
          number: index + 1, client: client, provider: provider, decision: index + 1,
          product: product, decided: Day(number: start.number - 14), start: start, end: end,
          limit: limit, isDeleted: isDeleted))
    }
    return index
  }

  func allocation(_ index: Int) -> Allocation { source.municipality.allocations[index] }

  /// A clean line on an allocation, declared on the 15th of the month after.
  mutating func line(_ index: Int, _ begin: Day, _ end: Day, pieces: Int) -> DeclaredLine {
    let allocation = allocation(index)
    let next = Month(number: end.month.number + 1).firstDay
    reference += 1
    return DeclaredLine(
      reference: reference - 1, declared: Day(number: next.number + 14),
      provider: allocation.provider, client: allocation.client, allocation: index,
      product: allocation.product, begin: begin, end: end, pieces: pieces,
      rate: rate(allocation.product, allocation.provider, begin))
  }

  func rate(_ product: Int, _ provider: Int, _ day: Day) -> Int {
    source.rates.cents(product, provider, year: day.year)
  }

  mutating func add(_ line: DeclaredLine, _ edit: RecordEdit? = nil) {
    lines.append(PlantedLine(line: line, edit: edit))
  }

  /// Adds a line that is a hit of the rule.
  mutating func hit(_ rule: PlantedRule, _ line: DeclaredLine, _ edit: RecordEdit? = nil) {
    add(line, edit)
    truth.count(rule, cents: line.cents)
  }
}

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
