/// The beginning of a part as one separator splits it.
struct DialectSample {
  /// Rows that are looked at.
  static let rowLimit = 5000

  let separator: UInt8
  let header: Header
  /// Rows below the header that are neither blank nor totals.
  let rowCount: Int
  /// Those of them with another number of fields than the header, or with broken quoting.
  let raggedCount: Int
  /// On which lines the first quoted value opens and closes that holds whole records; nil where none
  /// does.
  let swallowed: (line: Int, lastLine: Int)?
  /// The columns whose values depend on the dialect and that the part has.
  let columns: [SampledColumn]

  /// `text`: whole records in UTF-8, as far as they are known.
  init(
    _ text: Bytes,
    isWhole: Bool,
    separator: UInt8,
    quote: UInt8,
    kind: FileKind,
    columnMap: [String: String]
  ) throws {
    var dialect = Dialect.iso
    dialect.separator = separator
    dialect.quote = quote
    let (length, _) = RecordParser.cut(text, dialect: dialect, isLast: isWhole)
    let parser = try RecordParser(dialect: dialect)
    let signs = FlawSigns(in: text)
    var block = try parser.parse(text.slice(0, length), signs)
    let broken = Set(block.broken)
    let headerIndex =
      (0..<block.count).first { !block[$0].isBlank || broken.contains(UInt32($0)) } ?? block.count
    let header = Header(
      headerIndex < block.count ? Self.names(block[headerIndex]) : [],
      kind: kind,
      columnMap: columnMap
    )

    swallowed = try Self.swallowed(block, text.slice(0, length), parser, header)
    if block.innerLineCount > 0 { block = try parser.parse(text.slice(0, length), signs) }

    let types = kind.dialectColumns
    let sought = zip(kind.columns, header.positions).compactMap { column, position in
      types[column.name].flatMap { type in position.map { (column.name, type, $0) } }
    }
    var values = [[[UInt8]]](repeating: [], count: sought.count)
    var rowCount = 0
    var raggedCount = 0
    for index in (headerIndex + 1)..<max(block.count, headerIndex + 1) {
      let record = block[index]
      if record.isBlank && !broken.contains(UInt32(index)) { continue }
      let isTotal = record.isTotal(
        width: header.fieldCount, needed: header.neededPositions, isMissing: \.isEmpty)
      if isTotal { continue }
      if rowCount == Self.rowLimit { break }
      rowCount += 1
      if record.fieldCount != header.fieldCount || broken.contains(UInt32(index)) {
        raggedCount += 1
        continue
      }
      for (column, place) in sought.enumerated() {
        values[column].append(Array(record[place.2].trimmed().buffer))
      }
    }
    self.separator = separator
    self.header = header
    self.rowCount = rowCount
    self.raggedCount = raggedCount
    columns = zip(sought, values).map { SampledColumn(name: $0.0, type: $0.1, values: $1) }
  }

  /// The sample of the separator that explains the text best; there is at least one separator.
  static func best(
    _ text: Bytes,
    isWhole: Bool,
    separators: [UInt8],
    quote: UInt8,
    kind: FileKind,
    columnMap: [String: String]
  ) throws -> DialectSample {
    let samples = try separators.map { separator in
      try DialectSample(
        text,
        isWhole: isWhole,
        separator: separator,
        quote: quote,
        kind: kind,
        columnMap: columnMap
      )
    }
    return samples.dropFirst().reduce(samples[0]) { best, other in
      other.explainsMore(than: best) ? other : best
    }
  }

  /// Parses a text of several lines in a value once more, now that the width of records is known.
  private static func swallowed(
    _ block: RecordBlock, _ text: Bytes, _ parser: RecordParser, _ header: Header
  ) throws -> (line: Int, lastLine: Int)? {
    guard block.innerLineCount > 0 else { return nil }
    parser.expect(fieldCount: header.fieldCount)
    guard let found = try parser.parse(text).swallowed else { return nil }
    func line(_ offset: Int) -> Int { LineEnds(Array(text.slice(0, offset).buffer)).count + 1 }
    return (line(found.lowerBound), line(found.upperBound))
  }

  private static func names(_ record: Record) -> [String] {
    (0..<record.fieldCount).map { record[$0].trimmed().string }
  }

  /// Columns of the contract that the header has.
  var matchedCount: Int { header.positions.count { $0 != nil } }

  /// Whether this separator explains the part better: more known columns, then more rows that are
  /// as wide as a header of several fields, then more fields.
  func explainsMore(than other: DialectSample) -> Bool {
    func merits(_ sample: DialectSample) -> (Int, Int, Int) {
      let isSplit = sample.header.fieldCount > 1
      return (
        sample.matchedCount, isSplit ? sample.rowCount - sample.raggedCount : 0,
        sample.header.fieldCount
      )
    }
    return merits(self) > merits(other)
  }
}
