import Testing

@testable import Ingest

/// Random hostile bytes: the fast lane against libcsv, and pieces against the whole.
@Suite("Parsing random bytes")
struct ParserDifferenceTests {
  private static let rounds = 50_000
  private static let seed: UInt64 = 20_171_015
  private static let dialects: [Dialect] = [(",", "\""), (";", "'"), ("\t", "\"")].map { marks in
    var dialect = Dialect.iso
    dialect.separator = marks.0.utf8.first ?? 0
    dialect.quote = marks.1.utf8.first ?? 0
    return dialect
  }

  /// Mostly what a parser looks at; long enough now and then for the widest vector registers, and
  /// for several of the pieces in which a text is looked through.
  private static func draw(_ dice: inout Dice, _ dialect: Dialect, quotes: Bool) -> [UInt8] {
    let plain = Array("aé \t\u{0};,".utf8) + [0x0A, 0x0A, 0x0D, 0x0D, 0xFF]
    let marks =
      [dialect.separator, dialect.separator] + (quotes ? [dialect.quote, dialect.quote] : [])
    let alphabet = (plain + marks).filter { quotes || $0 != dialect.quote }
    let isLong = dice.below(16) == 0
    let length =
      dice.below(1000) == 0 ? 4000 + dice.below(9000) : isLong ? 60 + dice.below(140) : dice.below(24)
    return (0..<length).map { _ in alphabet[dice.below(alphabet.count)] }
  }

  @Test("without a quote the fast lane gives the records of libcsv")
  func fastLane() throws {
    var dice = Dice(seed: Self.seed)
    for dialect in Self.dialects {
      let (fast, slow) = (try RecordParser(dialect: dialect), try RecordParser(dialect: dialect))
      // A block is memory of its parser.
      defer { withExtendedLifetime((fast, slow)) {} }
      for round in 0..<Self.rounds / 3 {
        let text = Self.draw(&dice, dialect, quotes: false)
        try text.withBytes { bytes in
          let found = try fast.parse(bytes)
          let expected = try slow.parse(bytes, isReference: true)
          let isSame = found.equals(expected)
          if !isSame { Issue.record("seed \(Self.seed), round \(round): \(text)") }
        }
      }
    }
  }

  @Test("pieces that end where a cut is allowed give the records of the whole")
  func pieces() throws {
    var dice = Dice(seed: Self.seed + 1)
    for dialect in Self.dialects {
      let (one, two) = (try RecordParser(dialect: dialect), try RecordParser(dialect: dialect))
      defer { withExtendedLifetime((one, two)) {} }
      for round in 0..<Self.rounds / 3 {
        let text = Self.draw(&dice, dialect, quotes: true)
        let size = 1 + dice.below(text.count + 1)
        try text.withBytes { bytes in
          let whole = try one.parse(bytes, isReference: true)
          let difference = try Self.difference(whole, bytes, size, two, dialect)
          if let difference {
            Issue.record("seed \(Self.seed), round \(round), \(size): \(text): \(difference)")
          }
        }
      }
    }
  }

  /// Reads `bytes` in pieces of `size` and more, as ``ChunkReader`` does; what differs, or nil.
  private static func difference(
    _ whole: RecordBlock,
    _ bytes: Bytes,
    _ size: Int,
    _ parser: RecordParser,
    _ dialect: Dialect
  ) throws -> String? {
    let openQuote = RecordParser.cut(bytes, dialect: dialect, isLast: true).openQuote
    var start = 0
    var wanted = size
    var records = 0
    var lines = 0
    while start < bytes.count {
      let seen = bytes.slice(start, min(start + wanted, bytes.count))
      let isLast = start + seen.count == bytes.count
      let (length, open) = RecordParser.cut(seen, dialect: dialect, isLast: isLast)
      if isLast, let open {
        return openQuote == start + open ? nil : "open quote at \(start + open)"
      }
      if length == 0 {
        wanted *= 2
        continue
      }
      let piece = try parser.parse(seen.slice(0, length))
      for index in 0..<piece.count {
        guard records < whole.count, piece.record(index, equals: records, of: whole),
          piece.offset(index) + start == whole.offset(records),
          piece.line(index) + lines == whole.line(records)
        else { return "record \(records)" }
        records += 1
      }
      lines += piece.lineCount
      start += length
      wanted = size
    }
    if openQuote != nil { return "the open quote was lost" }
    return records == whole.count && lines == whole.lineCount ? nil : "\(records) records"
  }
}

extension RecordBlock {
  fileprivate func equals(_ other: RecordBlock) -> Bool {
    guard count == other.count, lineCount == other.lineCount else { return false }
    return (0..<count).allSatisfy {
      record($0, equals: $0, of: other) && offset($0) == other.offset($0)
        && line($0) == other.line($0)
    }
  }

  /// Whether two records say the same; blank ones do, however they are kept.
  fileprivate func record(_ index: Int, equals other: Int, of block: RecordBlock) -> Bool {
    let (mine, theirs) = (self[index], block[other])
    let isBroken = broken.contains(UInt32(index))
    guard isBroken == block.broken.contains(UInt32(other)) else { return false }
    if !isBroken, mine.isBlank { return theirs.isBlank }
    guard mine.fieldCount == theirs.fieldCount else { return false }
    return (0..<mine.fieldCount).allSatisfy { mine[$0].trimmed().equals(theirs[$0].trimmed()) }
  }
}
