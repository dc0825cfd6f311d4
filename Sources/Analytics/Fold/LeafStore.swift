import Ingest
import Synchronization

/// The nets of all placements, in leaves that all workers of a run add to.
final class LeafStore: Sendable {
  private let blocks: ChainedBlocks
  /// Whole multiples of 2^32 cents by leaf × 12 + cell: for amounts beyond 21 million euros.
  private let carries = Mutex<[Int: Int64]>([:])
  /// Whether there are any: nearly never.
  private let hasCarries = Atomic(false)

  init(allocationCount: Int) {
    blocks = ChainedBlocks(allocationCount: allocationCount, wordCount: Leaf.Word.count)
  }

  var allocationCount: Int { blocks.allocationCount }

  /// Reads the first leaf of an allocation, so that it is on its way to the cache; what it returns
  /// says nothing.
  @inline(__always)
  func touch(_ allocation: Int) -> UInt32 {
    blocks.words(allocation)[Leaf.Word.period].load(ordering: .relaxed)
  }

  /// The head of a leaf.
  @inline(__always)
  func leaf(_ index: Int) -> Leaf { leaf(blocks.words(index)) }

  @inline(__always)
  private func leaf(_ words: ChainedBlocks.Words) -> Leaf {
    Leaf(
      productPlusOne: words[ChainedBlocks.Word.owner].load(ordering: .acquiring),
      provider: words[Leaf.Word.provider].load(ordering: .relaxed),
      next: words[ChainedBlocks.Word.next].load(ordering: .acquiring),
      period: words[Leaf.Word.period].load(ordering: .relaxed))
  }

  /// Adds cents to a placement's net in one slot.
  @inline(__always)
  func add(allocation: Int, product: UInt32, provider: UInt32, slot: Int, cents: Int64) {
    let period = UInt32(truncatingIfNeeded: slot / Leaf.slotCount)
    let index = blocks.find(
      allocation, owner: product + 1,
      where: { words in
        words[Leaf.Word.provider].load(ordering: .relaxed) == provider
          && words[Leaf.Word.period].load(ordering: .relaxed) == period
      },
      prepare: { words in
        words[Leaf.Word.provider].store(provider, ordering: .relaxed)
        words[Leaf.Word.period].store(period, ordering: .relaxed)
      })
    let cell = slot % Leaf.slotCount
    let low = Int32(truncatingIfNeeded: cents)
    let old = Int32(
      bitPattern: blocks.words(index)[Leaf.Word.nets + cell]
        .wrappingAdd(UInt32(bitPattern: low), ordering: .relaxed).oldValue)
    let (sum, overflow) = old.addingReportingOverflow(low)
    if overflow || Int64(low) != cents { carry(index, cell, cents, low, sum, overflow) }
  }

  @inline(never)
  private func carry(
    _ leaf: Int, _ cell: Int, _ cents: Int64, _ low: Int32, _ sum: Int32, _ overflow: Bool
  ) {
    var multiples = (cents - Int64(low)) >> 32
    // The sum wrapped around, so it is 2^32 too small or too large.
    if overflow { multiples += sum < 0 ? 1 : -1 }
    let key = leaf * Leaf.slotCount + cell
    carries.withLock { carries in
      let total = carries[key, default: 0] + multiples
      carries[key] = total == 0 ? nil : total
      hasCarries.store(!carries.isEmpty, ordering: .relaxed)
    }
  }

  @inline(__always)
  private func carried(_ leaf: Int, _ cell: Int) -> Int64 {
    if !hasCarries.load(ordering: .relaxed) { return 0 }
    return carries.withLock { $0[leaf * Leaf.slotCount + cell] ?? 0 } << 32
  }

  /// Calls `body` with each cell of a leaf whose net is not 0 and that net in cents.
  @inline(__always)
  func forEachNet(of leaf: Int, _ body: (_ cell: Int, _ cents: Int64) -> Void) {
    let nets = blocks.words(leaf) + Leaf.Word.nets
    for cell in 0..<Leaf.slotCount {
      let low = Int32(bitPattern: nets[cell].load(ordering: .relaxed))
      let cents = Int64(low) + carried(leaf, cell)
      if cents != 0 { body(cell, cents) }
    }
  }

  /// Calls `body` with the leaves of an allocation that somebody has claimed.
  @inline(__always)
  func forEachLeaf(of allocation: Int, _ body: (_ index: Int, _ leaf: Leaf) -> Void) {
    blocks.forEachBlock(of: allocation) { body($0, leaf($1)) }
  }

  /// Puts the leaves of an allocation in the order of product, provider and period, so that those
  /// of a placement follow each other in time. Only once all lines are folded.
  func sortLeaves(of allocation: Int) {
    guard leaf(allocation).next != 0 else { return }
    var leaves: [(index: Int, leaf: Leaf)] = []
    forEachLeaf(of: allocation) { leaves.append(($0, $1)) }
    let sorted = leaves.sorted { a, b in
      (a.leaf.productPlusOne, a.leaf.provider, a.leaf.period)
        < (b.leaf.productPlusOne, b.leaf.provider, b.leaf.period)
    }
    if zip(leaves, sorted).allSatisfy({ $0.index == $1.index }) { return }
    let contents = sorted.map { content(of: $0.index) }
    for ((index, leaf), content) in zip(leaves, contents) {
      let words = blocks.words(index)
      for word in 0..<Leaf.Word.count {
        words[word].store(content.words[word], ordering: .relaxed)
      }
      words[ChainedBlocks.Word.next].store(leaf.next, ordering: .relaxed)
      carries.withLock { carries in
        for cell in 0..<Leaf.slotCount {
          carries[index * Leaf.slotCount + cell] = content.carries[cell]
        }
      }
    }
  }

  private func content(of index: Int) -> (words: [UInt32], carries: [Int64?]) {
    let words = blocks.words(index)
    return (
      (0..<Leaf.Word.count).map { words[$0].load(ordering: .relaxed) },
      carries.withLock { carries in
        (0..<Leaf.slotCount).map { carries[index * Leaf.slotCount + $0] }
      }
    )
  }
}
