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
