import Synchronization

/// How far reading has come; written by workers, read by whoever shows it.
public final class ReadingProgress: Sendable {
  private let byteCount = Atomic<Int>(0)
  private let lineCount = Atomic<Int>(0)

  public init() {}

  /// Bytes of (decompressed) declarations that are done.
  public var bytes: Int { byteCount.load(ordering: .relaxed) }
  /// Records that are done.
  public var lines: Int { lineCount.load(ordering: .relaxed) }

  func add(bytes: Int, lines: Int) {
    byteCount.add(bytes, ordering: .relaxed)
    lineCount.add(lines, ordering: .relaxed)
  }
}
