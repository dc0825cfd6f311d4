import Ingest
import Synchronization

/// What is watched of allocations, in blocks of two cache lines that all workers of a run add to.
///
/// A block holds twelve months, or other units of a period, of one allocation's debits. It says
/// where nothing can be wrong; whether something is, a second look decides.
final class WatchStore: Sendable {
  static let slotCount = 12

  /// The words of a block.
  private enum Word {
    static let next = 0
    /// The slots are `(period - 1) × 12 ..< period × 12`; 0 in a block that nobody has claimed.
    static let period = 1
    /// ``WatchMarks`` of the whole allocation; in its first block only.
    static let marks = 2
    /// Debits of the whole allocation in cents, lower and upper half; in its first block only.
    static let debit = 4
    /// The first of twelve: the volume of debits that touch the unit, each whole, in sixtieths of
    /// hundredths.
    static let volumes = 8
    /// The first of twelve: the days of the month on which product periods of debits begin.
    static let days = 20
    static let count = 32
  }

  private let blocks: ChainedBlocks

  init(allocationCount: Int) {
    blocks = ChainedBlocks(allocationCount: allocationCount, wordCount: Word.count)
  }

  var allocationCount: Int { blocks.allocationCount }

  /// Reads both cache lines of the first block of an allocation, so that they are on their way to
  /// the cache; what it returns says nothing but whether there was a debit, where it is not 0.
  @inline(__always)
  func touch(_ allocation: Int) -> UInt32 {
    let words = blocks.words(allocation)
    return words[Word.period].load(ordering: .relaxed)
      | words[Word.days].load(ordering: .relaxed)
  }

  func marks(_ allocation: Int) -> UInt32 {
    blocks.words(allocation)[Word.marks].load(ordering: .relaxed)
  }

  @inline(__always)
  func mark(_ allocation: Int, _ marks: UInt32) {
    blocks.words(allocation)[Word.marks].bitwiseOr(marks, ordering: .relaxed)
  }

  /// Debits of an allocation, in cents.
  func debit(_ allocation: Int) -> Int64 {
    let words = blocks.words(allocation)
    return Int64(words[Word.debit].load(ordering: .relaxed))
      | Int64(words[Word.debit + 1].load(ordering: .relaxed)) << 32
  }

  @inline(__always)
  func addDebit(_ allocation: Int, cents: Int64) {
    let words = blocks.words(allocation)
    let low = UInt32(truncatingIfNeeded: cents)
    let old = words[Word.debit].wrappingAdd(low, ordering: .relaxed).oldValue
    let carry: UInt32 = old.addingReportingOverflow(low).overflow ? 1 : 0
    let high = UInt32(truncatingIfNeeded: cents >> 32) &+ carry
    if high != 0 { words[Word.debit + 1].wrappingAdd(high, ordering: .relaxed) }
  }

  /// Adds to a slot the days of the month on which debits begin, and volume.
  @inline(__always)
  func add(_ allocation: Int, slot: Int, days: UInt32, volume: UInt64) {
    let words = block(allocation, slot: slot)
    let cell = slot % Self.slotCount
    if days != 0 {
      let known = words[Word.days + cell].bitwiseOr(days, ordering: .relaxed).oldValue
      if known & days != 0 { mark(allocation, WatchMarks.doubleDay) }
    }
    if volume != 0 {
      let low = UInt32(truncatingIfNeeded: volume)
      let old = words[Word.volumes + cell].wrappingAdd(low, ordering: .relaxed).oldValue
      if UInt64(old) + volume > UInt64(UInt32.max) { mark(allocation, WatchMarks.hugeVolume) }
    }
  }

  /// The block of an allocation that holds a slot.
  @inline(__always)
  private func block(_ allocation: Int, slot: Int) -> ChainedBlocks.Words {
    let period = UInt32(truncatingIfNeeded: slot / Self.slotCount) + 1
    func prepare(_ words: ChainedBlocks.Words) {
      words[Word.period].store(period, ordering: .releasing)
    }
    var index = allocation
    while true {
      let words = blocks.words(index)
      let known = words[Word.period].load(ordering: .acquiring)
      if known == period { return words }
      if known == 0 {
        blocks.claim(index, owner: Word.period, value: period)
        continue
      }
      if known == ChainedBlocks.busy { continue }
      let next = words[Word.next].load(ordering: .acquiring)
      index = next != 0 ? Int(next) : blocks.next(of: index, link: Word.next, prepare: prepare)
    }
  }

  /// Calls `body` with each slot of an allocation that has volume, and that volume.
  @inline(__always)
  func forEachVolume(of allocation: Int, _ body: (_ slot: Int, _ volume: UInt32) -> Void) {
    forEachBlock(of: allocation) { first, words in
      for cell in 0..<Self.slotCount {
        let volume = words[Word.volumes + cell].load(ordering: .relaxed)
        if volume != 0 { body(first + cell, volume) }
      }
    }
  }

  /// Calls `body` with the first slot of each block of an allocation and the block.
  @inline(__always)
  private func forEachBlock(of allocation: Int, _ body: (Int, ChainedBlocks.Words) -> Void) {
    var words = blocks.words(allocation)
    while true {
      let period = words[Word.period].load(ordering: .acquiring)
      if period == 0 { return }
      body(Int(period - 1) * Self.slotCount, words)
      let next = words[Word.next].load(ordering: .acquiring)
      if next == 0 { return }
      words = blocks.words(Int(next))
    }
  }

  /// Adds what another run's store holds.
  func merge(_ other: WatchStore) {
    for allocation in 0..<allocationCount {
      addDebit(allocation, cents: other.debit(allocation))
      mark(allocation, other.marks(allocation))
      other.forEachBlock(of: allocation) { first, theirs in
        for cell in 0..<Self.slotCount {
          let days = theirs[Word.days + cell].load(ordering: .relaxed)
          let volume = UInt64(theirs[Word.volumes + cell].load(ordering: .relaxed))
          if days != 0 || volume != 0 {
            add(allocation, slot: first + cell, days: days, volume: volume)
          }
        }
      }
    }
  }
}

/// What was seen of an allocation.
enum WatchMarks {
  /// Two debits' product periods begin on one day.
  static let doubleDay: UInt32 = 1
  /// There is a debit that R212 assesses.
  static let assessed: UInt32 = 2
  /// A debit touches more units than are watched.
  static let longPeriod: UInt32 = 4
  /// The volume of a unit is beyond what is counted.
  static let hugeVolume: UInt32 = 8
}
