import Testing

@testable import Ingest

/// What the bytes of a file mean, a case a line, along every way in which they are parsed.
@Suite("Parsing CSV")
struct ParserTests {
  /// The text, and its records: line, `!` for a broken one, fields.
  static let cases: [(text: String, records: [String])] = [
    ("", []),
    ("a", ["1 a"]),
    ("a,b", ["1 a|b"]),
    ("a,b\n", ["1 a|b"]),
    ("a\nb", ["1 a", "2 b"]),
    ("a\r\nb\r\n", ["1 a", "2 b"]),
    ("a\rb\r", ["1 a", "2 b"]),
    ("a\n\rb", ["1 a", "2", "3 b"]),
    ("a\r\r\nb", ["1 a", "2", "3 b"]),
    ("a\r\n\nb\r", ["1 a", "2", "3 b"]),
    ("\na", ["1", "2 a"]),
    ("\r\n\r\n", ["1", "2"]),
    (",", ["1"]),
    (",,a", ["1 ||a"]),
    ("a,,", ["1 a||"]),
    (" , \t\n", ["1"]),
    (" a ,\tb\t", ["1 a|b"]),
    ("a b,c", ["1 a b|c"]),
    // Quotes.
    ("\"a\"", ["1 a"]),
    ("\"a\",b\n", ["1 a|b"]),
    ("a,\"b\"", ["1 a|b"]),
    ("\"a,b\",c", ["1 a,b|c"]),
    ("\"\"", ["1"]),
    ("\"\",\"\"", ["1"]),
    ("\"\",a", ["1 |a"]),
    ("\"\"\"\"", ["1 \""]),
    ("\"a\"\"b\"", ["1 a\"b"]),
    ("\"\"\"a\"\"\",b", ["1 \"a\"|b"]),
    (" \"a\" ,b", ["1 a|b"]),
    ("\t\"a\"\t\nb", ["1 a", "2 b"]),
    ("\"a\" \r\n\"b\"\r\n", ["1 a", "2 b"]),
    // Line ends in quotes belong to the field and count as lines.
    ("\"a\nb\"\nc", ["1 a↵b", "3 c"]),
    ("\"a\r\nb\",x\r\nc", ["1 a⏎b|x", "3 c"]),
    ("\"a\rb\"\rc", ["1 a←b", "3 c"]),
    ("\"\n\n\"\nc", ["1 ↵↵", "4 c"]),
    ("\"\r\n\"\r\nc", ["1 ⏎", "3 c"]),
    ("x,\"\n,\"\"\n\",y\nz", ["1 x|↵,\"↵|y", "4 z"]),
    // A quote in an unquoted field, or text after a closing one, breaks the record up to its line.
    ("a\"b,c\nd", ["1! ", "2 d"]),
    ("a,b\"c\"\nd", ["1! a", "2 d"]),
    ("\"a\"b,c\nd", ["1! ", "2 d"]),
    ("\"a\" b\nc", ["1! ", "2 c"]),
    ("x,\"a\"\"\"b\r\nd", ["1! x", "2 d"]),
    ("\"a\"\"b\" \"c\"\rd", ["1! ", "2 d"]),
    ("\"a\nb\"c,d\ne", ["1! ", "3 e"]),
    ("a\"\n\"b\"", ["1! ", "2 b"]),
    ("a\"", ["1! "]),
    ("a\"b\"c\"\nd\"e\n", ["1! ", "2! "]),
    ("\u{A0}\"a\"\nb", ["1! ", "2 b"]),
    ("a\"b,\"c\nd\",e\nf", ["1! ", "2! ", "3 f"]),
    // What is no line end and no blank.
    ("a\u{B}b,\u{C}\n", ["1 a\u{B}b|\u{C}"]),
    ("a\u{2028}b\u{85}c", ["1 a\u{2028}b\u{85}c"]),
    ("\u{0},a\n", ["1 \u{0}|a"]),
    ("é,€,𝄞\n", ["1 é|€|𝄞"]),
    ("\"é\nœ\"\n", ["1 é↵œ"]),
    ("a;b,'c'\n", ["1 a;b|'c'"]),
    ("a\\\"b\n", ["1! "]),
  ]

  @Test("a case a line, along every way", arguments: ParserPath.all)
  func meaning(_ path: ParserPath) throws {
    for (text, records) in Self.cases {
      #expect(
        try path.records(of: Array(text.utf8), .iso) == records,
        "\(path): \(text.debugDescription)"
      )
    }
  }

  @Test("the same with the separators and quotes of other dialects", arguments: ParserPath.all)
  func otherDialects(_ path: ParserPath) throws {
    for (separator, quote) in [(";", "\""), ("\t", "\""), ("|", "'")] {
      var dialect = Dialect.iso
      dialect.separator = separator.utf8.first ?? 0
      dialect.quote = quote.utf8.first ?? 0
      // A tab that separates is no blank, so these cases mean something else.
      for (text, records) in Self.cases where separator != "\t" || !text.contains("\t") {
        guard !text.contains(";"), !text.contains("'") else { continue }
        let translated = { (text: String) in
          String(text.map { $0 == "," ? Character(separator) : $0 == "\"" ? Character(quote) : $0 })
        }
        let bytes = Array(text.utf8).map { byte in
          byte == UInt8(ascii: ",")
            ? dialect.separator
            : byte == UInt8(ascii: "\"") ? dialect.quote : byte
        }
        let found = try path.records(of: bytes, dialect)
        #expect(found == records.map(translated), "\(path), \(separator): \(text.debugDescription)")
      }
    }
  }

  @Test("bytes that are no UTF-8 are data like any other", arguments: ParserPath.all)
  func invalidText(_ path: ParserPath) throws {
    let bytes: [UInt8] = [0xFF, 0x2C, 0x22, 0xC3, 0x22, 0x0A, 0x80, 0x0D, 0xE2, 0x82]
    let records = ["1 \u{FFFD}|\u{FFFD}", "2 \u{FFFD}", "3 \u{FFFD}"]
    #expect(try path.records(of: bytes, .iso) == records)
  }

  @Test("fields longer than any buffer", arguments: ParserPath.all)
  func hugeFields(_ path: ParserPath) throws {
    let long = String(repeating: "long ", count: 60_000) + "x"
    let quoted = "\"" + String(repeating: "\"\"\n", count: 50_000) + "\""
    let text = "a,\(long)\r\n\(quoted),b\nc\n"
    let found = try path.records(of: Array(text.utf8), .iso)
    #expect(found.count == 3)
    #expect(found.first == "1 a|\(long)")
    #expect(found.dropFirst().first?.utf8.count == 2 + 50_000 * 4 + 2)
    #expect(found.last == "50003 c")
  }

  @Test("an open quote at the end is told with its place, also over chunks")
  func openQuote() throws {
    for text in ["\"", "a,\"b\nc", "a\n\"b\"\"", "x\"y\n \"z\r\n", "\"a\",\"\"\"\n"] {
      for path in ParserPath.all.dropFirst(2) {
        let failure = #expect(throws: RunFailure.self, "\(path): \(text.debugDescription)") {
          try path.records(of: Array(text.utf8), .iso)
        }
        #expect(failure?.status == .unusableInput)
      }
    }
  }
}
