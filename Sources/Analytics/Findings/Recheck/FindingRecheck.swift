public import Ingest

/// The recheck of lines that only other lines can put in the wrong: all lines of suspect
/// allocations (R208, R209, R212), credits and the debits that they name (R213, R214), and the
/// lines of concerns below zero (R219).
public struct FindingRecheck: LineRecheck {
  public private(set) var wanted: WantedLines
  private var isSuspect: [Bool]
  private let doubles: PossibleDoubles
  private let rules: LineRules

  /// Lines of suspect allocations, and those of a batch.
  private let store = SharedCollector(CollectedLines<AllocationLine>())
  private var collected = CollectedLines<AllocationLine>()
  private var accounts: CreditAccounts
  private var entries = CreditEntries()
  /// Keeps the prefetching from being optimised away; means nothing.
  private var prefetched: UInt64 = 0

  private(set) var concerns: ConcernLines
  /// What the rules of allocations hit, once concluded.
  private(set) var allocationHits = FindingHits()
  /// Once concluded.
  private(set) var settlement = CreditSettlement()

  /// `names`: hashes of the numbers that credits name, once per credit. Lets go of the state's screen.
  init(
    _ state: FindingState, naming names: [UInt64], doubles: PossibleDoubles,
    below: ConcernsBelowZero, _ ledger: LedgerState, workers: Int
  ) {
    let accounts = CreditAccounts(names)
    let concerns = ConcernLines(below: below, ledger)
    var wanted = WantedLines()
    wanted.allocations = state.screen.takeSuspects(workers: workers)
    wanted.references = accounts.names
    wanted.isAll = !concerns.isEmpty
    self.init(wanted, doubles, state.rules, accounts, concerns)
  }

  private init(
    _ wanted: WantedLines, _ doubles: PossibleDoubles, _ rules: LineRules,
    _ accounts: CreditAccounts, _ concerns: ConcernLines
  ) {
    self.wanted = wanted
    self.doubles = doubles
    self.rules = rules
    self.accounts = accounts
    self.concerns = concerns
    var isSuspect = [Bool](repeating: false, count: rules.allocationCount)
    for allocation in wanted.allocations { isSuspect[Int(allocation)] = true }
    self.isSuspect = isSuspect
  }

  var isNeeded: Bool {
    !wanted.allocations.isEmpty || !accounts.isEmpty || !concerns.isEmpty
  }

  public var byteCount: Int {
    let (sum, overflow) = store.byteCount.addingReportingOverflow(accounts.byteCount)
    return overflow ? .max : sum
  }

  public func share(_ index: Int, of count: Int) -> FindingRecheck {
    if count == 1 { return self }
    var wanted = wanted
    wanted.isAll = wanted.isAll && index == 0
    wanted.allocations = wanted.allocations.filter { Int($0) % count == index }
    let accounts = accounts.share(index, of: count)
    wanted.references = accounts.names
    let concerns = index == 0 ? concerns : concerns.none
    return FindingRecheck(wanted, doubles, rules, accounts, concerns)
  }

  public mutating func take(_ batch: LineBatch) {
    // The slots of all references are asked for first, so that waiting for them overlaps.
    for index in batch.lines.indices {
      prefetched &+= accounts.prefetch(batch.creditName(of: index))
    }
    for index in batch.lines.indices {
      let line = batch.lines[index]
      concerns.take(batch, index)
      if isSuspect[Int(line.allocation)] {
        let mention = collected.mention(batch, index, .accepted)
        collected.append(
          AllocationLine(line, mention, rules.allocations[Int(line.allocation)]))
      }
      let name = batch.creditName(of: index)
      if name != 0, accounts.contains(name) {
        entries.append(
          batch, index, name: name,
          mayBeDouble: doubles.mayReject(batch.referenceHashes[index]))
      }
    }
    store.take(&collected)
    accounts.take(&entries)
  }

  public mutating func giveUp() {
    store.giveUp()
    accounts.giveUp()
  }

  public mutating func merge(_ other: FindingRecheck) {
    concerns.merge(other.concerns)
    allocationHits.merge(other.allocationHits)
    settlement.merge(other.settlement)
  }

  public mutating func conclude(_ tally: PartTallies, workers: Int) {
    let lines = store.take() ?? CollectedLines()
    lines.forEachAllocation(tally) { allocation in
      let facts = rules.allocations[Int(allocation[0].allocation)]
      for (place, rule) in FindingRules.ofAllocations {
        rule.judge(allocation, facts, rules.context) {
          allocationHits.add($0.mention, place, of: lines)
        }
      }
    }
    settlement.merge(accounts.settle(tally))
    (wanted, isSuspect, accounts) = (WantedLines(), [], CreditAccounts([]))
  }
}

extension LineBatch {
  /// Hash of the number for which a line counts between credits and debits: that which a credit
  /// names, and a debit's own; 0 without.
  @inline(__always)
  func creditName(of index: Int) -> UInt64 {
    lines[index].isCredit ? namedHashes[index] : referenceHashes[index]
  }
}
