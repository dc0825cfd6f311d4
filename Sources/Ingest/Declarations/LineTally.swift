/// What a worker counted, apart from what its sink did with the lines.
struct LineTally {
  var chunks: [ChunkTally] = []
  var rejects: [PendingReject] = []
  var acceptedCount = 0

  mutating func add(_ reject: PendingReject) {
    rejects.append(reject)
  }
}

/// The records of one chunk.
struct ChunkTally {
  let index: Int
  let partIndex: Int
  let recordCount: Int
  let blankCount: Int
  /// Line ends in the chunk.
  let lineCount: Int
  /// Offset in the (decompressed) part of the byte after the chunk.
  let end: Int
}

/// A rejected line whose place in its part is not known yet, only that in its chunk.
struct PendingReject {
  let chunk: Int
  /// Line ends before it in its chunk.
  let line: Int
  /// Offset in the (decompressed) part.
  let byte: Int
  let rejection: Rejection
}

/// A rejected line: where it stands and why, never what it says.
public struct Reject: Sendable, Equatable {
  /// The part's name.
  public let file: String
  /// Physical line on which the record begins, from 1.
  public let line: Int
  /// Offset of the record in the (decompressed) part, from 0.
  public let byte: Int
  public let rule: RejectRule
  /// The column, where the rule names one.
  public let column: String?
}
