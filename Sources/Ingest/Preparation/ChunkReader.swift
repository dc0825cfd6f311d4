import Synchronization

/// Cuts the parts of one input file into chunks that end at record borders, for any number of
/// workers: each call hands out the next chunk, in the order of the file.
///
/// Reading is serial (the bytes, their digest, and a hop from quote to quote); parsing, and what
/// follows, need not be. Where the borders fall never shows in a result.
final class ChunkReader: Sendable {
  /// A record longer than this is taken for a missing quote.
  static let recordLimit = 64 << 20

  private struct State {
    var partIndex = 0
    var nextIndex = 0
    /// What was read of the current part and not handed out yet.
    var carry: [UInt8] = []
    var isOpened = false
    /// Offset in the part of the first byte of `carry`.
    var offset = 0
    var failed = false
  }

  private let parts: [PreparedPart]
  private let chunkSize: Int
  private let skips: [ChunkSkip]
  private let state = Mutex(State())

  /// `chunkSize`: bytes that a chunk has at most, unless one record is longer. `skips`: by index,
  /// what another pass has found of the chunks; none where all are to be read.
  init(_ parts: [PreparedPart], chunkSize: Int, skips: [ChunkSkip] = []) {
    self.parts = parts
    self.skips = skips
    self.chunkSize = min(max(1, chunkSize), Self.recordLimit)
  }

  /// Fills the buffer with the next chunk; nil at the end of the last part.
  func next(into buffer: ChunkBuffer) throws -> Chunk? {
    try state.withLock { state in
      while state.partIndex < parts.count, !state.failed {
        let part = parts[state.partIndex]
        do {
          if let chunk = try take(from: part, &state, buffer) { return chunk }
        } catch {
          state.failed = true
          throw error
        }
        part.open.rest()
        state.partIndex += 1
        state.isOpened = false
      }
      return nil
    }
  }

  /// Lets no further chunk out.
  func stop() {
    state.withLock { $0.failed = true }
  }

  /// Passes over the next chunks as far as they are not wanted.
  private func skip(in part: PreparedPart, _ state: inout State) throws {
    while state.nextIndex < skips.count, !skips[state.nextIndex].isWanted,
      skips[state.nextIndex].partIndex == state.partIndex
    {
      let end = skips[state.nextIndex].end
      let known = min(end - state.offset, state.carry.count)
      state.carry.removeFirst(known)
      try part.open.skip(end - state.offset - known)
      state.offset = end
      state.nextIndex += 1
    }
  }

  private func take(
    from part: PreparedPart, _ state: inout State, _ buffer: ChunkBuffer
  ) throws -> Chunk? {
    if !state.isOpened {
      state.isOpened = true
      state.carry = try part.takeBodyStart()
      state.offset = part.bodyOffset
    }
    try skip(in: part, &state)
    buffer.load(state.carry, reserving: chunkSize)
    var size = chunkSize  // how much of the buffer is looked at
    var isAtEnd = false
    while true {
      if buffer.count < size, !isAtEnd {
        let wanted = size - buffer.count
        isAtEnd = try buffer.append(upTo: wanted) { try part.open.read(into: $0) } < wanted
      }
      let seen = buffer.bytes.slice(0, min(size, buffer.count))
      if seen.isEmpty { return nil }
      let isLast = isAtEnd && seen.count == buffer.count
      let (length, openQuote) = RecordParser.cut(seen, dialect: part.dialect, isLast: isLast)
      let isTooLong = length == 0 && seen.count > Self.recordLimit
      if let openQuote, isLast || isTooLong {
        // The earliest thing wrong is the one that is told, however the bytes were cut.
        if let undecodable = part.decoding.firstUndecodable(seen.slice(0, openQuote)) {
          throw try part.undecodable(atByte: state.offset + undecodable)
        }
        let before = part.decoding.rawLength(seen.slice(0, openQuote))
        throw try part.openQuote(atByte: state.offset + before)
      }
      if isTooLong { throw try part.endlessRecord(atByte: state.offset, limit: Self.recordLimit) }
      if length > 0 {
        state.carry = Array(buffer.bytes.slice(length, buffer.count).buffer)
        buffer.keep(length)
        defer {
          state.nextIndex += 1
          state.offset += part.decoding.rawLength(buffer.bytes)
        }
        return Chunk(
          partIndex: state.partIndex, index: state.nextIndex, offset: state.offset, length: length)
      }
      // The limit is looked at exactly, so that it does not depend on the size of chunks.
      size = min(seen.count * 2, Self.recordLimit + 1)
    }
  }
}

/// What another pass has found of a chunk.
struct ChunkSkip {
  let partIndex: Int
  /// Offset in the part of the byte after it, where the part is read as it stands (not UTF-16).
  let end: Int
  let isWanted: Bool
}

/// A run of whole records of one part; its bytes are in the buffer that was filled.
struct Chunk {
  let partIndex: Int
  /// Counts the chunks of all parts from 0.
  let index: Int
  /// Offset of its first byte in the (decompressed) part.
  let offset: Int
  let length: Int
}

/// Takes chunks one at a time; each worker is touched by one thread.
protocol ChunkWorker: AnyObject, SendableMetatype {
  /// Where the reader puts the bytes of the next chunk.
  var buffer: ChunkBuffer { get }

  func process(_ chunk: Chunk) throws
}

extension ChunkReader {
  /// Hands every chunk to one of the workers, which work at the same time.
  ///
  /// Throws what failed earliest in the order of the file, whichever thread found it.
  func distribute<Worker: ChunkWorker>(among workers: [Worker]) throws {
    let team = Team(workers: workers)
    let failures = Mutex<[(index: Int, error: any Error)]>([])
    perform(workers.count, workers: workers.count) { number in
      let worker = team.workers[number]
      var index = Int.max  // the reader's failure comes after every chunk that it has handed out
      do {
        while let chunk = try next(into: worker.buffer) {
          index = chunk.index
          try worker.process(chunk)
          index = .max
        }
      } catch {
        stop()
        failures.withLock { [index] in $0.append((index, error)) }
      }
    }
    // Chunks are handed out in order, so every chunk before a failed one was finished.
    if let earliest = failures.withLock({ $0.min { $0.index < $1.index } }) { throw earliest.error }
  }
}

private struct Team<Worker>: @unchecked Sendable {
  let workers: [Worker]
}

/// One thread's parsers, one for each dialect.
struct RecordParsers {
  private var parsers: [Dialect: RecordParser] = [:]

  /// The records of a chunk, `text` being its bytes in UTF-8 with their signs.
  ///
  /// Throws 65 where a quoted value holds whole records.
  mutating func parse(
    _ text: Bytes, _ signs: FlawSigns, of chunk: Chunk, _ part: PreparedPart
  ) throws -> RecordBlock {
    let parser = try parser(part.dialect)
    parser.expect(fieldCount: part.header.fieldCount)
    let block = try parser.parse(text, signs)
    if let swallowed = block.swallowed {
      func byte(_ offset: Int) -> Int {
        chunk.offset + part.decoding.originalLength(text.slice(0, offset))
      }
      throw try part.swallowedRecords(
        fromByte: byte(swallowed.lowerBound), toByte: byte(swallowed.upperBound))
    }
    return block
  }

  private mutating func parser(_ dialect: Dialect) throws -> RecordParser {
    if let parser = parsers[dialect] { return parser }
    let parser = try RecordParser(dialect: dialect)
    parsers[dialect] = parser
    return parser
  }
}

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
