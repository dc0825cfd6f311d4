/// The physical lines of a chunk, and what they are.
struct ChunkLines {
  /// Line ends.
  let endCount: Int
  /// Records, blank ones included.
  let recordCount: Int
  let blankCount: Int
  /// Lines inside records, behind their first ones.
  let innerCount: Int
  /// Whether the last line has a line end.
  let isLastEnded: Bool
  /// Fields of the last record that is neither blank nor a total; nil where there is none.
  let lastWidth: Int?
  /// Line ends before the first value that may be parts of two records; nil where there is none.
  let doubtfulLine: Int?

  /// `bytes`: of the chunk, which is not empty.
  init(_ block: RecordBlock, blankCount: Int, bytes: Bytes) {
    endCount = block.lineCount
    recordCount = block.count
    self.blankCount = blankCount
    innerCount = block.innerLineCount
    isLastEnded = bytes.buffer.last.map { $0 == 0x0A || $0 == 0x0D } ?? false
    lastWidth = (0..<block.count).lazy.reversed().map { block[$0] }.first { !$0.isBlank }
      .flatMap { $0.beginsTotal ? nil : $0.fieldCount }
    doubtfulLine = block.doubtful.map { span in
      // The last record that begins before the value.
      block.line((0..<block.count).last { block.offset($0) <= span.lowerBound } ?? 0)
    }
  }
}

/// The physical lines of one part, which add up: header, blank ones, records, further lines inside
/// values.
public struct PartLines: Sendable, Equatable {
  /// The part's name.
  public let name: String
  /// All lines; the last one may lack its line end.
  public private(set) var count: Int
  /// Lines of the header, and what stands before it.
  public let headerCount: Int
  public private(set) var blankCount: Int
  /// Records that are neither header nor blank.
  public private(set) var recordCount = 0
  /// Lines inside records, behind their first ones.
  public private(set) var innerCount = 0
  /// Whether the last line has no line end: the part may have been cut off.
  public private(set) var isCut: Bool
  /// The first line of the first value that may be parts of two records.
  private var doubtfulLine: Int?
  private var lastWidth: Int?
  private let width: Int

  init(_ part: PreparedPart) {
    name = part.name
    width = part.header.fieldCount
    isCut = part.isHeaderCut
    count = part.bodyLine - 1 + (part.isHeaderCut ? 1 : 0)
    blankCount = part.blankCount
    headerCount = count - part.blankCount
  }

  /// The physical line, from 1, on which the chunk begins that follows.
  var nextLine: Int { count + 1 }

  /// Adds the chunk that follows.
  mutating func add(_ chunk: ChunkLines) {
    doubtfulLine = doubtfulLine ?? chunk.doubtfulLine.map { nextLine + $0 }
    count += chunk.endCount + (chunk.isLastEnded ? 0 : 1)
    blankCount += chunk.blankCount
    recordCount += chunk.recordCount - chunk.blankCount
    innerCount += chunk.innerCount
    isCut = !chunk.isLastEnded
    if chunk.recordCount > chunk.blankCount { lastWidth = chunk.lastWidth }
  }

  /// What a reader of the figures must know of the part's end and of its values.
  public var warnings: [RunWarning] {
    var warnings: [RunWarning] = []
    if isCut { warnings.append(.noLineEnd(part: name)) }
    if let lastWidth, lastWidth < width {
      warnings.append(.narrowEnd(part: name, found: lastWidth, expected: width))
    }
    if let doubtfulLine { warnings.append(.doubtfulValue(part: name, line: doubtfulLine)) }
    return warnings
  }
}
