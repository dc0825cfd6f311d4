import Ingest
import Synchronization

/// A volume per allocation, in one word each, to which all workers of a run add.
///
/// `@unchecked Sendable`: the words are atomic.
final class AllocationVolumes: @unchecked Sendable {
  private let memory: ZeroedMemory
  /// The volumes modulo 2^64.
  private let words: UnsafeMutablePointer<Atomic<Int64>>
  /// Whole multiples of 2^64 by allocation, for what no municipality delivers.
  private let carries = Mutex<[Int: Int128]>([:])

  init(allocationCount: Int) {
    guard
      let memory = ZeroedMemory(byteCount: allocationCount * MemoryLayout<Atomic<Int64>>.stride)
    else { outOfMemory(FileKind.declarations.name) }
    self.memory = memory
    words = memory.start.assumingMemoryBound(to: Atomic<Int64>.self)
  }

  /// Reads a volume, so that it is on its way to the cache; what it returns says nothing.
  @inline(__always)
  func prefetch(_ allocation: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: words[allocation].load(ordering: .relaxed))
  }

  @inline(__always)
  func add(_ volume: Int128, to allocation: Int) {
    let low = Int64(truncatingIfNeeded: volume)
    let old = words[allocation].wrappingAdd(low, ordering: .relaxed).oldValue
    let (sum, overflow) = old.addingReportingOverflow(low)
    if overflow || Int128(low) != volume { carry(allocation, volume, low, sum, overflow) }
  }

  @inline(never)
  private func carry(
    _ allocation: Int, _ volume: Int128, _ low: Int64, _ sum: Int64, _ overflow: Bool
  ) {
    var multiples = (volume - Int128(low)) >> 64
    // The sum wrapped around, so it is 2^64 too small or too large.
    if overflow { multiples += sum < 0 ? 1 : -1 }
    carries.withLock { carries in
      let total = carries[allocation, default: 0] + multiples
      carries[allocation] = total == 0 ? nil : total
    }
  }

  subscript(allocation: Int) -> Int128 {
    Int128(words[allocation].load(ordering: .relaxed))
      + (carries.withLock { $0[allocation] ?? 0 } << 64)
  }
}
