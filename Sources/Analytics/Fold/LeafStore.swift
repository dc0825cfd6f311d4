import Ingest

/// All leaves of a state: leaf *i* is the first of allocation *i*, the others follow as they come.
///
/// `@unchecked Sendable`: a store belongs to one state, which one thread at a time changes.
final class LeafStore: @unchecked Sendable {
  private(set) var leaves: UnsafeMutablePointer<Leaf>
  private(set) var count: Int
  private var memory: ZeroedMemory
  private var capacity: Int
  let allocationCount: Int
  /// Whole multiples of 2^32 cents by leaf × 12 + cell: for amounts beyond 21 million euros.
  private(set) var carries: [Int: Int64] = [:]

  init(allocationCount: Int) {
    self.allocationCount = allocationCount
    count = allocationCount
    // Memory that is not touched costs nothing, and moving leaves later would hold them twice; so
    // there is room for many years from the start.
    (memory, capacity) = Self.room(from: max(1024, allocationCount * 8), to: allocationCount + 1)
    leaves = memory.start.bindMemory(to: Leaf.self, capacity: capacity)
  }

  /// Memory for as many leaves as the system gives at once; a leaf of zeros is an unclaimed one.
  private static func room(from wanted: Int, to needed: Int) -> (ZeroedMemory, Int) {
    var count = wanted
    while true {
      if let memory = ZeroedMemory(byteCount: count * MemoryLayout<Leaf>.stride) {
        return (memory, count)
      }
      guard count > needed else { fatalError("out of memory for \(count) leaves") }
      count = max(needed, count / 2)
    }
  }

  /// Adds cents to a placement's net in one slot.
  @inline(__always)
  func add(allocation: Int, product: UInt32, provider: UInt32, slot: Int, cents: Int64) {
    let period = UInt32(slot / Leaf.slotCount)
    var index = allocation
    while true {
      if leaves[index].belongs(to: product, provider), leaves[index].period == period { break }
      if leaves[index].productPlusOne == 0 {
        claim(index, product, provider, period)
        break
      }
      let next = Int(leaves[index].next)
      if next == 0 {
        index = append(after: index, product, provider, period)
        break
      }
      index = next
    }
    let cell = slot % Leaf.slotCount
    let low = Int32(truncatingIfNeeded: cents)
    let (sum, overflow) = withNets(index) { nets in
      let result = nets[cell].addingReportingOverflow(low)
      nets[cell] = result.partialValue
      return result
    }
    if overflow || Int64(low) != cents { carry(index, cell, cents, low, sum, overflow) }
  }

  @inline(__always)
  private func withNets<Result>(
    _ leaf: Int, _ body: (UnsafeMutablePointer<Int32>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &leaves[leaf].nets) { nets in
      nets.withMemoryRebound(to: Int32.self, capacity: Leaf.slotCount, body)
    }
  }

  @inline(never)
  private func carry(
    _ leaf: Int, _ cell: Int, _ cents: Int64, _ low: Int32, _ sum: Int32, _ overflow: Bool
  ) {
    var multiples = (cents - Int64(low)) >> 32
    // The sum wrapped around, so it is 2^32 too small or too large.
    if overflow { multiples += sum < 0 ? 1 : -1 }
    let key = leaf * Leaf.slotCount + cell
    let total = carries[key, default: 0] + multiples
    carries[key] = total == 0 ? nil : total
  }

  /// The net of one cell of a leaf, in cents.
  @inline(__always)
  func net(_ leaf: Int, cell: Int) -> Int64 {
    let low = Int64(withNets(leaf) { $0[cell] })
    return carries.isEmpty ? low : low + (carries[leaf * Leaf.slotCount + cell] ?? 0) << 32
  }

  private func claim(_ index: Int, _ product: UInt32, _ provider: UInt32, _ period: UInt32) {
    leaves[index].productPlusOne = product + 1
    leaves[index].provider = provider
    leaves[index].period = period
  }

  @inline(never)
  private func append(
    after last: Int, _ product: UInt32, _ provider: UInt32, _ period: UInt32
  ) -> Int {
    if count == capacity { grow() }
    let index = count
    count += 1
    claim(index, product, provider, period)
    leaves[last].next = UInt32(index)
    return index
  }

  private func grow() {
    let (larger, room) = Self.room(from: capacity * 2, to: capacity + 1024)
    let grown = larger.start.bindMemory(to: Leaf.self, capacity: room)
    grown.update(from: leaves, count: count)
    (memory, leaves, capacity) = (larger, grown, room)
  }

  /// Calls `body` with the leaves of an allocation that somebody has claimed.
  @inline(__always)
  func forEachLeaf(of allocation: Int, _ body: (Int) -> Void) {
    var index = allocation
    guard leaves[index].productPlusOne != 0 else { return }
    repeat {
      body(index)
      index = Int(leaves[index].next)
    } while index != 0
  }

  /// Puts the leaves of an allocation in the order of product, provider and period, so that those
  /// of a placement follow each other in time.
  func sortLeaves(of allocation: Int) {
    guard leaves[allocation].next != 0 else { return }
    var indices: [Int] = []
    forEachLeaf(of: allocation) { indices.append($0) }
    let sorted = indices.sorted { a, b in
      let (a, b) = (leaves[a], leaves[b])
      return (a.productPlusOne, a.provider, a.period) < (b.productPlusOne, b.provider, b.period)
    }
    guard sorted != indices else { return }
    let contents = sorted.map { leaf in
      (
        leaf: leaves[leaf],
        carries: (0..<Leaf.slotCount).map { carries[leaf * Leaf.slotCount + $0] }
      )
    }
    for (index, content) in zip(indices, contents) {
      let next = leaves[index].next
      leaves[index] = content.leaf
      leaves[index].next = next
      for cell in 0..<Leaf.slotCount {
        carries[index * Leaf.slotCount + cell] = content.carries[cell]
      }
    }
  }
}
