/// Text that a spreadsheet keeps from becoming a number, `="0123"`, is what stands between the
/// quotes.
///
/// Where the value has no quotes around it, the parser passes over the `=`. Here are the others:
/// `"=""0123"""` is revealed where it stands, and blanks fill the room that is left.
extension RecordParser {
  /// The records of a text, in which protected text is its text; `signs` are those of the text.
  func parse(_ text: Bytes, _ signs: FlawSigns) throws -> RecordBlock {
    guard signs.contains(.protectedText) else { return try parse(text) }
    let block: RecordBlock
    if dialect.quote == UInt8(ascii: "\"") {
      // A text with quotes is parsed into memory of the parser.
      block = try parse(text)
    } else {
      revealed = Array(text.buffer)
      // The copy is not touched again until the next text, so its storage stays where it is.
      block = try revealed.withBytes { try parse($0) }
    }
    block.revealProtectedText()
    return block
  }
}

extension RecordBlock {
  /// The text of the block must be the parser's own.
  fileprivate func revealProtectedText() {
    for index in 0..<count {
      let record = self[index]
      guard record.fieldCount > 0,
        FlawSigns(in: record.fields(0, record.fieldCount - 1)).contains(.protectedText)
      else { continue }
      for field in 0..<record.fieldCount { record[field].trimmed().revealProtectedText() }
    }
  }
}

extension Bytes {
  /// Replaces a value `="…"`, in which quotes are doubled, by its text.
  fileprivate func revealProtectedText() {
    let quote = UInt8(ascii: "\"")
    guard count >= 3, self[0] == UInt8(ascii: "="), self[1] == quote, self[count - 1] == quote
    else { return }
    var position = 2
    while position < count - 1 {
      if self[position] == quote {
        guard position + 1 < count - 1, self[position + 1] == quote else { return }
        position += 1
      }
      position += 1
    }
    let text = UnsafeMutablePointer(mutating: start)
    var length = 0
    position = 2
    while position < count - 1 {
      text[length] = self[position]
      position += self[position] == quote ? 2 : 1
      length += 1
    }
    for index in length..<count { text[index] = UInt8(ascii: " ") }
  }
}
