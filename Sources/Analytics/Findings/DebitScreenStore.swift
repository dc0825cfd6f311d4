import Ingest
import Synchronization

/// What is screened of allocations, in blocks of two cache lines that all workers of a run add to.
///
/// A block holds twelve months, or other units of a period, of one allocation's debits. It says
/// where nothing can be wrong; whether something is, a recheck decides.
final class DebitScreenStore: Sendable {
  static let cellCount = 12

  /// The words of a block. Its owner is its period + 1: the cells are
  /// `period × 12 ..< (period + 1) × 12`.
  private enum Word {
    /// ``ScreenFlags`` of the whole allocation; in its first block only.
    static let flags = ChainedBlocks.Word.own
    /// Debits of the whole allocation in cents, lower and upper half; in its first block only.
    static let debit = flags + 1
    /// The first of twelve: the volume of debits that touch the unit, each whole, in sixtieths of
    /// hundredths.
    static let volumes = 8
    /// The first of twelve: the days of the month on which product periods of debits begin.
    static let days = volumes + cellCount
    static let count = 32
  }

  private let blocks: ChainedBlocks

  /// `capacity`: of ``ChainedBlocks``.
  init(allocationCount: Int, capacity: Int? = nil) {
    blocks = ChainedBlocks(
      allocationCount: allocationCount, wordCount: Word.count, capacity: capacity)
  }

  var allocationCount: Int { blocks.allocationCount }

  /// Only while nobody adds.
  func removeAll() { blocks.removeAll() }

  /// Reads both cache lines of the first block of an allocation, so that they are on their way to
  /// the cache; what it returns says nothing but whether there was a debit, where it is not 0.
  @inline(__always)
  func prefetch(_ allocation: Int) -> UInt32 {
    let words = blocks.words(allocation)
    return words[ChainedBlocks.Word.owner].load(ordering: .relaxed)
      | words[Word.days].load(ordering: .relaxed)
  }

  func flags(_ allocation: Int) -> ScreenFlags {
    ScreenFlags(rawValue: blocks.words(allocation)[Word.flags].load(ordering: .relaxed))
  }

  @inline(__always)
  func mark(_ allocation: Int, _ flags: ScreenFlags) {
    blocks.words(allocation)[Word.flags].bitwiseOr(flags.rawValue, ordering: .relaxed)
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

  /// Adds to a cell the days of the month on which debits begin, and volume.
  @inline(__always)
  func add(_ allocation: Int, cell: Int, days: UInt32, volume: UInt64) {
    let owner = UInt32(truncatingIfNeeded: cell / Self.cellCount) + 1
    let index = blocks.find(allocation, owner: owner, where: { _ in true }, prepare: { _ in })
    let words = blocks.words(index)
    let position = cell % Self.cellCount
    if days != 0 {
      let known = words[Word.days + position].bitwiseOr(days, ordering: .relaxed).oldValue
      if known & days != 0 { mark(allocation, .doubleDay) }
    }
    if volume != 0 {
      let low = UInt32(truncatingIfNeeded: volume)
      let old = words[Word.volumes + position].wrappingAdd(low, ordering: .relaxed).oldValue
      if UInt64(old) + volume > UInt64(UInt32.max) { mark(allocation, .hugeVolume) }
    }
  }

  /// Calls `body` with each cell of an allocation that has volume, and that volume.
  @inline(__always)
  func forEachVolume(of allocation: Int, _ body: (_ cell: Int, _ volume: UInt32) -> Void) {
    blocks.forEachBlock(of: allocation) { _, words in
      let owner = words[ChainedBlocks.Word.owner].load(ordering: .acquiring)
      for position in 0..<Self.cellCount {
        let volume = words[Word.volumes + position].load(ordering: .relaxed)
        if volume != 0 { body(Int(owner - 1) * Self.cellCount + position, volume) }
      }
    }
  }
}

/// What was seen of an allocation.
struct ScreenFlags: OptionSet {
  let rawValue: UInt32

  /// Two debits' product periods begin on one day.
  static let doubleDay = ScreenFlags(rawValue: 1)
  /// There is a debit that R212 assesses.
  static let assessed = ScreenFlags(rawValue: 2)
  /// A debit touches more units than are screened.
  static let longPeriod = ScreenFlags(rawValue: 4)
  /// The volume of a unit is beyond what is counted.
  static let hugeVolume = ScreenFlags(rawValue: 8)
}
