import Foundation
import Ingest

/// Twelve months, or other period units, of one allocation's debits: two cache lines.
///
/// It says where nothing can be wrong; whether something is, a second look decides.
struct WatchLeaf {
  static let slotCount = 12

  /// Debits of the whole allocation, in cents; in its first leaf only.
  var debit: Int64 = 0
  /// ``WatchMarks`` of the whole allocation; in its first leaf only.
  var marks: UInt32 = 0
  /// Index of the next leaf of the same allocation; 0 at the end.
  var next: UInt32 = 0
  /// The slots are `(period - 1) × 12 ..< period × 12`; 0 in a leaf that nobody has claimed.
  var period: UInt32 = 0
  private var unused: (UInt32, UInt32, UInt32) = (0, 0, 0)
  var cells:
    (
      WatchCell, WatchCell, WatchCell, WatchCell, WatchCell, WatchCell,
      WatchCell, WatchCell, WatchCell, WatchCell, WatchCell, WatchCell
    )
}

struct WatchCell {
  /// Volume of debits that touch the unit, each whole, in sixtieths of hundredths; the greatest
  /// number stands for itself and all above.
  var volume: UInt32
  /// Days of the month on which product periods of debits begin.
  var days: UInt32
}

/// What was seen of an allocation.
enum WatchMarks {
  /// Two debits' product periods begin on one day.
  static let doubleDay: UInt32 = 1
  /// There is a debit that R212 assesses.
  static let assessed: UInt32 = 2
  /// A debit touches more units than are watched.
  static let longPeriod: UInt32 = 4
}

/// The watch over all allocations: leaf *i* is the first of allocation *i*.
///
/// `@unchecked Sendable`: a store belongs to one state, which one thread at a time changes.
final class WatchStore: @unchecked Sendable {
  private(set) var leaves: UnsafeMutablePointer<WatchLeaf>
  private var memory: UnsafeMutableRawPointer
  private var count: Int
  private var capacity: Int
  let allocationCount: Int

  init(allocationCount: Int) {
    self.allocationCount = allocationCount
    count = allocationCount
    capacity = max(1, allocationCount + allocationCount / 4)
    (memory, leaves) = Self.zeroed(capacity)
  }

  deinit { free(memory) }

  /// Untouched pages of zeroed memory cost nothing, and a leaf of zeros is an unclaimed one.
  private static func zeroed(
    _ capacity: Int
  ) -> (UnsafeMutableRawPointer, UnsafeMutablePointer<WatchLeaf>) {
    let line = 128
    guard let memory = calloc(capacity + 1, MemoryLayout<WatchLeaf>.stride) else {
      fatalError("out of memory for \(capacity) watch leaves")
    }
    let aligned = memory.alignedUp(toMultipleOf: line)
    return (memory, aligned.bindMemory(to: WatchLeaf.self, capacity: capacity))
  }

  /// The leaf and the cell of an allocation's slot.
  @inline(__always)
  func cell(_ allocation: Int, slot: Int) -> UnsafeMutablePointer<WatchCell> {
    let period = UInt32(slot / WatchLeaf.slotCount) + 1
    var index = allocation
    while leaves[index].period != period {
      if leaves[index].period == 0 {
        leaves[index].period = period
        break
      }
      let next = Int(leaves[index].next)
      index = next == 0 ? append(after: index, period) : next
    }
    let cells = UnsafeMutableRawPointer(leaves + index) + Self.cellOffset
    return cells.assumingMemoryBound(to: WatchCell.self) + slot % WatchLeaf.slotCount
  }

  private static let cellOffset = 32

  @inline(never)
  private func append(after last: Int, _ period: UInt32) -> Int {
    if count == capacity { grow() }
    let index = count
    count += 1
    leaves[index].period = period
    leaves[last].next = UInt32(index)
    return index
  }

  private func grow() {
    let larger = capacity + capacity / 2 + 64
    let (grownMemory, grown) = Self.zeroed(larger)
    grown.update(from: leaves, count: count)
    free(memory)
    (memory, leaves) = (grownMemory, grown)
    capacity = larger
  }

  /// Adds the day of the month on which a debit's product period begins.
  @inline(__always)
  func addDay(_ cell: UnsafeMutablePointer<WatchCell>, _ allocation: Int, days: UInt32) {
    if cell.pointee.days & days != 0 { leaves[allocation].marks |= WatchMarks.doubleDay }
    cell.pointee.days |= days
  }

  /// Adds volume, up to the greatest number.
  @inline(__always)
  func addVolume(_ cell: UnsafeMutablePointer<WatchCell>, _ volume: UInt64) {
    let sum = UInt64(cell.pointee.volume) + min(volume, UInt64(UInt32.max))
    cell.pointee.volume = UInt32(min(sum, UInt64(UInt32.max)))
  }

  /// Calls `body` with each slot and cell of an allocation that holds anything.
  @inline(__always)
  func forEachCell(of allocation: Int, _ body: (Int, WatchCell) -> Void) {
    var index = allocation
    guard leaves[index].period != 0 else { return }
    repeat {
      let cells = (UnsafeMutableRawPointer(leaves + index) + Self.cellOffset)
        .assumingMemoryBound(to: WatchCell.self)
      let first = Int(leaves[index].period - 1) * WatchLeaf.slotCount
      for cell in 0..<WatchLeaf.slotCount where cells[cell].volume != 0 || cells[cell].days != 0 {
        body(first + cell, cells[cell])
      }
      index = Int(leaves[index].next)
    } while index != 0
  }

  func merge(_ other: WatchStore) {
    for allocation in 0..<allocationCount {
      leaves[allocation].debit += other.leaves[allocation].debit
      leaves[allocation].marks |= other.leaves[allocation].marks
      other.forEachCell(of: allocation) { slot, theirs in
        let cell = cell(allocation, slot: slot)
        addDay(cell, allocation, days: theirs.days)
        addVolume(cell, UInt64(theirs.volume))
      }
    }
  }
}
