import Synchronization

/// A part that is ready to be read: its dialect is known, its header is matched, and its body has
/// not been touched.
///
/// `@unchecked Sendable`: all is constant but the open source, which only ``ChunkReader`` reads,
/// under its lock.
final class PreparedPart: @unchecked Sendable {
  let name: String
  let open: OpenPart
  let dialect: Dialect
  let decoding: TextDecoding
  let header: Header
  /// Offset of the body's first byte in the (decompressed) part.
  let bodyOffset: Int
  /// Physical line on which the body begins, from 1.
  let bodyLine: Int
  /// Blank records before the header.
  let blankCount: Int
  /// Physical lines before the header that are neither blank nor the header.
  let titleLineCount: Int
  /// Of a part whose characters are one byte each, as declared.
  let encodingSketch: EncodingSketch
  /// Whether the header is the last line and has no line end.
  let isHeaderCut: Bool
  /// Whether there is anything behind the header.
  let hasBody: Bool
  /// About how many lines the part has, if all are as long as its first; those of the head alone
  /// where its size takes decompressing.
  let expectedLineCount: Int
  /// A hash of the first characters of the body, as ``ContentText`` has them.
  let bodyStart: UInt64
  private let headerEnd: Int

  init(_ open: OpenPart, dialect: Dialect, header: Header, record: HeaderRecord) {
    name = open.name
    self.open = open
    self.dialect = dialect
    let decoding = TextDecoding(encoding: dialect.encoding)
    self.decoding = decoding
    self.header = header
    bodyOffset =
      open.markLength
      + open.head.withBytes { decoding.rawLength($0.slice(0, record.end)) }
    bodyLine = record.lineCount + 1
    blankCount = record.blankCount
    titleLineCount = record.titleLineCount
    headerEnd = record.end
    hasBody = open.head.count > record.end
    let sketch = EncodingSketch()
    encodingSketch = sketch
    open.head.withBytes { head in
      let start = head.slice(0, record.end)
      if !decoding.isUTF8(start) { sketch.note(start) }
    }
    isHeaderCut = !hasBody && open.head.last != 0x0A && open.head.last != 0x0D
    // A head of blank lines is no reason to make room for as many.
    let sample = open.head.prefix(1 << 16)
    let lineLength = max(24, sample.count / max(1, sample.count { $0 == 0x0A }))
    expectedLineCount = (open.plainSize ?? open.head.count) / lineLength
    var content = ContentText(decoding)
    let start = content.take(Array(open.head[headerEnd...].prefix(4096)))
    // An encoding may take four bytes where another takes one.
    bodyStart = Array(start.prefix(1000)).withBytes { $0.hash() }
    open.rest()
  }

  /// The part with an untouched body once more, to read its rows again.
  func again() -> PreparedPart { PreparedPart(again: self) }

  private init(again other: PreparedPart) {
    name = other.name
    open = other.open.again()
    dialect = other.dialect
    decoding = other.decoding
    header = other.header
    headerEnd = other.headerEnd
    bodyOffset = other.bodyOffset
    bodyLine = other.bodyLine
    blankCount = other.blankCount
    titleLineCount = other.titleLineCount
    encodingSketch = other.encodingSketch
    hasBody = other.hasBody
    isHeaderCut = other.isHeaderCut
    bodyStart = other.bodyStart
    expectedLineCount = other.expectedLineCount
  }

  /// What of the body was read already; it lets go of it.
  func takeBodyStart() throws -> [UInt8] { Array(try open.takeHead()[headerEnd...]) }

  /// The bytes of a chunk in UTF-8; throws 65 for bytes that its encoding does not have.
  ///
  /// `isChecked`: whether another pass has found nothing undecodable in them.
  func text(of chunk: Chunk, in buffer: ChunkBuffer, isChecked: Bool = false) throws -> Bytes {
    do {
      let text = try buffer.text(decoding, isChecked: isChecked)
      // What was made UTF-8 is not ASCII, which is rare.
      if !isChecked, text.start != buffer.bytes.start { encodingSketch.note(buffer.bytes) }
      return text
    } catch {
      throw try undecodable(atByte: chunk.offset + error.offset)
    }
  }

  func openQuote(atByte byte: Int) throws -> RunFailure {
    .openQuote(name, line: try open.line(ofByte: byte), byte: byte)
  }

  /// `toByte`: of the closing quote.
  func swallowedRecords(fromByte open: Int, toByte close: Int) throws -> RunFailure {
    .swallowedRecords(
      name, line: try self.open.line(ofByte: open), lastLine: try self.open.line(ofByte: close))
  }

  func endlessRecord(atByte byte: Int, limit: Int) throws -> RunFailure {
    .endlessRecord(name, line: try open.line(ofByte: byte), limit: limit)
  }

  func undecodable(atByte byte: Int) throws -> RunFailure {
    .undecodable(
      name, encoding: dialect.encoding, line: try open.line(ofByte: byte), byte: byte)
  }
}

/// Whether all of a part that is no ASCII reads as UTF-8, although another encoding was declared:
/// then its names are garbled.
///
/// Shared by all that read the part, at any time.
final class EncodingSketch: Sendable {
  private let hasUTF8 = Atomic(false)
  private let hasOther = Atomic(false)

  /// Takes in bytes that are not all ASCII, from the beginning of a character on.
  func note(_ bytes: Bytes) {
    if hasOther.load(ordering: .relaxed) { return }
    if bytes.utf8Prefix == bytes.count {
      hasUTF8.store(true, ordering: .relaxed)
    } else {
      hasOther.store(true, ordering: .relaxed)
    }
  }

  /// Once the part was read.
  var isUTF8: Bool { hasUTF8.load(ordering: .relaxed) && !hasOther.load(ordering: .relaxed) }
}
