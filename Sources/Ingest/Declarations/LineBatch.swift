/// A few accepted lines of one chunk, in the order of the file; valid during the call only.
public struct LineBatch {
  public let lines: UnsafeBufferPointer<DeclarationLine>
  /// Hash of provider and reference number per line; 0 where the line has no reference number.
  public let referenceHashes: UnsafePointer<UInt64>
  /// Hash of provider and `vorig_referentie_nummer` per line, to be found among the reference
  /// hashes; 0 on debits and where a credit names none.
  public let namedHashes: UnsafePointer<UInt64>
  /// Index of each line's record in the chunk's block.
  let records: UnsafePointer<Int32>
  let context: ChunkContext
}

/// Where a line stands, before the number of its physical line is known. It is the same in every
/// pass, as all passes cut the parts into the same chunks.
///
/// Places come in the order of file, by name byte-wise, and byte.
public struct LinePlace: Sendable, Hashable, Comparable {
  /// Counts the chunks of all parts from 0.
  let chunk: Int32
  /// Line ends before it in its chunk.
  let lineInChunk: Int32
  /// Offset of the record from the chunk's first byte in the (decompressed) part.
  let byteInChunk: Int32

  @inline(__always)
  public static func < (a: LinePlace, b: LinePlace) -> Bool {
    a.chunk != b.chunk ? a.chunk < b.chunk : a.byteInChunk < b.byteInChunk
  }
}

extension LineBatch {
  /// Where the line with an index stands.
  public func place(of index: Int) -> LinePlace {
    context.place(Int(records[index]))
  }

  /// Appends the beginning of the line's ``CanonicalText``.
  public func appendText(of index: Int, _ extent: CanonicalText.Extent, to text: inout [UInt8]) {
    CanonicalText.append(
      context.block[Int(records[index])], context.decoder, extent, to: &text)
  }
}

/// Where lines stand: their chunk, its records and how to read them.
struct ChunkContext {
  let chunk: Chunk
  let part: PreparedPart
  let decoder: LineDecoder
  let text: Bytes
  let block: RecordBlock
  /// Nil where the text is the bytes of the file as they stand.
  let cursor: ByteCursor?
  /// Whether a record may hold a value that is none whatever its column.
  let mayHoldFlaws: Bool

  /// Where a record stands.
  func place(_ record: Int) -> LinePlace {
    let offset = block.offset(record)
    let byte = cursor?.originalOffset(offset, of: text, part.decoding) ?? offset
    return LinePlace(
      chunk: Int32(chunk.index), lineInChunk: Int32(block.line(record)), byteInChunk: Int32(byte))
  }
}

/// Finds offsets of a file in text that was made UTF-8, going on from the last answer: records are
/// asked for in rising order, nearly always.
final class ByteCursor {
  private var offset = 0
  private var original = 0

  func originalOffset(_ wanted: Int, of text: Bytes, _ decoding: TextDecoding) -> Int {
    if wanted < offset { (offset, original) = (0, 0) }
    original += decoding.originalLength(text.slice(offset, wanted))
    offset = wanted
    return original
  }
}

/// What is done with the accepted lines of a worker.
protocol LineSink: SendableMetatype {
  /// On a recheck of lines that another pass has checked and counted: which it may want, so
  /// that the others need not be decoded again.
  var filter: CandidateFilter? { get }
  mutating func take(_ batch: LineBatch) throws
}
