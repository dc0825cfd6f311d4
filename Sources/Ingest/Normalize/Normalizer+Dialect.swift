/// How the file is written: as declared, else as its beginning shows.
extension Normalizer {
  func encoding(of part: OpenPart, report: (String) -> Void) throws -> TextEncoding {
    let declared = settings.encoding ?? settings.preset?.encoding
    if let marked = part.markedEncoding {
      if let declared, declared != marked {
        report(
          "\(part.name): byte order mark overrules the encoding \(declared.rawValue) with "
            + marked.rawValue)
      }
      return marked
    }
    if let isBigEndian = Self.unmarkedUTF16(part.head) {
      throw RunFailure.unmarkedUTF16(part.name, isBigEndian: isBigEndian)
    }
    if declared == .utf16 { throw RunFailure.markMissing(part.name) }
    return declared ?? EncodingEvidence(part).encoding
  }

  /// Whether a text of UTF-16 without a mark has its greater bytes first; nil for another text.
  ///
  /// Most of its characters are ASCII, so that every second byte is NUL.
  private static func unmarkedUTF16(_ text: [UInt8]) -> Bool? {
    guard text.contains(0) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in text.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    guard zeros.contains(0), 4 * (zeros[0] + zeros[1]) >= text.count else { return nil }
    return zeros[0] > 0
  }

  /// As declared, else as a line of the file has named it, else the separator that splits the
  /// beginning best.
  func separator(
    of input: NormalizeInput, named: UInt8?, encoding: TextEncoding, name: String
  ) throws -> NormalizeSeparator {
    if let declared = settings.separator ?? settings.preset.map({ [$0.separator] })
      ?? named.map({ [$0] })
    {
      return NormalizeSeparator(bytes: declared)
    }
    let kind = name.split(separator: "/").last.flatMap { InputName(String($0))?.kind }
    return try input.text.withBytes { text in
      let decoding = TextDecoding(encoding: encoding)
      var transcoded: [UInt8] = []
      if !decoding.isUTF8(text) { decoding.transcode(text, into: &transcoded) }
      return try (transcoded.isEmpty ? Array(text.buffer) : transcoded).withBytes { text in
        let best = try DialectSample.best(
          text, isWhole: input.isAtEnd, separators: DialectDetector.separators,
          quote: settings.quoteCharacter, kind: kind ?? .declarations, columnMap: [:]
        ).separator
        let isDouble = try best == Self.bar && isBarDoubled(in: text, isWhole: input.isAtEnd)
        return NormalizeSeparator(bytes: isDouble ? [best, best] : [best])
      }
    }
  }

  private static let bar = UInt8(ascii: "|")

  /// Whether `|` stands twice wherever it separates: split at single ones, every second field of
  /// the header and of all rows is empty.
  ///
  /// Only `||` is known as a separator; `;;` may also be a column without a name.
  private func isBarDoubled(in text: Bytes, isWhole: Bool) throws -> Bool {
    var dialect = Dialect.iso
    dialect.separator = Self.bar
    dialect.quote = settings.quoteCharacter
    let length = RecordParser.cut(text, dialect: dialect, isLast: isWhole).length
    let parser = try RecordParser(dialect: dialect)
    let block = try parser.parse(text.slice(0, length))
    var recordCount = 0
    let broken = Set(block.broken.map(Int.init))
    for index in 0..<block.count where !block[index].isBlank && !broken.contains(index) {
      let record = block[index]
      recordCount += 1
      guard record.fieldCount % 2 == 1, recordCount > 1 || record.fieldCount > 1 else {
        return false
      }
      for field in stride(from: 1, to: record.fieldCount, by: 2) where !record[field].isEmpty {
        return false
      }
    }
    return recordCount > 1
  }
}

/// What stands between the fields of a file that is to be normalised: one byte or several.
///
/// The parser knows separators of one byte. A long one gives way to ``standIn`` before the text is
/// parsed, wherever it stands, and comes back in the values; so quotes mean what they always mean.
struct NormalizeSeparator {
  let bytes: [UInt8]

  /// U+001F, which no other file should hold: one that does is refused where the separator is long.
  static let standIn: UInt8 = 0x1F

  var isLong: Bool { bytes.count > 1 }

  /// What the parser splits at.
  var byte: UInt8 { isLong ? Self.standIn : bytes[0] }

  /// A value as it stands in the file.
  func restored(_ value: [UInt8]) -> [UInt8] {
    guard isLong, value.contains(Self.standIn) else { return value }
    return value.flatMap { $0 == Self.standIn ? bytes : [$0] }
  }
}

/// Puts the stand-in of a long separator in its place, piece by piece.
struct SeparatorTranslation {
  private let separator: [UInt8]
  /// The beginning of a separator that the next piece may go on with.
  private var pending: [UInt8] = []

  init(_ separator: NormalizeSeparator) {
    self.separator = separator.bytes
  }

  /// Appends the translation of a piece; `isLast`: nothing follows it. False, and nothing more is
  /// appended, where the piece holds the stand-in itself.
  mutating func translate(
    _ piece: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]
  ) -> Bool {
    let bytes = pending + piece
    pending = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == NormalizeSeparator.standIn { return false }
      guard byte == separator[0] else {
        text.append(byte)
        position += 1
        continue
      }
      let rest = bytes[position...]
      if rest.starts(with: separator) {
        text.append(NormalizeSeparator.standIn)
        position += separator.count
      } else if !isLast, rest.count < separator.count, separator.starts(with: rest) {
        pending = Array(rest)
        return true
      } else {
        text.append(byte)
        position += 1
      }
    }
    return true
  }
}
