/// Text that a spreadsheet keeps from becoming a number, `="0123"`, is what stands between the
/// quotes.
///
/// What is around it is blanked in a copy of the text, byte for byte, before the copy is parsed for
/// good. So offsets and lines stay, and nothing behind the parser has to know. A record with such a
/// value that is not quoted itself is broken for the parser and ends with its line: it is whole if
/// all of it is there.
extension RecordParser {
  /// The records of a text, in which protected text is its text.
  func parseRevealing(_ text: Bytes) throws -> RecordBlock {
    let block = try parse(text)
    guard dialect.mayProtectText, FlawSigns(in: text).contains(.protectedText) else { return block }
    var isCopied = false
    for index in 0..<block.count {
      let start = block.offset(index)
      let record = text.slice(start, block.offset(index + 1))
      guard FlawSigns(in: record).contains(.protectedText) else { continue }
      var search = ProtectedTextSearch(record, dialect)
      guard search.isSound(), !search.changes.isEmpty else { continue }
      if !isCopied {
        revealed = Array(text.buffer)
        isCopied = true
      }
      for change in search.changes { revealed[start + change.offset] = change.byte }
    }
    // The copy is not touched again until the next text, so its storage stays where it is.
    return isCopied ? try revealed.withBytes { try parse($0) } : block
  }
}

extension Dialect {
  /// Whether the signs of protected text are neither its separators nor its quotes, nor blanks
  /// separators.
  fileprivate var mayProtectText: Bool {
    let marks = [UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: " ")]
    return !marks.contains(separator) && quote != UInt8(ascii: "=")
  }
}

/// Walks over the fields of one record, and notes what reveals its protected texts.
private struct ProtectedTextSearch {
  private let record: Bytes
  private let separator, quote: UInt8
  private var position = 0
  private(set) var changes: [(offset: Int, byte: UInt8)] = []

  init(_ record: Bytes, _ dialect: Dialect) {
    self.record = record
    separator = dialect.separator
    quote = dialect.quote
  }

  private static let doubleQuote = UInt8(ascii: "\"")
  private static let equalsSign = UInt8(ascii: "=")
  private static let blank = UInt8(ascii: " ")

  /// Whether the record is whole, once its protected texts are revealed.
  mutating func isSound() -> Bool {
    while true {
      skipBlanks()
      guard takeField() else { return false }
      skipBlanks()
      guard isAtFieldEnd else { return false }
      guard position < record.count, record[position] == separator else { return true }
      position += 1
    }
  }

  private var isAtFieldEnd: Bool {
    guard position < record.count else { return true }
    return record[position] == separator || isLineEnd(record[position])
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func skipBlanks() {
    while position < record.count, record[position] != separator,
      record[position] == Self.blank || record[position] == 0x09
    { position += 1 }
  }

  private mutating func takeField() -> Bool {
    guard position < record.count else { return true }
    if record[position] == quote { return takeQuoted() }
    if quote == Self.doubleQuote, record[position] == Self.equalsSign, position + 1 < record.count,
      record[position + 1] == quote
    {
      return takeProtected()
    }
    let start = position
    while !isAtFieldEnd {
      if record[position] == quote { return false }
      position += 1
    }
    if quote != Self.doubleQuote { reveal(start..<position, between: Self.blank) }
    return true
  }

  /// `"…"`
  private mutating func takeQuoted() -> Bool {
    let start = position
    position += 1
    while position < record.count {
      if record[position] != quote {
        position += 1
      } else if position + 1 < record.count, record[position + 1] == quote {
        position += 2
      } else {
        position += 1
        reveal(start + 1..<position - 1, between: quote)
        return true
      }
    }
    return false
  }

  /// `="…"`: without its first byte a quoted field.
  private mutating func takeProtected() -> Bool {
    let start = position
    position += 2
    while position < record.count, record[position] != quote, !isLineEnd(record[position]) {
      position += 1
    }
    guard position < record.count, record[position] == quote else { return false }
    position += 1
    changes.append((start, Self.blank))
    return true
  }

  /// Blanks what is around protected text that takes up a field's content, and the marks around
  /// that, and puts `mark` on either side of the text.
  private mutating func reveal(_ content: Range<Int>, between mark: UInt8) {
    let value = record.slice(content.lowerBound, content.upperBound).trimmed()
    // Quotes in a field that they enclose are doubled.
    let width = mark == Self.doubleQuote ? 2 : 1
    guard value.count > 2 * width, value[0] == Self.equalsSign else { return }
    let text = value.slice(1 + width, value.count - width)
    let around = [value.slice(1, 1 + width), value.slice(value.count - width, value.count)]
    guard around.allSatisfy({ $0.buffer.allSatisfy { $0 == Self.doubleQuote } }),
      !text.buffer.contains(Self.doubleQuote)
    else { return }
    let lower = text.start - record.start
    let upper = lower + text.count
    let isQuoted = mark != Self.blank
    let all = isQuoted ? content.lowerBound - 1..<content.upperBound + 1 : content
    for offset in all where offset < lower || offset >= upper {
      changes.append((offset, offset == lower - 1 || offset == upper ? mark : Self.blank))
    }
  }
}
