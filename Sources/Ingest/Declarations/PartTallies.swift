/// What was counted in the parts of declaraties, with every reject at its place.
public struct PartTallies: Sendable {
  /// One part of declaraties.
  public struct Part: Sendable {
    public let name: String
    /// Records, the header and blank ones included.
    public var recordCount: Int
    /// Blank lines and lines of separators only.
    public var blankCount: Int
    /// Offset of the last byte that was read, plus one.
    public var byteCount: Int
  }

  public private(set) var parts: [Part]
  /// By part name byte-wise, line and rule.
  public private(set) var rejects: [Reject]
  public private(set) var acceptedCount: Int

  private let places: [ChunkPlace]

  /// Where a chunk stands.
  private struct ChunkPlace {
    let partIndex: Int
    /// Physical line on which it begins.
    let firstLine: Int
    /// Offset in the (decompressed) part of the byte after it.
    let end: Int
  }

  init(_ prepared: [PreparedPart], _ tallies: [LineTally]) {
    var parts = prepared.map {
      Part(name: $0.name, recordCount: $0.blankCount + 1, blankCount: $0.blankCount, byteCount: 0)
    }
    var places: [ChunkPlace] = []
    var lines = prepared.map(\.bodyLine)
    for chunk in tallies.flatMap(\.chunks).sorted(by: { $0.index < $1.index }) {
      places.append(
        ChunkPlace(
          partIndex: chunk.partIndex, firstLine: lines[chunk.partIndex], end: chunk.end))
      lines[chunk.partIndex] += chunk.lineCount
      parts[chunk.partIndex].recordCount += chunk.recordCount
      parts[chunk.partIndex].blankCount += chunk.blankCount
      parts[chunk.partIndex].byteCount = chunk.end
    }
    for index in parts.indices where parts[index].byteCount == 0 {
      parts[index].byteCount = prepared[index].bodyOffset
    }
    self.parts = parts
    self.places = places
    acceptedCount = tallies.reduce(0) { $0 + $1.acceptedCount }
    rejects = []
    rejects = Self.sorted(
      tallies.flatMap(\.rejects).map {
        reject($0.rejection, chunk: $0.chunk, line: $0.line, byte: $0.byte)
      })
  }

  /// Counts accepted lines as rejected after all, by R104.
  mutating func moveToRejects(_ places: [LinePlace]) {
    acceptedCount -= places.count
    let rejection = Rejection(rule: .duplicateReference, column: .reference)
    rejects = Self.sorted(
      rejects
        + places.map {
          reject(rejection, chunk: Int($0.chunk), line: Int($0.lineInChunk), byte: $0.byte)
        })
  }

  /// What a reader has to know to hand out some of the chunks only.
  func skips(allBut wanted: Set<Int>) -> [ChunkSkip] {
    places.indices.map { index in
      ChunkSkip(
        partIndex: places[index].partIndex, end: places[index].end,
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
      if chunk.partIndex != place.partIndex || chunk.end != place.end {
        return parts[place.partIndex].name
      }
    }
    return chunks.count == wanted?.count ?? places.count ? nil : parts.last?.name
  }

  /// The part, as an index into ``parts``, and the physical line, from 1, of a place.
  public func position(of place: LinePlace) -> (part: Int, line: Int) {
    let chunk = places[Int(place.chunk)]
    return (chunk.partIndex, chunk.firstLine + Int(place.lineInChunk))
  }

  private func reject(_ rejection: Rejection, chunk: Int, line: Int, byte: Int) -> Reject {
    let place = places[chunk]
    return Reject(
      file: parts[place.partIndex].name, line: place.firstLine + line, byte: byte,
      rule: rejection.rule, column: rejection.column?.name)
  }

  private static func sorted(_ rejects: [Reject]) -> [Reject] {
    rejects.sorted { a, b in
      if a.file != b.file { return precedesByteWise(a.file, b.file) }
      return (a.line, a.byte, a.rule.rule.code) < (b.line, b.byte, b.rule.rule.code)
    }
  }
}

/// What reading the declarations came to.
public struct DeclarationOutcome<Fold: LineFold>: Sendable {
  public let fold: Fold
  public let tally: PartTallies
  /// The fold's second look, done; nil where it asked for none.
  public let look: Fold.Look?
  /// The lines that R104 rejects.
  public let losers: Set<LinePlace>
}
