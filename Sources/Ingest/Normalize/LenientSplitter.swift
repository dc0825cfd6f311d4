/// Splits a record whatever its quoting, so that nothing of it is lost.
///
/// A field that is quoted as it should be, blanks around the quotes allowed, gives its value; any
/// other field gives its bytes as they stand. Records with correct quoting come out as the parser
/// splits them.
struct LenientSplitter {
  let separator: UInt8
  let quote: UInt8

  /// The fields of a record without its line end, and whether the quoting of one was broken.
  func split(_ record: Bytes) -> (fields: [[UInt8]], isBroken: Bool) {
    var fields: [[UInt8]] = []
    var isBroken = false
    var position = 0
    while true {
      let field = quotedField(record, at: position) ?? plainField(record, at: position)
      fields.append(field.value)
      isBroken = isBroken || field.isBroken
      guard field.end < record.count else { return (fields, isBroken) }
      position = field.end + 1
    }
  }

  private struct Field {
    let value: [UInt8]
    /// Offset of the separator after it, or the record's length.
    let end: Int
    var isBroken = false
  }

  /// A field that begins with a quote which is closed within the record; nil when there is none.
  private func quotedField(_ record: Bytes, at start: Int) -> Field? {
    var position = afterBlanks(record, from: start)
    guard position < record.count, record[position] == quote else { return nil }
    position += 1
    var value: [UInt8] = []
    while position < record.count {
      if record[position] != quote {
        value.append(record[position])
        position += 1
      } else if position + 1 < record.count, record[position + 1] == quote {
        value.append(quote)
        position += 2
      } else {
        let end = afterBlanks(record, from: position + 1)
        if end == record.count || record[end] == separator { return Field(value: value, end: end) }
        let separated = self.end(record, from: end)
        let raw = Array(record.slice(start, separated).buffer)
        return Field(value: raw, end: separated, isBroken: true)
      }
    }
    return nil
  }

  private func plainField(_ record: Bytes, at start: Int) -> Field {
    let end = end(record, from: start)
    let value = Array(record.slice(start, end).buffer)
    return Field(value: value, end: end, isBroken: value.contains(quote))
  }

  private func end(_ record: Bytes, from start: Int) -> Int {
    var end = start
    while end < record.count, record[end] != separator { end += 1 }
    return end
  }

  private func afterBlanks(_ record: Bytes, from start: Int) -> Int {
    var position = start
    while position < record.count, record[position] != separator,
      record[position] == 0x20 || record[position] == 0x09
    {
      position += 1
    }
    return position
  }
}

/// Makes escaped quotes doubled ones, piece by piece: `\"` becomes `""` and `\\` becomes `\`.
///
/// Any other character keeps the escape before it: what it means is not a matter of CSV.
struct EscapeTranslation {
  let escape: UInt8
  let quote: UInt8
  private var isPending = false

  init(escape: UInt8, quote: UInt8) {
    self.escape = escape
    self.quote = quote
  }

  /// Appends the translation of a piece; `isLast`: nothing follows it.
  mutating func translate(_ piece: some Sequence<UInt8>, isLast: Bool, into text: inout [UInt8]) {
    for byte in piece {
      if isPending {
        isPending = false
        if byte == quote {
          text.append(quote)
        } else if byte != escape {
          text.append(escape)
        }
        text.append(byte)
      } else if byte == escape {
        isPending = true
      } else {
        text.append(byte)
      }
    }
    if isLast, isPending {
      isPending = false
      text.append(escape)
    }
  }
}
