public import Ingest

/// The second look at lines that only other lines can put in the wrong: all lines of suspect
/// allocations (R208, R209, R212), credits with the debits that they name (R213, R214), and the
/// lines of concerns below zero (R219).
public struct FindingLook: LineLook {
  /// A line that is decided later.
  struct Line {
    let allocation: Int32
    let product: Int32
    let provider: Int32
    let start: Int32
    let end: Int32
    let declared: Int32
    let date: CanonicalDate
    /// Net, credits negative.
    let cents: Int64
    /// In sixtieths of hundredths of the allocation's unit; credits negative.
    let sixtieths: Int64
    /// Of a debit its own reference number's, of a credit that of the one that it names; or 0.
    let reference: UInt64
    let place: LinePlace
    /// Where its ``CanonicalText`` stands in ``texts``.
    var text: Range<Int>
    let isCredit: Bool
    /// Whether the unit fits an allocation whose volume is a limit.
    let hasLimit: Bool
  }

  public let wanted: WantedLines
  private let isSuspect: [Bool]
  private let named: Set<UInt64>
  /// Named by more than one credit, so that their order counts.
  private let contested: Set<UInt64>
  let below: ConcernsBelowZero
  private let concernsAlone: Bool
  private let rules: LineRules?
  private let isInWindow: @Sendable (DeclarationLine) -> Bool

  private(set) var lines: [Line] = []
  private(set) var texts: [UInt8] = []
  /// The lines that R219 may hit.
  private(set) var concernHits = FindingHits()
  /// Product index per hit of ``concernHits``.
  private(set) var concernProducts: [Int32] = []

  init(
    _ state: FindingState, below: ConcernsBelowZero, _ ledger: LedgerState, workers: Int
  ) {
    var wanted = WantedLines()
    wanted.allocations = state.watch.suspects(workers: workers)
    var named: Set<UInt64> = []
    named.reserveCapacity(state.named.count)
    var contested: Set<UInt64> = []
    for hash in state.named where !named.insert(hash).inserted { contested.insert(hash) }
    wanted.references = named
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
    named = []
    contested = []
    self.below = below
    concernsAlone = true
    rules = nil
    isInWindow = { ledger.isInWindow($0) }
  }

  var isNeeded: Bool {
    !wanted.allocations.isEmpty || !wanted.references.isEmpty || wanted.isAll
  }

  public mutating func take(_ batch: LineBatch) {
    for index in batch.lines.indices {
      let line = batch.lines[index]
      if wanted.isAll, below.contains(provider: line.provider, product: line.product),
        isInWindow(line)
      {
        concernHits.add(batch, index, RuleSet(bits: 1 << UInt32(R219.bit)))
        concernProducts.append(line.product)
      }
      guard !concernsAlone, let rules else { continue }
      let reference = line.isCredit ? batch.namedHashes[index] : batch.referenceHashes[index]
      let isNamed = reference != 0 && named.contains(reference)
      if isSuspect[Int(line.allocation)]
        || (isNamed && line.isCredit && contested.contains(reference))
      {
        add(batch, index, isNamed ? reference : 0, .accepted, rules)
      } else if isNamed {
        add(batch, index, reference, .references, rules)
      }
    }
  }

  private mutating func add(
    _ batch: LineBatch,
    _ index: Int,
    _ reference: UInt64,
    _ extent: CanonicalText.Extent,
    _ rules: LineRules
  ) {
    let line = batch.lines[index]
    let facts = rules.facts[Int(line.allocation)]
    let start = texts.count
    batch.appendText(of: index, extent, to: &texts)
    lines.append(
      Line(
        allocation: line.allocation,
        product: line.product,
        provider: line.provider,
        start: line.start,
        end: line.end,
        declared: line.declared,
        date: CanonicalDate(line),
        cents: line.cents,
        sixtieths: facts.sixtieths(line),
        reference: reference,
        place: batch.place(of: index),
        text: start..<texts.count,
        isCredit: line.isCredit,
        hasLimit: facts.hasLimit && facts.fits(line)
      )
    )
  }

  public mutating func merge(_ other: FindingLook) {
    let shift = texts.count
    texts += other.texts
    lines.reserveCapacity(lines.count + other.lines.count)
    for line in other.lines {
      var line = line
      line.text = line.text.lowerBound + shift..<line.text.upperBound + shift
      lines.append(line)
    }
    concernHits.merge(other.concernHits)
    concernProducts += other.concernProducts
  }

  func isSuspect(_ allocation: Int32) -> Bool { isSuspect[Int(allocation)] }
}
