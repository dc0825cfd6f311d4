extension OracleReport {
  /// A record of a CSV file, before anything is known about its columns.
  struct Record {
    /// The physical line on which it begins, from 1.
    let line: Int
    /// Where it begins, in bytes from 0, a byte order mark counted.
    let byte: Int
    /// Its fields, quotes resolved, not trimmed. Of a broken record: those before the break.
    var fields: [Text] = []
    /// Whether a quote stands inside an unquoted field, or text after a closing quote.
    var isBroken = false

    /// A blank line, or one of separators only.
    var isBlank: Bool { !isBroken && fields.allSatisfy { $0.trimmed.isEmpty } }
  }

  /// RFC 4180 with commas, one byte after another.
  struct Parser {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private static let quote = UInt8(ascii: "\"")
    private static let equalsSign = UInt8(ascii: "=")
    private static let comma = UInt8(ascii: ",")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    /// All records of a file from its header on, without the blank ones. `headerLine`: the physical
    /// line on which the header is declared to stand.
    static func records(of text: String, headerLine: Int? = nil) throws -> [Record] {
      var parser = Parser(bytes: Array(text.utf8))
      while parser.bytes[parser.position...].starts(with: [0xEF, 0xBB, 0xBF]) {
        parser.position += 3
      }
      if let headerLine {
        while parser.line < headerLine, parser.next != nil { parser.skipLine() }
      } else {
        parser.skipSeparatorLine()
      }
      var records: [Record] = []
      while parser.position < parser.bytes.count {
        records.append(try parser.record())
      }
      return records.filter { !$0.isBlank }
    }

    /// Goes on behind the line `sep=,`, if that is the first with anything on it.
    private mutating func skipSeparatorLine() {
      var ahead = self
      while ahead.next != nil {
        let start = ahead.position
        ahead.skipLine()
        let line = Text(ahead.bytes[start..<ahead.position]).description.lowercased()
          .filter { !$0.isNewline && $0 != " " }
        if line.allSatisfy({ ",\"\t\u{A0}".contains($0) }) { continue }
        if line == "sep=," || line == "\"sep=,\"" { self = ahead }
        return
      }
    }

    /// Whatever quotes say.
    private mutating func skipLine() {
      while !isAtLineEnd { position += 1 }
      skipLineEnd()
    }

    private init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var isAtLineEnd: Bool {
      next == nil || next == Self.carriageReturn || next == Self.lineFeed
    }

    private mutating func record() throws -> Record {
      var record = Record(line: line, byte: position)
      while true {
        guard let field = try field() else {
          record.isBroken = true
          while !isAtLineEnd { position += 1 }
          break
        }
        record.fields.append(field)
        guard next == Self.comma else { break }
        position += 1
      }
      skipLineEnd()
      return record
    }

    /// The field that begins here; nil where it breaks.
    private mutating func field() throws -> Text? {
      var content: [UInt8] = []
      // Spaces and tabs around a quoted field belong to neither field nor quotes.
      let start = position
      skipPadding()
      // Text that a spreadsheet protects.
      if bytes[position...].starts(with: [Self.equalsSign, Self.quote]) { position += 1 }
      if next == Self.quote {
        content = try quotedContent()
        skipPadding()
        return next == Self.comma || isAtLineEnd ? Text(content).unprotected : nil
      }
      position = start
      while !isAtLineEnd, let byte = next, byte != Self.comma {
        if byte == Self.quote { return nil }
        content.append(byte)
        position += 1
      }
      return Text(content)
    }

    /// What stands between an opening quote and its closing one.
    private mutating func quotedContent() throws -> [UInt8] {
      let opened = line
      var content: [UInt8] = []
      position += 1
      while let byte = next {
        if byte == Self.quote {
          position += 1
          guard next == Self.quote else { return content }
          content.append(Self.quote)
          position += 1
        } else if isAtLineEnd {
          let start = position
          skipLineEnd()
          content += bytes[start..<position]
        } else {
          content.append(byte)
          position += 1
        }
      }
      throw Unusable(reason: "unclosed quote, opened on line \(opened)")
    }

    private mutating func skipPadding() {
      while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { position += 1 }
    }

    /// CR LF, CR and LF each end one line.
    private mutating func skipLineEnd() {
      guard let byte = next else { return }
      position += 1
      if byte == Self.carriageReturn, next == Self.lineFeed { position += 1 }
      line += 1
    }
  }
}
