public import Ingest

/// What a run keeps of its lines: the ledger, and the findings unless they are switched off.
public struct RunAccumulator: Accumulator {
  /// A further state of a run is named here and where this is made.
  private let states: AccumulatorSet<LedgerState, FindingState?>
  private let registers: Registers

  public var ledger: LedgerState {
    let (ledger, _) = states.boxes
    return ledger.value
  }

  var findings: FindingState? { findingBox.value }

  private var findingBox: StateBox<FindingState?> {
    let (_, findings) = states.boxes
    return findings
  }

  /// `rules` nil: no findings.
  public init(
    grid: PeriodGrid, basis: CountingParameters.Basis, registers: Registers, rules: LineRules?
  ) {
    self.init(
      AccumulatorSet(
        LedgerState(
          grid: grid, basis: basis, registers: registers,
          rates: rules?.context.rates ?? ContractRates(registers)),
        rules.map(FindingState.init)),
      registers)
  }

  private init(_ states: AccumulatorSet<LedgerState, FindingState?>, _ registers: Registers) {
    self.states = states
    self.registers = registers
  }

  public func forWorker() -> RunAccumulator { RunAccumulator(states.forWorker(), registers) }

  public func update(_ batch: LineBatch) { states.update(batch) }

  public func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) { states.retract(lines) }

  public func merge(_ other: RunAccumulator) { states.merge(other.states) }

  /// The rules look at credits and their debits together.
  public var expectsRecheck: Bool { findings != nil }

  public func recheck(_ doubles: PossibleDoubles, workers: Int) -> FindingRecheck? {
    guard let names = findingBox.value?.takeNames(), let findings else { return nil }
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
