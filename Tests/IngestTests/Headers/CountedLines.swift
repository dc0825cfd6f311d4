@testable import Ingest

/// An accumulator for tests of what is rejected: it counts.
struct CountedLines: Accumulator {
  private(set) var count = 0

  func forWorker() -> CountedLines { CountedLines() }

  mutating func update(_ batch: LineBatch) { count += batch.lines.count }

  mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) { count -= lines.count }

  mutating func merge(_ other: CountedLines) { count += other.count }
}
