public import Ingest

/// The second look at lines that only other lines can put in the wrong: all lines of suspect
/// allocations (R208, R209, R212), credits with the debits that they name (R213, R214), and the
/// lines of concerns below zero (R219).
public struct FindingLook: LineLook {
  public private(set) var wanted: WantedLines
  private var isSuspect: [Bool]
  private var named: HashSet
  /// Named by more than one credit, so that their order counts.
  private let contested: HashSet
  let below: ConcernsBelowZero
  private let concernsAlone: Bool
  private let rules: LineRules?
  private let isInWindow: @Sendable (DeclarationLine) -> Bool

  /// What the looks of all workers keep.
  private var store: KeptLineStore
  /// What is to be kept of a batch.
  private var kept = KeptLines()
  /// Keeps the look-ahead from being optimised away; means nothing.
  private var touched: UInt64 = 0
  /// What the order rules hit, once concluded.
  private(set) var orderHits = FindingHits()
  /// Lines to which R213 and R214 could be applied, once concluded.
  private(set) var creditCounts = (naming: 0, matched: 0)
  /// The lines that R219 may hit.
  private(set) var concernHits = FindingHits()

  init(
    _ state: FindingState, below: ConcernsBelowZero, _ ledger: LedgerState, workers: Int
  ) {
    var wanted = WantedLines()
    wanted.allocations = state.watch.suspects(workers: workers)
    var named = HashSet(capacity: state.named.count)
    var contested = HashSet()
    for hash in state.named where !named.insert(hash) { contested.insert(hash) }
    wanted.references = named
    store = KeptLineStore(expectedNamedLines: 2 * state.named.count)
    wanted.isAll = !below.isEmpty
    var isSuspect = [Bool](repeating: false, count: state.rules.allocationCount)
    for allocation in wanted.allocations { isSuspect[Int(allocation)] = true }
    self.wanted = wanted
    self.isSuspect = isSuspect
    self.named = named
    self.contested = contested
    self.below = below
    concernsAlone = false
    rules = state.rules
    isInWindow = { ledger.isInWindow($0) }
  }

  /// For R219 alone.
  init(below: ConcernsBelowZero, _ ledger: LedgerState) {
    var wanted = WantedLines()
    wanted.isAll = true
    self.wanted = wanted
    isSuspect = []
    store = KeptLineStore(expectedNamedLines: 0)
    named = HashSet()
    contested = HashSet()
    self.below = below
    concernsAlone = true
    rules = nil
    isInWindow = { ledger.isInWindow($0) }
  }

  var isNeeded: Bool {
    !wanted.allocations.isEmpty || !wanted.references.isEmpty || wanted.isAll
  }

  public var byteCount: Int { store.byteCount }

  public func share(_ index: Int, of count: Int) -> FindingLook {
    if count == 1 { return self }
    var share = self
    share.wanted.isAll = wanted.isAll && index == 0
    share.wanted.allocations = wanted.allocations.filter { Int($0) % count == index }
    share.isSuspect = isSuspect.indices.map { isSuspect[$0] && $0 % count == index }
    share.named = named.share(index, of: count)
    share.wanted.references = share.named
    share.store = KeptLineStore(expectedNamedLines: 2 * share.named.count)
    return share
  }

  public mutating func take(_ batch: LineBatch) {
    // The slots of all references are asked for first, so that waiting for them overlaps.
    for index in batch.lines.indices {
      touched &+= named.touch(
        batch.lines[index].isCredit ? batch.namedHashes[index] : batch.referenceHashes[index])
    }
    for index in batch.lines.indices {
      let line = batch.lines[index]
      if wanted.isAll, below.contains(provider: line.provider, product: line.product),
        isInWindow(line)
      {
        concernHits.add(batch, index, RuleSet(R219.bit))
      }
      guard !concernsAlone, let rules else { continue }
      let reference = line.isCredit ? batch.namedHashes[index] : batch.referenceHashes[index]
      let isNamed = reference != 0 && named.contains(reference)
      let isSuspect = isSuspect(line.allocation)
      guard isNamed || isSuspect else { continue }
      let hasRivals = isNamed && line.isCredit && contested.contains(reference)
      let mention = kept.mention(batch, index, isSuspect || hasRivals ? .accepted : .references)
      if isSuspect { kept.append(KeptLines.Line(line, mention, rules)) }
      if isNamed {
        kept.append(
          KeptLines.NamedLine(mention: mention, reference: reference, date: CanonicalDate(line)))
      }
    }
    if !kept.isEmpty {
      store.append(kept)
      kept.removeAll()
    }
  }

  public mutating func giveUp() { store.giveUp() }

  public mutating func merge(_ other: FindingLook) {
    if other.store !== store { store.append(other.store.take()) }
    orderHits.merge(other.orderHits)
    creditCounts.naming += other.creditCounts.naming
    creditCounts.matched += other.creditCounts.matched
    concernHits.merge(other.concernHits)
  }

  public mutating func conclude(_ tally: PartTallies, workers: Int) {
    guard let rules else { return }
    let kept = store.take()
    let verdicts = OrderedLines(kept, tally).verdicts(rules, workers: workers)
    for verdict in verdicts {
      creditCounts.naming += verdict.naming
      creditCounts.matched += verdict.matched
      for (rule, mention) in verdict.hits {
        let reference = kept.text(mention).prefix { $0 != 0 }
        orderHits.add(mention, RuleSet(rule), reference: reference)
      }
    }
  }

  private func isSuspect(_ allocation: Int32) -> Bool { isSuspect[Int(allocation)] }
}

extension KeptLines.Line {
  fileprivate init(_ line: DeclarationLine, _ mention: KeptLines.Mention, _ rules: LineRules) {
    let facts = rules.facts[Int(line.allocation)]
    self.init(
      mention: mention, allocation: line.allocation, start: line.start, end: line.end,
      declared: line.declared, sixtieths: facts.sixtieths(line), isCredit: line.isCredit,
      hasLimit: facts.hasLimit && facts.fits(line))
  }
}
