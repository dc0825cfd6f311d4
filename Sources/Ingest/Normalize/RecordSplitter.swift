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
    _ raw: Bytes, name: String, line: Int, _ body: ([[UInt8]], Bool, Int) throws -> Void
  ) throws -> Int {
    try withText(of: raw, name: name, line: line) { try split(text: $0, line: line, body) }
  }

  /// The end of a file, from the record on in which a quote opens at `openQuote` that is never
  /// closed. A line of it that has the separators of a record `width` fields wide is one: then all
  /// lines are records, else what follows the quote is one value, which the quote begins.
  ///
  /// Calls `told` with which of the two it is and the quote's line, and then `body` as above.
  func splitUnclosed(
    _ raw: Bytes, openQuote: Int, width: Int?, name: String, line: Int,
    told: (_ isSplit: Bool, Int) -> Void, _ body: ([[UInt8]], Bool, Int) throws -> Void
  ) throws {
    // In UTF-8 what stands before the quote may be longer.
    let start = try withText(of: raw.slice(0, openQuote), name: name, line: line) { $0.count }
    try withText(of: raw, name: name, line: line) { text in
      let lines = text.lines
      // Without a header the first line is one.
      let fewest = max(width.map { $0 - 1 } ?? lines[0].count(of: separator), 1)
      let isSplit = lines.contains { $0.count(of: separator) >= fewest }
      told(isSplit, line + text.slice(0, start).lines.count - 1)
      guard isSplit else {
        var fields = lenient.split(text.slice(0, start)).fields
        fields[fields.count - 1] = Array(text.slice(start, text.count).withoutLineEnd.buffer)
        return try body(fields, false, line)
      }
      for (number, record) in lines.enumerated() where !record.isEmpty {
        let (fields, isBroken) = lenient.split(record)
        // What is wrong with the first one has been told.
        try body(fields, isBroken && number > 0, line + number)
      }
    }
  }

  private func withText<Value>(
    of raw: Bytes, name: String, line: Int, _ body: (Bytes) throws -> Value
  ) throws -> Value {
    if let offset = decoding.firstUndecodable(raw) {
      let before = LineEnds(raw.slice(0, offset).buffer).count
      throw RunFailure.normalizeUndecodable(name, line: line + before, encoding: decoding.encoding)
    }
    guard !decoding.isUTF8(raw) else { return try body(raw) }
    var text: [UInt8] = []
    decoding.transcode(raw, into: &text)
    return try text.withBytes(body)
  }

  private func split(
    text: Bytes, line: Int, _ body: ([[UInt8]], Bool, Int) throws -> Void
  ) throws -> Int {
    var block = try exact.parse(text)
    let isExact = block.broken.isEmpty
    if !isExact { block = try tolerant.parse(text) }
    for index in 0..<block.count {
      let record = text.slice(block.offset(index), block.offset(index + 1)).withoutLineEnd
      if record.isEmpty { continue }
      if isExact {
        let fields = (0..<block[index].fieldCount).map { Array(block[index][$0].buffer) }
        try body(fields, false, line + block.line(index))
      } else {
        let (fields, isBroken) = lenient.split(record)
        try body(fields, isBroken, line + block.line(index))
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

/// A value that holds whole records: a stray quote has swallowed the lines up to the next one.
enum SwallowedRecords {
  /// The lines on which such a value's quote opens and closes, from 0 for the record's first; nil
  /// when no value of the record is one.
  ///
  /// It is one when a line of it that is a whole line of the file, but for the quotes, has as many
  /// separators as a record that is `width` fields wide. With one field every line would have them.
  static func lines(in fields: [[UInt8]], separator: UInt8, width: Int) -> ClosedRange<Int>? {
    guard width > 1 else { return nil }
    var line = 0
    for (index, field) in fields.enumerated() where field.contains(where: \.endsLine) {
      let lines = field.withBytes { $0.lines.map { $0.count(of: separator) } }
      for (number, separatorCount) in lines.enumerated() where separatorCount >= width - 1 {
        let beginsLine = number > 0 || index == 0
        let endsLine = number < lines.count - 1 || index == fields.count - 1
        if beginsLine, endsLine { return line...(line + lines.count - 1) }
      }
      line += lines.count - 1
    }
    return nil
  }
}

extension Bytes {
  /// What stands between the line ends (CRLF, LF, CR), which are left out; at least one line.
  var lines: [Bytes] {
    var lines: [Bytes] = []
    var start = 0
    var position = 0
    while position < count {
      guard self[position].endsLine else {
        position += 1
        continue
      }
      lines.append(slice(start, position))
      let isPair = self[position] == 0x0D && position + 1 < count && self[position + 1] == 0x0A
      position += isPair ? 2 : 1
      start = position
    }
    return lines + [slice(start, count)]
  }

  func count(of byte: UInt8) -> Int { buffer.count { $0 == byte } }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}
