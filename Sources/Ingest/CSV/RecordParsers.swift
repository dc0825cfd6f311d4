/// One thread's parsers, one for each dialect.
struct RecordParsers {
  private var parsers: [Dialect: RecordParser] = [:]

  mutating func parser(_ dialect: Dialect) throws -> RecordParser {
    if let parser = parsers[dialect] { return parser }
    let parser = try RecordParser(dialect: dialect)
    parsers[dialect] = parser
    return parser
  }
}
