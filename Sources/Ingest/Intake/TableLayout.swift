/// How a text is laid out as a table: by which separator, and where its header stands.
struct TableLayout {
  let separator: UInt8
  let headers: [String]
  /// The physical line, from 1, of the header where lines of a title stand above it.
  let headerLine: Int?
  let titles: [String]
  private let start: Int
  /// Index of the header among the records behind `start`.
  private let headerIndex: Int
  /// Rows of the sample as wide as the header, times the fields that follow the first.
  private let merit: Int

  /// Records among which the header is sought, and records that say how wide a row is.
  private static let soughtCount = 50
  private static let measuredCount = 1000

  /// The layout that explains most of a text; nil where none has a header.
  ///
  /// A line `sep=;` decides.
  static func best(_ text: Bytes, isWhole: Bool) throws -> TableLayout? {
    let start = PartStart(text, headerLine: nil, isWhole: isWhole)
    let separators = start?.separator.map { [$0] } ?? DialectDetector.separators
    let layouts = try separators.compactMap {
      try TableLayout(text, start, isWhole: isWhole, separator: $0)
    }
    return layouts.dropFirst().reduce(layouts.first) { best, other in
      if let best, best.merit >= other.merit { best } else { other }
    }
  }

  private init?(_ text: Bytes, _ start: PartStart?, isWhole: Bool, separator: UInt8) throws {
    let offset = start?.offset ?? 0
    let (block, _) = try Self.parse(
      text, from: offset, isWhole: isWhole, separator: separator, limit: 1 << 18)
    let records = (0..<min(block.count, Self.measuredCount)).filter { !block[$0].isBlank }
    let widths = Dictionary(records.map { (block[$0].fieldCount, 1) }, uniquingKeysWith: +)
    let common = widths.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let (width, count) = common else { return nil }
    let sought = records.prefix(Self.soughtCount)
    guard let index = Self.header(block, among: Array(sought), width: width) else { return nil }
    self.separator = separator
    self.start = offset
    headerIndex = index
    headers = block[index].headerNames()
    merit = count * (headers.count - 1)
    let above = sought.filter { $0 < index }
    titles = above.flatMap { block[$0].headerNames().filter { !$0.isEmpty } }
    headerLine = above.isEmpty ? nil : (start?.lineCount ?? 0) + block.line(index) + 1
  }

  /// The record with most names of the contract, where one has two; else the first that is as wide as
  /// most and nearly as full as any, unless it holds numbers and dates as rows do.
  private static func header(_ block: RecordBlock, among records: [Int], width: Int) -> Int? {
    let named = records.map { index in
      (index: index, count: block[index].headerNames().count { names.contains(HeaderName($0)) })
    }
    let best = named.max { ($0.count, -$0.index) < ($1.count, -$1.index) }
    func filled(_ index: Int) -> Int {
      (0..<block[index].fieldCount).count { !block[index][$0].trimmed().isEmpty }
    }
    let wide = records.filter { block[$0].fieldCount == width }
    let fullest = wide.map(filled).max() ?? 0
    let first = wide.first { filled($0) * 4 > fullest * 3 }
    if let best, best.count >= 2, best.count > 2 || best.index == first { return best.index }
    guard let first, filled(first) >= 2, !looksLikeRow(block[first]) else { return nil }
    return first
  }

  private static let names = Set(FileKind.allCases.flatMap { $0.columnNames.flatMap(\.all) })

  private static func looksLikeRow(_ record: Record) -> Bool {
    let values = (0..<record.fieldCount).map { record[$0].trimmed() }.filter { !$0.isEmpty }
    let data = values.count { value in
      value.buffer.allSatisfy { byte in
        byte &- 0x30 <= 9 || [0x2C, 0x2D, 0x2E, 0x2F, 0x20, 0x3A].contains(byte)
      }
    }
    return data * 3 > values.count
  }

  /// Calls `body` with the rows below the header that are as wide as it and no totals; how many.
  func forEachRow(of text: Bytes, isWhole: Bool, _ body: (Record) -> Void) throws -> Int {
    let (block, _) = try Self.parse(
      text, from: start, isWhole: isWhole, separator: separator, limit: text.count)
    var rowCount = 0
    for index in (headerIndex + 1)..<max(block.count, headerIndex + 1) {
      let record = block[index]
      if record.fieldCount != headers.count || record.isBlank || record.beginsTotal { continue }
      if rowCount == ColumnSketch.comparedCount { break }
      rowCount += 1
      body(record)
    }
    return rowCount
  }

  /// The parser owns the block.
  private static func parse(
    _ text: Bytes, from offset: Int, isWhole: Bool, separator: UInt8, limit: Int
  ) throws -> (RecordBlock, RecordParser) {
    var dialect = Dialect.iso
    dialect.separator = separator
    let parser = try RecordParser(dialect: dialect)
    let end = min(text.count, offset + limit)
    let rest = text.slice(offset, end)
    // A quote that stays open is for the run to tell of.
    let (length, _) = RecordParser.cut(
      rest, dialect: dialect, isLast: isWhole && end == text.count)
    return (try parser.parse(rest.slice(0, length), FlawSigns(in: text)), parser)
  }
}
