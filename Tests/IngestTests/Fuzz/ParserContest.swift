@testable import Ingest

/// The parsers of one dialect, on the same text.
struct ParserContest {
  let dialect: Dialect
  private let keepsSpaces: Bool
  private let yardstick: RecordParser
  /// The fast lane without vectors and with ever wider ones.
  private let lanes: [RecordParser]

  init(dialect: Dialect, keepsSpaces: Bool) throws {
    self.dialect = dialect
    self.keepsSpaces = keepsSpaces
    yardstick = try RecordParser(dialect: dialect, keepsSpaces: keepsSpaces)
    lanes = try [0, 128, 256, 512].map {
      try RecordParser(dialect: dialect, keepsSpaces: keepsSpaces, vectorBits: $0)
    }
  }

  /// What differs, or nil.
  func difference(_ text: Bytes, _ dice: inout Dice) throws -> String? {
    let width = 1 + dice.below(4)
    for parser in lanes + [yardstick] { parser.expect(fieldCount: width) }
    // A block is memory of its parser.
    return try withExtendedLifetime((yardstick, lanes)) {
      let whole = try yardstick.parse(text, isReference: true)
      for (number, lane) in lanes.enumerated() {
        let found = try lane.parse(text)
        guard found.count == whole.count, found.lineCount == whole.lineCount,
          found.innerLineCount == whole.innerLineCount, found.swallowed == whole.swallowed,
          found.doubtful == whole.doubtful,
          found.continues(whole, at: 0, offset: 0, line: 0, isExact: keepsSpaces)
        else { return "lane \(number)" }
      }
      // Where a cut is allowed does not depend on what is done about spaces.
      if keepsSpaces { return nil }
      return try cutDifference(whole, text, &dice) ?? pieceDifference(whole, text, &dice)
    }
  }

  /// Of a text that goes on, a cut gives all records whose end is known: what follows a CR at the
  /// very end may be its LF.
  private func cutDifference(
    _ whole: RecordBlock, _ text: Bytes, _ dice: inout Dice
  ) -> String? {
    var ends = (1..<max(1, whole.count)).map { whole.offset($0) }
    if let last = text.buffer.last, last == 0x0A || last == 0x0D, !hasOpenQuote(text) {
      ends.append(text.count)
    }
    // Long texts are split in some places only: the number of them all is the length's square.
    let isLong = text.count > 300
    var known = 0
    for turn in 0...(isLong ? 60 : text.count) {
      let length = isLong ? dice.below(text.count + 1) : turn
      if isLong { known = 0 }
      while known < ends.count,
        ends[known] < length || ends[known] == length && text[length - 1] == 0x0A
      {
        known += 1
      }
      let cut = RecordParser.cut(text.slice(0, length), dialect: dialect, isLast: false).length
      if cut != (known == 0 ? 0 : ends[known - 1]) { return "cut \(cut) of \(length)" }
    }
    return nil
  }

  private func hasOpenQuote(_ text: Bytes) -> Bool {
    RecordParser.cut(text, dialect: dialect, isLast: true).openQuote != nil
  }

  /// Reads the text in pieces as ``ChunkReader`` does.
  private func pieceDifference(
    _ whole: RecordBlock, _ text: Bytes, _ dice: inout Dice
  ) throws -> String? {
    let lane = lanes[dice.below(lanes.count)]
    let size = 1 + dice.below(text.count + 1)
    var (start, wanted, records, lines) = (0, size, 0, 0)
    while start < text.count {
      let seen = text.slice(start, min(start + wanted, text.count))
      let isLast = start + seen.count == text.count
      let length = RecordParser.cut(seen, dialect: dialect, isLast: isLast).length
      if length == 0 {
        wanted *= 2
        continue
      }
      let piece = try lane.parse(seen.slice(0, length))
      guard piece.continues(whole, at: records, offset: start, line: lines, isExact: false) else {
        return "pieces of \(size), the one at \(start)"
      }
      records += piece.count
      lines += piece.lineCount
      start += length
      wanted = size
    }
    return records == whole.count && lines == whole.lineCount ? nil : "pieces of \(size)"
  }
}
