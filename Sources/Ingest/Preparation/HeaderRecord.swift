/// The first record of a part that is not blank and stands below what is before the header.
struct HeaderRecord {
  let names: [String]
  /// Offset in the part's head of the first byte after the header.
  let end: Int
  /// Line ends up to there.
  let lineCount: Int
  let blankCount: Int
  /// Physical lines before the header that are neither blank nor the header.
  let titleLineCount: Int

  /// Reads the header of a part, which must begin within its first 64 MiB.
  ///
  /// `headerLine`: the physical line that `kopregel` names, from 1.
  init(of part: OpenPart, dialect: Dialect, headerLine: Int? = nil) throws {
    var size = 64 << 10
    while true {
      try part.extendHead(to: size)
      if let found = try Self(in: part, seeing: size, dialect: dialect, headerLine: headerLine) {
        self = found
        return
      }
      if part.isWhole, size >= part.head.count {
        throw headerLine.map { RunFailure.noHeader(part.name, onLine: $0) }
          ?? RunFailure.noHeader(part.name)
      }
      guard size < ChunkReader.recordLimit else {
        throw RunFailure.endlessRecord(part.name, line: 1, limit: ChunkReader.recordLimit)
      }
      size *= 2
    }
  }

  private init?(in part: OpenPart, seeing size: Int, dialect: Dialect, headerLine: Int?) throws {
    let decoding = TextDecoding(encoding: dialect.encoding)
    let parser = try RecordParser(dialect: dialect)
    let found: Self? = try part.head.withBytes { head in
      let seen = head.slice(0, min(size, head.count))
      let isLast = part.isWhole && seen.count == head.count
      guard let start = PartStart(seen, headerLine: headerLine, isWhole: isLast) else { return nil }
      let text = seen.slice(start.offset, seen.count)
      let (length, openQuote) = RecordParser.cut(text, dialect: dialect, isLast: isLast)
      if isLast, let openQuote {
        let before = seen.slice(0, start.offset + openQuote)
        let byte = part.markLength + decoding.rawLength(before)
        throw RunFailure.openQuote(part.name, line: try part.line(ofByte: byte), byte: byte)
      }
      let block = try parser.parse(text.slice(0, length), FlawSigns(in: seen))
      // A record that breaks in its first field has no field, and is not blank for that.
      let found = (0..<block.count).first {
        !block[$0].isBlank || block.broken.contains(UInt32($0))
      }
      guard let index = found else { return nil }
      let end = start.offset + block.offset(index + 1)
      if let offset = decoding.firstUndecodable(seen.slice(0, end)) {
        let byte = part.markLength + offset
        throw RunFailure.undecodable(
          part.name, encoding: dialect.encoding, line: try part.line(ofByte: byte), byte: byte)
      }
      try Self.refuseSwallowed(
        seen.slice(start.offset + block.offset(index), end),
        line: start.lineCount + block.line(index) + 1, part, dialect)
      guard !block.broken.contains(UInt32(index)) else { throw RunFailure.brokenHeader(part.name) }
      return Self(
        names: block[index].headerNames(decoding), end: end,
        lineCount: start.lineCount + block.line(index + 1), blankCount: start.blankCount + index,
        titleLineCount: start.titleLineCount)
    }
    guard let found else { return nil }
    self = found
  }

  /// How wide records are is what the header tells; where it goes on over line ends, its first line
  /// tells how wide they are at least.
  private static func refuseSwallowed(
    _ header: Bytes, line: Int, _ part: OpenPart, _ dialect: Dialect
  ) throws {
    let firstLine = header.buffer.prefix { $0 != 0x0A && $0 != 0x0D }
    guard firstLine.count + 2 < header.count else { return }
    let parser = try RecordParser(dialect: dialect)
    parser.expect(fieldCount: firstLine.count { $0 == dialect.separator } + 1)
    // Among names there is no remark with commas: what is doubtful in a row is a line lost here.
    let block = try parser.parse(header)
    guard let found = block.swallowed ?? block.doubtful else { return }
    func lineCount(_ offset: Int) -> Int { LineEnds(header.slice(0, offset).buffer).count }
    throw RunFailure.swallowedRecords(
      part.name, line: line + lineCount(found.lowerBound),
      lastLine: line + lineCount(found.upperBound))
  }

  init(names: [String], end: Int, lineCount: Int, blankCount: Int = 0, titleLineCount: Int = 0) {
    self.names = names
    self.end = end
    self.lineCount = lineCount
    self.blankCount = blankCount
    self.titleLineCount = titleLineCount
  }
}

extension Record {
  /// The fields as the names of columns.
  func headerNames(_ decoding: TextDecoding = TextDecoding(encoding: .utf8)) -> [String] {
    var text: [UInt8] = []
    return (0..<fieldCount).map { index in
      let field = self[index]
      if decoding.isUTF8(field) { return HeaderName.text(field.string) }
      decoding.transcode(field, into: &text)
      return HeaderName.text(text.withBytes { $0.string })
    }
  }
}
