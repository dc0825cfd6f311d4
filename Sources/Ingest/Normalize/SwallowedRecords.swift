/// A value that holds whole records: a stray quote has swallowed the lines up to the next one.
enum SwallowedRecords {
  /// The lines on which such a value's quote opens and closes, from 0 for the record's first; nil
  /// when no value of the record is one.
  ///
  /// It is one when a line of it that is a whole line of the file, but for the quotes, has as many
  /// separators as a record that is `width` fields wide. With one field every line would have them.
  static func lines(
    in fields: [[UInt8]],
    separator: UInt8,
    width: Int
  ) -> ClosedRange<Int>? {
    guard width > 1 else { return nil }
    var line = 0
    for (index, field) in fields.enumerated() where field.contains(where: \.endsLine) {
      let lines = field.withBytes { $0.lines.map { $0.count(of: separator) } }
      for (number, separatorCount) in lines.enumerated() where separatorCount >= width - 1 {
        let beginsLine = number > 0 || index == 0
        let endsLine = number < lines.count - 1 || index == fields.count - 1
        if beginsLine, endsLine { return line...(line + lines.count - 1) }
      }
      line += lines.count - 1
    }
    return nil
  }
}

extension Bytes {
  /// What stands between the line ends (CRLF, LF, CR), which are left out; at least one line.
  var lines: [Bytes] {
    var lines: [Bytes] = []
    var start = 0
    var position = 0
    while position < count {
      guard self[position].endsLine else {
        position += 1
        continue
      }
      lines.append(slice(start, position))
      let isPair = self[position] == 0x0D && position + 1 < count && self[position + 1] == 0x0A
      position += isPair ? 2 : 1
      start = position
    }
    return lines + [slice(start, count)]
  }

  func count(of byte: UInt8) -> Int { buffer.count { $0 == byte } }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}
