public import Ingest

/// What a run accumulators from its lines: the ledger, and the findings unless they are switched off.
public struct RunAccumulator: Accumulator {
  public private(set) var ledger: LedgerState
  private(set) var findings: FindingState?
  private let registers: Registers

  /// `rules` nil: no findings.
  public init(
    grid: PeriodGrid,
    basis: CountingParameters.Basis,
    registers: Registers,
    rules: LineRules?
  ) {
    ledger = LedgerState(
      grid: grid,
      basis: basis,
      allocationCount: registers.allocations.count
    )
    findings = rules.map(FindingState.init)
    self.registers = registers
  }

  /// A new accumulator of the same run, for another worker.
  public func forWorker() -> RunAccumulator {
    var state = self
    state.ledger = LedgerState(sharing: ledger)
    state.findings = findings.map { FindingState(sharing: $0) }
    return state
  }

  public mutating func update(_ batch: LineBatch) {
    ledger.update(batch)
    findings?.update(batch)
  }

  public mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    ledger.retract(lines)
    findings?.retract(lines)
  }

  public mutating func merge(_ other: RunAccumulator) {
    ledger.merge(other.ledger)
    if let theirs = other.findings { findings?.merge(theirs) }
  }

  /// The rules look at credits and their debits together.
  public var expectsRecheck: Bool { findings != nil }

  public mutating func recheck(_ doubles: PossibleDoubles, workers: Int) -> FindingRecheck? {
    guard let names = findings?.takeNames(), let findings else { return nil }
    let recheck = FindingRecheck(
      findings, naming: names, doubles: doubles, below: belowZero(workers: workers), ledger,
      workers: workers)
    return recheck.isNeeded ? recheck : nil
  }

  fileprivate func belowZero(workers: Int) -> ConcernsBelowZero {
    ConcernsBelowZero(ledger, registers, workers: workers)
  }
}

extension DeclarationOutcome<RunAccumulator> {
  /// The concerns below zero in the end: those of the recheck, where R104 rejected nothing.
  func belowZero(workers: Int) -> ConcernsBelowZero {
    if duplicateCount == 0, let recheck { return recheck.concerns.below }
    return accumulator.belowZero(workers: workers)
  }

  /// The recheck of what is open now: credits that the first recheck could not settle, and concerns that
  /// R104 took what kept them above zero; nil where nothing is.
  public func finalRecheck(workers: Int) -> FinalRecheck? {
    guard accumulator.findings != nil else { return nil }
    var concerns = ConcernLines(below: belowZero(workers: workers), accumulator.ledger)
    if let seen = recheck?.concerns.below, concerns.below.isSubset(of: seen) {
      concerns = concerns.none
    }
    let last = FinalRecheck(recheck?.settlement.open ?? [], concerns)
    return last.isNeeded ? last : nil
  }
}
