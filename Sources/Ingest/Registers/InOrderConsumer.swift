import Foundation

/// Lets the workers of a register file hand over their chunks in the order of the file: what needs
/// that order – lines, counts, problems, keys – happens here.
///
/// `@unchecked Sendable`: one worker has its turn at a time.
final class InOrderConsumer<Decoded>: @unchecked Sendable {
  private let account: RegisterCounts
  private let take: (Decoded) -> Void
  /// Per part.
  private var counts: [RegisterCount]
  /// Per part, where the first total rows stand.
  private var totalLines: [[Int]]

  private let condition = NSCondition()
  private var nextIndex = 0
  private var isOver = false

  init(_ file: RegisterFile, take: @escaping (Decoded) -> Void) {
    account = file.account
    self.take = take
    counts = file.parts.map { RegisterCount(kind: file.kind, lines: PartLines($0)) }
    totalLines = file.parts.map { _ in [] }
  }

  /// Waits until all chunks before this one were taken, and takes it; does nothing where one of
  /// them never comes.
  func take(
    _ decoded: Decoded, of columns: RegisterColumns, _ count: RegisterChunkCount, _ chunk: Chunk
  ) {
    guard begins(chunk.index) else { return }
    let part = chunk.partIndex
    let firstLine = counts[part].lines.nextLine
    columns.settle(firstLine: firstLine)
    take(decoded)
    account.problems.add(columns.takeProblems())
    note(count.moving(columns.takeTotals()), ofPart: part, firstLine: firstLine)
    finish()
  }

  /// Says that a chunk never comes.
  func end() {
    condition.withLock {
      isOver = true
      condition.broadcast()
    }
  }

  /// Adds the counts of all parts to the account; after the last turn.
  func settle() {
    account.counts += counts
    for (count, lines) in zip(counts, totalLines) where count.totals > 0 {
      let places = lines.map(String.init).joined(separator: ", ")
      let more = count.totals > lines.count ? " and \(count.totals - lines.count) more" : ""
      account.remarks.note(
        "\(count.part): total rows are skipped: \(lines.count == 1 ? "line" : "lines") \(places)\(more)"
      )
    }
  }

  private func note(_ count: RegisterChunkCount, ofPart part: Int, firstLine: Int) {
    counts[part].lines.add(count.lines)
    counts[part].rows += count.rows
    counts[part].totals += count.totals.count
    let room = RegisterProblems.shown - totalLines[part].count
    totalLines[part] += count.totals.prefix(room).map { firstLine + $0 }
  }

  private func begins(_ index: Int) -> Bool {
    condition.withLock {
      while nextIndex != index, !isOver { condition.wait() }
      return !isOver
    }
  }

  private func finish() {
    condition.withLock {
      nextIndex += 1
      condition.broadcast()
    }
  }
}
