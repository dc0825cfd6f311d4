/// The records of whole pieces of text with their values as they stand, blanks included.
final class RecordSplitter {
  private let decoding: TextDecoding
  private let separator: UInt8
  /// Takes blanks for data; it sees broken quoting where blanks stand around quotes.
  private let exact: RecordParser
  /// Knows where the records end whatever stands around quotes, as all reading of input does.
  private let tolerant: RecordParser
  private let lenient: LenientSplitter

  init(_ dialect: Dialect) throws {
    decoding = TextDecoding(encoding: dialect.encoding)
    separator = dialect.separator
    exact = try RecordParser(dialect: dialect, keepsSpaces: true)
    tolerant = try RecordParser(dialect: dialect)
    lenient = LenientSplitter(separator: dialect.separator, quote: dialect.quote)
  }

  /// Calls `body` with the fields of each record in UTF-8, whether its quoting is broken, and its
  /// line, from `line` on; lines without any character are passed over. The number of line ends.
  func split(
    _ raw: Bytes,
    name: String,
    line: Int,
    _ body: ([[UInt8]], Bool, Int) -> Void
  ) throws -> Int {
    if let offset = decoding.firstUndecodable(raw) {
      let before = LineEnds(Array(raw.slice(0, offset).buffer)).count
      throw RunFailure.normalizeUndecodable(
        name,
        line: line + before,
        encoding: decoding.encoding
      )
    }
    guard !decoding.isUTF8(raw) else { return try split(text: raw, line: line, body) }
    var text: [UInt8] = []
    decoding.transcode(raw, into: &text)
    return try text.withBytes { try split(text: $0, line: line, body) }
  }

  private func split(
    text: Bytes,
    line: Int,
    _ body: ([[UInt8]], Bool, Int) -> Void
  ) throws -> Int {
    var block = try exact.parse(text)
    let isExact = block.broken.isEmpty
    if !isExact { block = try tolerant.parse(text) }
    for index in 0..<block.count {
      let record = text.slice(block.offset(index), block.offset(index + 1)).withoutLineEnd
      if record.isEmpty { continue }
      if isExact {
        let fields = (0..<block[index].fieldCount).map { Array(block[index][$0].buffer) }
        body(fields, false, line + block.line(index))
      } else {
        let (fields, isBroken) = lenient.split(record)
        body(fields, isBroken, line + block.line(index))
      }
    }
    return block.lineCount
  }
}

extension Bytes {
  /// Without one CRLF, LF or CR at the end.
  fileprivate var withoutLineEnd: Bytes {
    guard let last = buffer.last, last == 0x0A || last == 0x0D else { return self }
    let isPair = last == 0x0A && count > 1 && self[count - 2] == 0x0D
    return slice(0, count - (isPair ? 2 : 1))
  }
}
