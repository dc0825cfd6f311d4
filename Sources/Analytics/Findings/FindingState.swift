import Ingest

/// What a worker knows of findings in the accepted lines that it has seen.
///
/// The rules that look at one line are decided here; for the others it keeps what is suspect.
struct FindingState: Accumulator {
  let rules: LineRules
  private(set) var tally: FindingTally
  private(set) var gate = RateGate()
  private(set) var hits = FindingHits()
  private(set) var screen: DebitScreen
  /// Hashes of the reference numbers that credits name, once per credit.
  private(set) var named: [UInt64] = []
  /// Keeps the prefetching from being optimised away; means nothing.
  private var prefetched: UInt32 = 0

  init(_ rules: LineRules) { self.init(rules, DebitScreen(rules)) }

  private init(_ rules: LineRules, _ screen: DebitScreen) {
    self.rules = rules
    tally = FindingTally(providerCount: rules.providerCount)
    self.screen = screen
  }

  func forWorker() -> FindingState { FindingState(rules, screen.forWorker()) }

  mutating func update(_ batch: LineBatch) {
    // An array would be retained for every line, by all workers at once.
    rules.allocations.withUnsafeBufferPointer { update(batch, $0) }
  }

  @inline(__always)
  private mutating func update(_ batch: LineBatch, _ allocations: UnsafeBufferPointer<Allocation>) {
    // Facts and screen of all lines are asked for first, so that waiting for them overlaps.
    var last: Int32 = -1
    for line in batch.lines where line.allocation != last {
      last = line.allocation
      prefetched &+= screen.prefetch(last)
      // An allocation may lie in two cache lines.
      let allocation = allocations[Int(last)]
      prefetched &+= UInt32(bitPattern: allocation.client)
      prefetched &+= UInt32(truncatingIfNeeded: allocation.budget)
    }
    for index in batch.lines.indices {
      let line = batch.lines[index]
      let allocation = allocations[Int(line.allocation)]
      let verdict = FindingRules.judge(line, allocation, rules.context)
      tally.count(verdict, sign: 1)
      gate.add(line, sign: 1)
      if !verdict.hits.isEmpty { note(batch, index, verdict.hits) }
      screen.add(line, allocation, isAssessed: R212.applies(line, rules.context))
      if batch.namedHashes[index] != 0 { named.append(batch.namedHashes[index]) }
    }
    screen.flush()
  }

  @inline(never)
  private mutating func note(_ batch: LineBatch, _ index: Int, _ rules: RuleSet) {
    rules.forEach { tally.hit($0, batch.lines[index], sign: 1) }
    hits.add(batch, index, rules)
  }

  /// Hashes of the numbers that credits name, of which it lets go.
  mutating func takeNames() -> [UInt64] {
    defer { named = [] }
    return named
  }

  /// Takes lines out of the figures.
  ///
  /// Not out of hits and screen, which know no single line: hits at the places of rejected lines are
  /// left out in the end (``FoundLines``), and of suspects there may only be too many, which the
  /// recheck clears.
  mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    for line in lines {
      let verdict = FindingRules.judge(line, rules.allocations[Int(line.allocation)], rules.context)
      tally.count(verdict, sign: -1)
      gate.add(line, sign: -1)
      verdict.hits.forEach { tally.hit($0, line, sign: -1) }
    }
  }

  /// For another worker of the same run: what it screens is in the common store already.
  mutating func merge(_ other: FindingState) {
    precondition(other.screen.shares(with: screen), "states of two runs have no sum")
    tally.merge(other.tally)
    gate.merge(other.gate)
    hits.merge(other.hits)
    named += other.named
  }
}
