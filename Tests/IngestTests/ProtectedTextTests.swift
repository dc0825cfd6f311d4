import Testing

@testable import Ingest

/// `="0123"` is its text, in quotes of its own or without: records drawn as `field|field`, and a
/// broken one with `!` in front.
@Suite("Protected text")
struct ProtectedTextTests {
  private func records(_ text: String, _ dialect: Dialect = .nlUTF8) throws -> [String] {
    let parser = try RecordParser(dialect: dialect)
    return try withExtendedLifetime(parser) {
      try Array(text.utf8).withBytes { bytes in
        let block = try parser.parse(bytes, FlawSigns(in: bytes))
        let broken = Set(block.broken)
        return (0..<block.count).map { index in
          let record = block[index]
          let fields = (0..<record.fieldCount).map { record[$0].trimmed().string }
          return (broken.contains(UInt32(index)) ? "!" : "") + fields.joined(separator: "|")
        }
      }
    }
  }

  @Test(
    "its text",
    arguments: [
      ("=\"0123\"", "0123"), ("\"=\"\"0123\"\"\"", "0123"), ("a;=\"0123\";b", "a|0123|b"),
      ("a;\"=\"\"0123\"\"\";b", "a|0123|b"), (" =\"01\" ;b", "01|b"), ("\t=\"01\"\t", "01"),
      (" \"=\"\"01\"\"\" ;b", "01|b"), ("\" =\"\"01\"\" \"", "01"), ("=\" 01 \"", "01"),
      ("=\"\";b", "|b"), ("\"=\"\"\"\"\";b", "|b"), ("=\"a;b\";c", "a;b|c"),
      ("\"=\"\"a;b\"\"\";c", "a;b|c"), ("=\"é€\";c", "é€|c"), ("\"=\"\"é\"\"\"", "é"),
      ("=\"1\";=\"2\";\"=\"\"3\"\"\"", "1|2|3"), ("=\"1\";\"a;b\"", "1|a;b"),
      ("=\"1\";\"a\"\"b\"", "1|a\"b"), ("=\"=1\"", "=1"), ("\"=\"\"a\nb\"\"\";c", "a\nb|c"),
      ("\"a\nb\";=\"1\"", "a\nb|1"), ("=\"1\";\"a\nb\"", "1|a\nb"), ("=\"a\nb\";c", "a\nb|c"),
      ("=\"a\"\"b\"", "a\"b"), ("\"=\"\"a\"\"\"\"b\"\"\"", "a\"b"), ("\"\u{A0}=\"\"01\"\"\"", "01"),
    ])
  func revealed(text: String, record: String) throws {
    for end in ["", "\n", "\r\n", "\r"] { #expect(try records(text + end) == [record]) }
    #expect(try records("x;y\n\(text)\nz;=1\n") == ["x|y", record, "z|=1"])
  }

  @Test(
    "texts like any other",
    arguments: [
      ("=0123", "=0123"), ("\"=0123\"", "=0123"), ("=", "="), ("\"=\"\"\"", "=\""),
      ("\"=\"\"01\"", "=\"01"), ("\"=01\"\"\"", "=01\""), ("\"=\"\"a\"\"b\"\"\"", "=\"a\"b\""),
      ("\"x=\"\"01\"\"\"", "x=\"01\""), ("\"=\"\"01\"\"x\"", "=\"01\"x"),
      ("\"==\"\"01\"\"\"", "==\"01\""), ("\"= \"\"01\"\"\"", "= \"01\""),
      ("\"\"\"01\"\"\"", "\"01\""),
      ("\"a;=\"\"01\"\";b\"", "a;=\"01\";b"), ("\"a\n=\"\"01\"\"\";c", "a\n=\"01\"|c"),
    ])
  func untouched(text: String, record: String) throws {
    #expect(try records(text + "\n") == [record])
    // Beside one that is protected, too.
    #expect(try records("=\"1\"\n" + text + "\n") == ["1", record])
    #expect(try records("\"=\"\"1\"\"\"\n" + text + "\n") == ["1", record])
  }

  @Test(
    "records that are broken all the same, each up to the end of its line",
    arguments: [
      "=\"01\"x", "=\"a\"b\"", "x=\"01\"", "=\"01\";a\"b", "a\"b;=\"01\"", "= \"01\"",
      "=\"01\";\"a\"b", "\u{A0}=\"01\"",
    ])
  func broken(text: String) throws {
    let found = try records(text + "\nx;y\n")
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("!") == true)
    #expect(found.last == "x|y")
  }

  @Test("offsets and lines stay")
  func places() throws {
    let text = "a;b\n=\"01\";b\r\n\"=\"\"x\ny\"\"\";c\nz;z\n"
    let parser = try RecordParser(dialect: .nlUTF8)
    try Array(text.utf8).withBytes { bytes in
      let block = try parser.parse(bytes, FlawSigns(in: bytes))
      #expect((0...block.count).map(block.offset) == [0, 4, 13, 26, 30])
      #expect((0..<block.count).map(block.line) == [0, 1, 2, 4])
      #expect(block.lineCount == 5)
    }
  }

  @Test("other quotes and separators")
  func dialects() throws {
    var apostrophes = Dialect.nlUTF8
    apostrophes.quote = UInt8(ascii: "'")
    #expect(try records("=\"01\";'=\"02\"'; =\"3\" ;'=\"a''b\"'\n", apostrophes) == ["01|02|3|a'b"])
    #expect(try records("=\"a\"b\";c\n", apostrophes) == ["=\"a\"b\"|c"])
    #expect(try records("=\"01\"\t=\"a b\"\n", with("\t")) == ["01|a b"])
    #expect(try records("=\"01\",=\"a,b\"\n", .iso) == ["01|a,b"])
    #expect(try records("=\"01\"|x\n", with("|")) == ["01|x"])
    #expect(try records("\"=\"\"01\"\"\" x\n", with(" ")) == ["01|x"])
  }

  private func with(_ separator: Character) -> Dialect {
    var dialect = Dialect.nlUTF8
    dialect.separator = separator.asciiValue ?? dialect.separator
    return dialect
  }
}
