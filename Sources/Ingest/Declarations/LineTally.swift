/// What a worker counted, apart from what its sink did with the lines.
struct LineTally {
  var chunks: [ChunkTally] = []
  var rejects: [RejectedLine] = []
  var acceptedCount = 0
}

/// The records of one chunk.
struct ChunkTally {
  let index: Int
  let partIndex: Int
  let lines: ChunkLines
  /// Offsets in the (decompressed) part of its first byte and of the byte after it.
  let bytes: Range<Int>
}

/// A rejected line in sixteen bytes: of a bad delivery there are millions.
struct RejectedLine {
  let place: LinePlace
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
