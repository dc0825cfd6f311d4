import CCSV

/// Parses pieces of CSV text into blocks of records; only ``Bytes`` knows the C layer too.
///
/// One parser serves one thread; its block is overwritten by the next call.
final class RecordParser {
  private let parser: OpaquePointer
  private var block = ccsv_block()
  let dialect: Dialect
  /// ``parse(_:_:)``
  var revealed: [UInt8] = []

  /// `keepsSpaces` leaves the blanks around unquoted values. `vectorBits`: no wider registers than
  /// these, whatever there are.
  init(dialect: Dialect, keepsSpaces: Bool = false, vectorBits: UInt32 = .max) throws {
    let created = ccsv_parser_new(dialect.separator, dialect.quote, keepsSpaces)
    guard let created else { throw RunFailure.outOfMemory("csv parser") }
    parser = created
    self.dialect = dialect
    ccsv_parser_limit_vectors(parser, vectorBits)
  }

  deinit {
    ccsv_parser_free(parser)
    ccsv_block_free(&block)
  }

  /// Says how many fields a record has, so that quoted values are found which hold whole records.
  func expect(fieldCount: Int) {
    ccsv_parser_expect(parser, UInt32(clamping: fieldCount - 1))
  }

  /// The records of a text that begins and ends at a record's border.
  func parse(_ text: Bytes, isReference: Bool = false) throws -> RecordBlock {
    let isParsed =
      isReference
      ? ccsv_parse_with_libcsv(parser, text.start, text.count, &block)
      : ccsv_parse(parser, text.start, text.count, &block)
    guard isParsed, let records = block.records, let ends = block.ends else {
      throw RunFailure.outOfMemory("csv parser")
    }
    return RecordBlock(
      count: Int(block.record_count), lineCount: Int(block.line_count),
      innerLineCount: Int(block.inner_line_count), swallowed: Self.range(block.swallowed),
      doubtful: Self.range(block.doubtful), records: records, text: block.text, ends: ends,
      holdsDelimiters: block.holds_delimiters, owner: self,
      broken: UnsafeBufferPointer(start: block.broken, count: Int(block.broken_count)))
  }

  private static func range(_ span: ccsv_span) -> ClosedRange<Int>? {
    span.close == 0 ? nil : Int(span.open)...Int(span.close)
  }

  /// The length of the longest known prefix of the bytes that ends at a record's end (0: none) and
  /// the offset of the quote that is open at the end of the bytes.
  static func cut(
    _ bytes: Bytes, dialect: Dialect, isLast: Bool
  ) -> (length: Int, openQuote: Int?) {
    var openQuote = 0
    let length = ccsv_cut(
      bytes.start, bytes.count, dialect.separator, dialect.quote, isLast, &openQuote)
    // CCSV_NO_QUOTE is the greatest size, which Swift's signed Int shows as -1.
    return (length, openQuote < 0 ? nil : openQuote)
  }
}

/// The records of one parsed text: offsets only, valid until the parser's next call.
struct RecordBlock {
  let count: Int
  /// Line ends in the text.
  let lineCount: Int
  /// Lines inside records, behind their first ones.
  let innerLineCount: Int
  /// From quote to quote the first value that holds whole records: offsets in the text.
  let swallowed: ClosedRange<Int>?
  /// The same for the first value that may be parts of two records.
  let doubtful: ClosedRange<Int>?
  fileprivate let records: UnsafeMutablePointer<ccsv_record>
  fileprivate let text: UnsafePointer<UInt8>
  fileprivate let ends: UnsafeMutablePointer<UInt32>
  /// Whether some field holds a delimiter, so that equal text may have other fields.
  let holdsDelimiters: Bool
  /// Keeps the memory alive.
  fileprivate let owner: RecordParser
  /// Indices of the broken records, rising.
  let broken: UnsafeBufferPointer<UInt32>

  /// Record `index`, 0 ..< `count`.
  @inline(__always)
  subscript(index: Int) -> Record {
    let record = records[index]
    let first = Int(record.first_field)
    return Record(
      fieldCount: Int(records[index + 1].first_field) - first,
      ends: UnsafePointer(ends + first), text: text, textStart: Int(record.text_start))
  }

  /// Offset of a record's first byte in the text; for `count`, the text's length.
  @inline(__always)
  func offset(_ index: Int) -> Int { Int(records[index].offset) }

  /// Number of line ends before a record in the text.
  @inline(__always)
  func line(_ index: Int) -> Int { Int(records[index].line) }
}

/// The fields of one record.
struct Record {
  let fieldCount: Int
  fileprivate let ends: UnsafePointer<UInt32>
  fileprivate let text: UnsafePointer<UInt8>
  fileprivate let textStart: Int

  /// Field `index`, 0 ..< `fieldCount`, as it stands between the separators.
  @inline(__always)
  subscript(index: Int) -> Bytes { fields(index, index) }

  /// Fields `first` to `last` with what stands between them.
  @inline(__always)
  func fields(_ first: Int, _ last: Int) -> Bytes {
    let start = start(first)
    return Bytes(start: text + start, count: end(last) - start)
  }

  /// Offset in the block's text of the first byte of a field.
  @inline(__always)
  func start(_ index: Int) -> Int { index == 0 ? textStart : Int(ends[index - 1]) + 1 }

  /// Offset in the block's text of the byte after a field.
  @inline(__always)
  func end(_ index: Int) -> Int { Int(ends[index]) }

  /// Whether the record is a blank line or holds separators only.
  var isBlank: Bool {
    for index in 0..<fieldCount where !self[index].trimmed().isEmpty { return false }
    return true
  }
}

extension Record {
  /// False where one look at the first byte shows that it is neither blank nor begins a total.
  @inline(__always)
  var mayBeNoLine: Bool {
    guard fieldCount > 0, !self[0].isEmpty else { return true }
    // Every total word begins with t, e or s, and every blank with one of the others.
    switch self[0][0] {
    case ...0x20, 0xC2, 0x45, 0x53, 0x54, 0x65, 0x73, 0x74: return true
    default: return false
    }
  }

  /// Whether the first field is `totaal`, `eindtotaal` or `subtotaal`, or begins with one of these
  /// and a space or colon; case ignored.
  @inline(__always)
  var beginsTotal: Bool {
    guard fieldCount > 0 else { return false }
    let first = self[0]
    // Every total word begins with t, e or s; what is trimmed before it is below or at a space or
    // begins an NBSP.
    guard first.count >= 6 else { return false }
    switch asciiLowered(first[0]) {
    case 0x74, 0x65, 0x73, 0x20, 0x09, 0xC2: return first.trimmed().namesTotal
    default: return false
    }
  }
}

extension Record {
  /// Whether the record is a total (R004): its first field says so, and it is not a whole line, which
  /// has the width of the header and no needed column empty.
  ///
  /// `needed`: positions of the needed columns.
  func isTotal(width: Int, needed: [Int], isMissing: (Bytes) -> Bool) -> Bool {
    guard beginsTotal else { return false }
    return fieldCount != width || needed.contains { isMissing(self[$0].trimmed()) }
  }
}

extension Bytes {
  @inline(never)
  fileprivate var namesTotal: Bool {
    for word in totalWords where count >= word.count {
      guard slice(0, word.count).equalsIgnoringCase(word) else { continue }
      if count == word.count { return true }
      if self[word.count] == UInt8(ascii: " ") || self[word.count] == UInt8(ascii: ":") {
        return true
      }
    }
    return false
  }
}

private let totalWords = ["totaal", "eindtotaal", "subtotaal"].map { Array($0.utf8) }
