/// The beginning of a part as one separator splits it.
struct DialectSample {
  /// Rows that are looked at.
  static let rowLimit = 5000

  let separator: UInt8
  /// That of the record on ``seemingLine``, where there is one.
  let header: Header
  /// The physical line, from 1, of a record that looks like the header, while the first record does
  /// not and no `kopregel` was declared.
  let seemingLine: Int?
  /// What a line `sep=;` before the header names.
  let namedSeparator: UInt8?
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
    _ text: Bytes, isWhole: Bool, separator: UInt8, quote: UInt8, kind: FileKind,
    columnMap: [String: String], headerLine: Int? = nil
  ) throws {
    var dialect = Dialect.iso
    dialect.separator = separator
    dialect.quote = quote
    // A header further down than the sample is none in it.
    let start = PartStart(text, headerLine: headerLine, isWhole: isWhole)
    let rest = text.slice(start?.offset ?? text.count, text.count)
    let (length, _) = RecordParser.cut(rest, dialect: dialect, isLast: isWhole)
    let parser = try RecordParser(dialect: dialect)
    let signs = FlawSigns(in: text)
    var block = try parser.parse(rest.slice(0, length), signs)
    let search = HeaderSearch(block, kind: kind, columnMap: columnMap)
    let seeming = headerLine == nil ? search.seeming : nil
    let headerIndex = seeming?.index ?? search.first
    let header = seeming?.header ?? search.header

    swallowed = try Self.swallowed(
      block, rest.slice(0, length), parser, header, linesBefore: start?.lineCount ?? 0)
    if block.innerLineCount > 0 { block = try parser.parse(rest.slice(0, length), signs) }

    let types = kind.dialectColumns
    let sought = zip(kind.columns, header.positions).compactMap { column, position in
      types[column.name].flatMap { type in position.map { (column.name, type, $0) } }
    }
    var values = [[[UInt8]]](repeating: [], count: sought.count)
    var rowCount = 0
    var raggedCount = 0
    for index in (headerIndex + 1)..<max(block.count, headerIndex + 1) {
      let record = block[index]
      let isBroken = search.broken.contains(UInt32(index))
      if record.isBlank && !isBroken { continue }
      let isTotal = record.isTotal(
        width: header.fieldCount, needed: header.neededPositions, isMissing: \.isEmpty)
      if isTotal { continue }
      if rowCount == Self.rowLimit { break }
      rowCount += 1
      if record.fieldCount != header.fieldCount || isBroken {
        raggedCount += 1
        continue
      }
      for (column, place) in sought.enumerated() {
        values[column].append(Array(record[place.2].trimmed().buffer))
      }
    }
    self.separator = separator
    self.header = header
    seemingLine = seeming.map { (start?.lineCount ?? 0) + block.line($0.index) + 1 }
    namedSeparator = start?.separator
    self.rowCount = rowCount
    self.raggedCount = raggedCount
    columns = zip(sought, values).map { SampledColumn(name: $0.0, type: $0.1, values: $1) }
  }

  /// The sample of the separator that explains the text best; there is at least one separator.
  ///
  /// What a line `sep=;` names is tried as well, and of several separators it is the only one.
  static func best(
    _ text: Bytes, isWhole: Bool, separators: [UInt8], quote: UInt8, kind: FileKind,
    columnMap: [String: String], headerLine: Int? = nil
  ) throws -> DialectSample {
    var separators = separators
    if let named = PartStart(text, headerLine: headerLine, isWhole: isWhole)?.separator,
      separators != [named]
    {
      separators = separators.count == 1 ? separators + [named] : [named]
    }
    let samples = try separators.map { separator in
      try DialectSample(
        text, isWhole: isWhole, separator: separator, quote: quote, kind: kind,
        columnMap: columnMap, headerLine: headerLine)
    }
    return samples.dropFirst().reduce(samples[0]) { best, other in
      other.explainsMore(than: best) ? other : best
    }
  }

  /// Parses a text of several lines in a value once more, now that the width of records is known.
  private static func swallowed(
    _ block: RecordBlock, _ text: Bytes, _ parser: RecordParser, _ header: Header, linesBefore: Int
  ) throws -> (line: Int, lastLine: Int)? {
    guard block.innerLineCount > 0 else { return nil }
    parser.expect(fieldCount: header.fieldCount)
    guard let found = try parser.parse(text).swallowed else { return nil }
    func line(_ offset: Int) -> Int {
      linesBefore + LineEnds(text.slice(0, offset).buffer).count + 1
    }
    return (line(found.lowerBound), line(found.upperBound))
  }

  /// Whether this separator explains the part better: more known columns, then more rows that are
  /// as wide as a header of several fields, then more fields.
  func explainsMore(than other: DialectSample) -> Bool {
    func merits(_ sample: DialectSample) -> (Int, Int, Int) {
      let isSplit = sample.header.fieldCount > 1
      return (
        sample.header.matchedCount, isSplit ? sample.rowCount - sample.raggedCount : 0,
        sample.header.fieldCount
      )
    }
    return merits(self) > merits(other)
  }
}
