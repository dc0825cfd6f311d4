@testable import Ingest

/// A fold for tests of what is rejected: it counts.
struct CountedLines: Accumulator {
  private(set) var count = 0

  mutating func update(_ batch: LineBatch) { count += batch.lines.count }

  mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) { count -= lines.count }

  mutating func merge(_ other: CountedLines) { count += other.count }
}
