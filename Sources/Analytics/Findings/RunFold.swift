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

  public func secondLook(workers: Int) -> FindingLook? {
    guard let findings else { return nil }
    let look = FindingLook(findings, below: belowZero, ledger, workers: workers)
    return look.isNeeded ? look : nil
  }

  fileprivate var belowZero: ConcernsBelowZero { ConcernsBelowZero(ledger, reference) }
}

extension DeclarationOutcome<RunFold> {
  /// The concerns below zero in the end: those of the second look, where R104 rejected nothing.
  var belowZero: ConcernsBelowZero {
    if duplicateCount == 0, let look { return look.below }
    return fold.belowZero
  }

  /// The look that R219 needs once more where R104 took away what kept a concern above zero; nil
  /// where the second look has seen all.
  public var concernLook: FindingLook? {
    guard fold.findings != nil else { return nil }
    let below = belowZero
    if below.isEmpty || look.map({ below.isSubset(of: $0.below) }) == true { return nil }
    return FindingLook(below: below, fold.ledger)
  }
}
