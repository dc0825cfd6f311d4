import Foundation

/// A large piece of memory that reads as zeros and costs nothing where it is not touched.
///
/// Tables that are probed at random ask for large pages: a line's look-ups otherwise miss the
/// processor's page table as often as its caches.
///
/// `@unchecked Sendable`: it is only an address; who writes through it answers for that.
public final class ZeroedMemory: @unchecked Sendable {
  public let start: UnsafeMutableRawPointer
  public let byteCount: Int

  /// Below this size large pages would waste more than they save.
  private static let largePageLimit = 8 << 20

  /// Nil when the system does not give that much.
  public init?(byteCount: Int) {
    let size = max(1, byteCount)
    let memory = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    if size >= Self.largePageLimit { madvise(memory, size, MADV_HUGEPAGE) }
    start = memory
    self.byteCount = size
  }

  /// Makes all of it zeros again, that cost nothing until they are touched.
  public func clear() { madvise(start, byteCount, MADV_DONTNEED) }

  deinit { munmap(start, byteCount) }
}
