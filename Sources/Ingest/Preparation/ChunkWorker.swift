import Synchronization

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
