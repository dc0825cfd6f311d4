/// What was counted in the parts of declaraties, with every reject at its place.
public struct PartTallies: Sendable {
  /// One part of declaraties.
  public struct Part: Sendable {
    public var name: String { lines.name }
    public internal(set) var lines: PartLines
    /// Records, the header and blank ones included.
    public var recordCount: Int { 1 + lines.blankCount + lines.recordCount }
    /// Blank lines and lines of separators only.
    public var blankCount: Int { lines.blankCount }
    /// Offset of the last byte that was read, plus one.
    public var byteCount: Int
  }

  public private(set) var parts: [Part]
  /// Lines that count in figures.
  public private(set) var acceptedCount: Int
  /// Lines that are accepted and declared after the reference date.
  public private(set) var later: LineSum
  /// By place.
  private var rejected: [RejectedLine]
  private let places: [ChunkPlace]

  /// Where a chunk stands.
  private struct ChunkPlace {
    let partIndex: Int
    /// Physical line on which it begins.
    let firstLine: Int
    /// Offsets in the (decompressed) part.
    let bytes: Range<Int>
  }

  init(_ prepared: [PreparedPart], _ tallies: [LineTally]) {
    var parts = prepared.map { Part(lines: PartLines($0), byteCount: 0) }
    var places: [ChunkPlace] = []
    for chunk in tallies.flatMap(\.chunks).sorted(by: { $0.index < $1.index }) {
      places.append(
        ChunkPlace(
          partIndex: chunk.partIndex, firstLine: parts[chunk.partIndex].lines.nextLine,
          bytes: chunk.bytes))
      parts[chunk.partIndex].lines.add(chunk.lines)
      parts[chunk.partIndex].byteCount = chunk.bytes.upperBound
    }
    for index in parts.indices where parts[index].byteCount == 0 {
      parts[index].byteCount = prepared[index].bodyOffset
    }
    self.parts = parts
    self.places = places
    acceptedCount = tallies.reduce(0) { $0 + $1.acceptedCount }
    later = tallies.reduce(into: LineSum()) { $0.add($1.later) }
    rejected = tallies.flatMap(\.rejects)
    sortRejects()
  }

  /// Counts accepted lines as rejected after all, by R104; ``sortRejects()`` must follow.
  mutating func moveToRejects(_ duplicates: some Collection<LinePlace>) {
    acceptedCount -= duplicates.count
    let rejection = Rejection(rule: .duplicateReference, column: .reference)
    rejected += duplicates.lazy.map { RejectedLine(place: $0, rejection: rejection) }
  }

  /// Room for so many more; what is not used costs nothing, where growing would need twice as much.
  mutating func reserveRejects(_ count: Int) {
    rejected.reserveCapacity(rejected.count + count + count / 64)
  }

  mutating func sortRejects() {
    rejected.sort { $0.place < $1.place }
  }

  /// By part name byte-wise and line; made one by one as they are asked for.
  public var rejects: some RandomAccessCollection<Reject> {
    rejected.lazy.map { line in
      let position = position(of: line.place)
      return Reject(
        file: position.file, line: position.line, byte: position.byte, rule: line.rejection.rule,
        column: line.rejection.column?.name)
    }
  }

  /// Rejected lines per rule of level `afkeur`, zeros included, by code.
  public var rejectsPerRule: [(code: String, count: Int)] {
    var counts: [RejectRule: Int] = [:]
    for line in rejected { counts[line.rejection.rule, default: 0] += 1 }
    let codes = Dictionary(uniqueKeysWithValues: counts.map { ($0.rule.code, $1) })
    return RejectRule.all.map { ($0.code, codes[$0.code] ?? 0) }
  }

  /// Whether the line at a place is among ``rejects``.
  public func isRejected(_ place: LinePlace) -> Bool {
    var range = rejected.indices
    while let first = range.first {
      let middle = first + range.count / 2
      if rejected[middle].place == place { return true }
      range = rejected[middle].place < place ? middle + 1..<range.endIndex : first..<middle
    }
    return false
  }

  /// The part's name, the physical line, from 1, and the offset of the record in the
  /// (decompressed) part, from 0.
  public func position(of place: LinePlace) -> (file: String, line: Int, byte: Int) {
    let chunk = places[Int(place.chunk)]
    return (
      parts[chunk.partIndex].name, chunk.firstLine + Int(place.lineInChunk),
      chunk.bytes.lowerBound + Int(place.byteInChunk)
    )
  }

  var chunkCount: Int { places.count }

  /// What a reader has to know to hand out some of the chunks only.
  func skips(allBut wanted: Set<Int>) -> [ChunkSkip] {
    places.indices.map { index in
      ChunkSkip(
        partIndex: places[index].partIndex, end: places[index].bytes.upperBound,
        isWanted: wanted.contains(index))
    }
  }

  /// The name of a part that was cut into other chunks in another pass, or nil: all passes cut the
  /// same bytes at the same places.
  ///
  /// `wanted`: the chunks that that pass was to see; nil where that is all.
  func changedPart(_ tallies: [LineTally], wanted: Set<Int>?) -> String? {
    let chunks = tallies.flatMap(\.chunks)
    for chunk in chunks {
      guard chunk.index < places.count else { return parts[chunk.partIndex].name }
      let place = places[chunk.index]
      if chunk.partIndex != place.partIndex || chunk.bytes != place.bytes {
        return parts[place.partIndex].name
      }
    }
    return chunks.count == wanted?.count ?? places.count ? nil : parts.last?.name
  }
}

/// What a worker counted, apart from what its sink did with the lines.
struct LineTally {
  var chunks: [ChunkTally] = []
  var rejects: [RejectedLine] = []
  var acceptedCount = 0
  var later = LineSum()
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
