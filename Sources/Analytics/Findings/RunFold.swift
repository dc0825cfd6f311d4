public import Ingest

/// What a run folds from its lines: the ledger, and the findings unless they are switched off.
public struct RunFold: LineFold {
  public private(set) var ledger: LedgerState
  private(set) var findings: FindingState?
  private let reference: ReferenceData

  /// `rules` nil: no findings.
  public init(
    grid: PeriodGrid,
    basis: CountingParameters.Basis,
    reference: ReferenceData,
    rules: LineRules?
  ) {
    ledger = LedgerState(
      grid: grid,
      basis: basis,
      allocationCount: reference.allocations.count
    )
    findings = rules.map(FindingState.init)
    self.reference = reference
  }

  /// A new fold of the same run, for another worker.
  public func sibling() -> RunFold {
    var sibling = self
    sibling.ledger = LedgerState(sharing: ledger)
    sibling.findings = findings.map { FindingState(sharing: $0) }
    return sibling
  }

  public mutating func add(_ batch: LineBatch) {
    ledger.add(batch)
    findings?.add(batch)
  }

  public mutating func remove(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    ledger.remove(lines)
    findings?.remove(lines)
  }

  public mutating func merge(_ other: RunFold) {
    ledger.merge(other.ledger)
    if let theirs = other.findings { findings?.merge(theirs) }
  }

  /// The rules look at credits and their debits together.
  public var expectsSecondLook: Bool { findings != nil }

  public mutating func secondLook(_ doubles: PossibleDoubles, workers: Int) -> FindingLook? {
    guard let names = findings?.takeNames(), let findings else { return nil }
    let look = FindingLook(
      findings, naming: names, doubles: doubles, below: belowZero(workers: workers), ledger,
      workers: workers)
    return look.isNeeded ? look : nil
  }

  fileprivate func belowZero(workers: Int) -> ConcernsBelowZero {
    ConcernsBelowZero(ledger, reference, workers: workers)
  }
}

extension DeclarationOutcome<RunFold> {
  /// The concerns below zero in the end: those of the second look, where R104 rejected nothing.
  func belowZero(workers: Int) -> ConcernsBelowZero {
    if duplicateCount == 0, let look { return look.concerns.below }
    return fold.belowZero(workers: workers)
  }

  /// The look at what is open now: credits that the second look could not settle, and concerns that
  /// R104 took what kept them above zero; nil where nothing is.
  public func lastLook(workers: Int) -> LastLook? {
    guard fold.findings != nil else { return nil }
    var concerns = ConcernLines(below: belowZero(workers: workers), fold.ledger)
    if let seen = look?.concerns.below, concerns.below.isSubset(of: seen) {
      concerns = concerns.none
    }
    let last = LastLook(look?.settlement.open ?? [], concerns)
    return last.isNeeded ? last : nil
  }
}
