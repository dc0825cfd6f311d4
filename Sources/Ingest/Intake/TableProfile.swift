/// The beginning of a file as a table, before anybody knows what it holds.
struct TableProfile {
  /// As in the folder.
  let name: String
  let path: String
  let separator: UInt8
  /// The physical line, from 1, of the header where lines of a title stand above it.
  let headerLine: Int?
  /// The fields of those lines that are not empty.
  let titles: [String]
  let columns: [ColumnProfile]
  /// Rows that were looked at.
  let rowCount: Int
  /// Whether numbers are taken to have a decimal comma.
  let hasDecimalComma: Bool

  var headers: [String] { columns.map(\.header) }
  var isGzip: Bool { InputName.comparable(name).hasSuffix(".gz") }

  /// Nil where the file has no header of two columns or more. Throws 65 where it is no text, and
  /// what reading it throws.
  init?(name: String, path: String) throws {
    let isGzip = InputName.comparable(name).hasSuffix(".gz")
    let input = InputPart(kind: .declarations, name: name, path: path, isGzip: isGzip)
    let part = try OpenPart(name: name, headSize: Self.headSize, opener: try PartOpener(input))
    try ForeignContent.refuse(part, isGzip: isGzip)
    var text = part.head
    guard !text.withBytes(\.holdsNUL) else { return nil }
    let encoding = part.markedEncoding ?? EncodingEvidence(part).encoding
    let decoding = TextDecoding(encoding: encoding)
    if !part.head.withBytes({ decoding.isUTF8($0) }) {
      part.head.withBytes { decoding.transcode($0, into: &text) }
    }
    let layout = try text.withBytes { try TableLayout.best($0, isWhole: part.isWhole) }
    guard let layout else { return nil }
    var sketches = layout.headers.enumerated().map { ColumnSketch(header: $1, position: $0) }
    let rowCount = try text.withBytes {
      try layout.forEachRow(of: $0, isWhole: part.isWhole) { record in
        for position in sketches.indices { sketches[position].add(record[position].trimmed()) }
      }
    }
    self.name = name
    self.path = path
    separator = layout.separator
    headerLine = layout.headerLine
    titles = layout.titles
    self.rowCount = rowCount
    hasDecimalComma = ColumnSketch.haveDecimalComma(sketches, separator: layout.separator)
    let decoder = NumberDecoder(hasDecimalComma ? .nlUTF8 : .iso)
    columns = sketches.map { ColumnProfile($0, decoder) }
  }

  /// Enough for the registers of a large municipality.
  private static let headSize = 8 << 20

  /// Positions of columns that a column map can name: with a header that no other one equals.
  var nameable: [Int] {
    let names = headers.map { HeaderName($0) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return names.indices.filter { index in
      let name = names[index]
      // Citizen service numbers are nothing that a run may read.
      return !name.normalised.isEmpty && name.normalised != "bsn" && counts[name] == 1
    }
  }
}

/// What is kept of a column while its table is read.
struct ColumnSketch {
  /// Rows whose values are kept, and rows whose values are compared with other files.
  static let keptCount = 500
  static let comparedCount = 100_000

  let header: String
  let position: Int
  /// Empty for a missing one.
  private(set) var values: [[UInt8]] = []
  private(set) var distinct: Set<UInt64> = []
  private(set) var filledCount = 0
  private var rowCount = 0

  init(header: String, position: Int) {
    self.header = header
    self.position = position
  }

  mutating func add(_ value: Bytes) {
    rowCount += 1
    guard rowCount <= Self.comparedCount else { return }
    let isMissing = Self.missing.contains(value)
    if rowCount <= Self.keptCount { values.append(isMissing ? [] : Array(value.buffer)) }
    guard !isMissing else { return }
    filledCount += 1
    distinct.insert(Self.key(of: value))
  }

  /// What a value is compared by: without the zeros in front of digits, which a spreadsheet may have
  /// dropped in one file, and without the prefix of a district's code.
  private static func key(of value: Bytes) -> UInt64 {
    var digits = value
    if digits.count > 2, digits[2] &- 0x30 <= 9,
      ["wk", "bu", "gm"].contains(where: { prefix in
        digits.slice(0, 2).equalsIgnoringCase(Array(prefix.utf8))
      })
    {
      digits = digits.slice(2, digits.count)
    }
    guard digits.buffer.allSatisfy({ $0 &- 0x30 <= 9 }) else { return value.hash() }
    let zeros = digits.buffer.prefix { $0 == 0x30 }.count
    return digits.slice(zeros, digits.count).hash()
  }

  private static let missing = MissingValues(tokens: nil, dialect: .iso)

  /// Whether more values end in a comma and one or two digits than in a point and those; of none
  /// the separator decides.
  static func haveDecimalComma(_ sketches: [ColumnSketch], separator: UInt8) -> Bool {
    var (commas, points) = (0, 0)
    for value in sketches.lazy.flatMap(\.values) where value.count >= 3 {
      guard value.allSatisfy({ $0 &- 0x30 <= 9 || $0 == 0x2C || $0 == 0x2E || $0 == 0x2D }) else {
        continue
      }
      let mark = value.suffix(3).last { $0 == 0x2C || $0 == 0x2E }
      if mark == 0x2C { commas += 1 } else if mark == 0x2E { points += 1 }
    }
    return commas == points ? separator != UInt8(ascii: ",") : commas > points
  }
}
