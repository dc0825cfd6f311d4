import Ingest
import Synchronization

/// What is watched of allocations, in blocks of two cache lines that all workers of a run add to.
///
/// A block holds twelve months, or other units of a period, of one allocation's debits. It says
/// where nothing can be wrong; whether something is, a second look decides.
final class WatchStore: Sendable {
  static let slotCount = 12

  /// The words of a block. Its owner is its period + 1: the slots are
  /// `period × 12 ..< (period + 1) × 12`.
  private enum Word {
    /// ``WatchMarks`` of the whole allocation; in its first block only.
    static let marks = ChainedBlocks.Word.own
    /// Debits of the whole allocation in cents, lower and upper half; in its first block only.
    static let debit = marks + 1
    /// The first of twelve: the volume of debits that touch the unit, each whole, in sixtieths of
    /// hundredths.
    static let volumes = 8
    /// The first of twelve: the days of the month on which product periods of debits begin.
    static let days = volumes + slotCount
    static let count = 32
  }

  private let blocks: ChainedBlocks

  init(allocationCount: Int) {
    blocks = ChainedBlocks(allocationCount: allocationCount, wordCount: Word.count)
  }

  var allocationCount: Int { blocks.allocationCount }

  /// Only while nobody adds.
  func removeAll() { blocks.removeAll() }

  /// Reads both cache lines of the first block of an allocation, so that they are on their way to
  /// the cache; what it returns says nothing but whether there was a debit, where it is not 0.
  @inline(__always)
  func touch(_ allocation: Int) -> UInt32 {
    let words = blocks.words(allocation)
    return words[ChainedBlocks.Word.owner].load(ordering: .relaxed)
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
    let owner = UInt32(truncatingIfNeeded: slot / Self.slotCount) + 1
    let index = blocks.find(allocation, owner: owner, where: { _ in true }, prepare: { _ in })
    let words = blocks.words(index)
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
    blocks.forEachBlock(of: allocation) { _, words in
      let owner = words[ChainedBlocks.Word.owner].load(ordering: .acquiring)
      body(Int(owner - 1) * Self.slotCount, words)
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
