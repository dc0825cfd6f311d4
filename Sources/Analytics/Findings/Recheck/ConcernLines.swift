import Ingest

/// The lines that R219 may hit: those of concerns below zero in the window.
struct ConcernLines: Sendable {
  let below: ConcernsBelowZero
  /// Whether there are no such lines, or they are another's to recheck.
  private(set) var isEmpty: Bool
  private let isInWindow: @Sendable (DeclarationLine) -> Bool
  private let rule = RuleSet(FindingRules.all.firstIndex { $0 == R219.self } ?? 0)
  private(set) var hits = FindingHits()

  init(below: ConcernsBelowZero, _ ledger: LedgerState) {
    self.below = below
    isEmpty = below.isEmpty
    isInWindow = { ledger.isInWindow($0) }
  }

  /// None of these lines.
  var none: ConcernLines {
    var none = self
    none.isEmpty = true
    return none
  }

  @inline(__always)
  mutating func take(_ batch: LineBatch, _ index: Int) {
    if !isEmpty, R219.isHit(batch.lines[index], below, isInWindow: isInWindow) {
      hits.add(batch, index, rule)
    }
  }

  mutating func merge(_ other: ConcernLines) { hits.merge(other.hits) }
}
