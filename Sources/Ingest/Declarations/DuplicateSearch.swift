/// The second look at lines whose reference number may have come twice (R104).
///
/// Of the lines of one provider with one number the first in canonical order keeps it; the others
/// are rejected. So the order of rows and files decides nothing but which of two equal lines is
/// named.
struct DuplicateSearch: LineSink {
  private let suspects: Set<UInt64>
  private(set) var candidates: [Candidate] = []

  init(_ suspects: Set<UInt64>) {
    self.suspects = suspects
  }

  /// A line that may lose its number.
  struct Candidate {
    let line: DeclarationLine
    let reference: [UInt8]
    let order: CanonicalOrder
    let chunk: Int
    /// Line ends before it in its chunk.
    let lineInChunk: Int
    let byte: Int
  }

  mutating func take(_ batch: LineBatch) {
    for index in batch.lines.indices where suspects.contains(batch.referenceHashes[index]) {
      let record = Int(batch.records[index])
      let context = batch.context
      let order = CanonicalOrder(batch.lines[index], context.block[record], context.decoder)
      candidates.append(
        Candidate(
          line: batch.lines[index],
          reference: order.columns[CanonicalOrder.referenceColumn], order: order,
          chunk: context.chunk.index, lineInChunk: context.block.line(record),
          byte: context.byte(record, from: (0, context.chunk.offset))))
    }
  }

  /// The candidates that are rejected, of all workers' searches together.
  static func losers(_ candidates: [Candidate]) -> [Candidate] {
    struct Key: Hashable {
      let provider: Int32
      let reference: [UInt8]
    }
    let groups = Dictionary(grouping: candidates) {
      Key(provider: $0.line.provider, reference: $0.reference)
    }
    return groups.values.flatMap { group in
      group.count < 2 ? [] : group.sorted(by: precedes).dropFirst()
    }
  }

  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.order != b.order { return a.order < b.order }
    return (a.chunk, a.byte) < (b.chunk, b.byte)
  }
}
