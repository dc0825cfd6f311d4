import Testing

@testable import Ingest

/// A file, how it is written, and what comes out: text, and the lines that are named.
struct NormalizeCase: CustomTestStringConvertible {
  let name: String
  let text: String
  let expected: String
  var reported: [String] = []
  var set: @Sendable (inout NormalizeSettings) -> Void = { _ in }
  var bytes: [UInt8]?

  var testDescription: String { name }
}

private let quoting = "a quote inside a value, or text after a closing quote; quote the whole value"

private let cases: [NormalizeCase] = [
  NormalizeCase(name: "already normal", text: "a,b\n1,\"x,y\"\n", expected: "a,b\n1,\"x,y\"\n"),
  NormalizeCase(name: "semicolons, CRLF", text: "a;b\r\n1,5;2\r\n", expected: "a,b\n\"1,5\",2\n"),
  NormalizeCase(name: "no line end at the end", text: "a|b\r1|2", expected: "a,b\n1,2\n"),
  NormalizeCase(
    name: "blanks stay",
    text: "a; b\n 1 ;\u{A0}2\t\n",
    expected: "a, b\n 1 ,\u{A0}2\t\n"
  ),
  NormalizeCase(
    name: "needless quotes go, needed ones stay",
    text: "a;b\n\"1\";\"say \"\"x\"\"\"\n\"l1\r\nl2\";\n",
    expected: "a,b\n1,\"say \"\"x\"\"\"\n\"l1\r\nl2\",\n"
  ),
  NormalizeCase(
    name: "blanks around quotes",
    text: "a;b\n \"x;y\" ; \"z\"\n p ;q\n",
    expected: "a,b\nx;y,z\n p ,q\n"
  ),
  NormalizeCase(name: "separators only", text: "a;b\n;\n", expected: "a,b\n,\n"),
  NormalizeCase(name: "empty lines go", text: "\n\na;b\n\r\n1;2\n\n", expected: "a,b\n1,2\n"),
  NormalizeCase(
    name: "ragged rows",
    text: "a;b\n1\n1;2;3\n1;2\n",
    expected: "a,b\n1\n1,2,3\n1,2\n",
    reported: ["test.csv:2: 1 field found, 2 expected", "test.csv:3: 3 fields found, 2 expected"]
  ),
  NormalizeCase(
    name: "broken quoting",
    text: "a;b\n\"1\n2\";3\nx\"y;\"open\n\"p\"q;r\n1;2\n",
    expected: "a,b\n\"1\n2\",3\n\"x\"\"y\",\"\"\"open\"\n\"\"\"p\"\"q\",r\n1,2\n",
    reported: ["test.csv:4: \(quoting)", "test.csv:5: \(quoting)"]
  ),
  NormalizeCase(
    name: "several header lines",
    text: "Bedrag;;Datum\nin euro; in cent ;\n1;2;3\n",
    expected: "Bedrag in euro,in cent,Datum\n1,2,3\n",
    set: { $0.headerLines = 2 }
  ),
  NormalizeCase(
    name: "no header",
    text: "1;2\n3\n",
    expected: "1,2\n3\n",
    reported: ["test.csv:2: 1 field found, 2 expected"],
    set: { $0.headerLines = 0 }
  ),
  NormalizeCase(
    name: "fewer lines than the header has",
    text: "a;b\n",
    expected: "a,b\n",
    set: { $0.headerLines = 3 }
  ),
  NormalizeCase(
    name: "skipped lines",
    text: "Export, of \"x\r\n\r\na;b\r\n1\r\n",
    expected: "a,b\n1\n",
    reported: ["test.csv:4: 1 field found, 2 expected"],
    set: { $0.skippedLines = 2 }
  ),
  NormalizeCase(
    name: "more skipped lines than there are",
    text: "a;b\n",
    expected: "",
    set: { $0.skippedLines = 9 }
  ),
  NormalizeCase(
    name: "escaped quotes",
    text: "a;b\n\"say \\\"x\\\"; C:\\\\\";\\N\n",
    expected: "a,b\n\"say \"\"x\"\"; C:\\\",\\N\n",
    set: { $0.escape = UInt8(ascii: "\\") }
  ),
  NormalizeCase(
    name: "another quote character",
    text: "a;b\n'1;2';x\"y\n",
    expected: "a,b\n1;2,\"x\"\"y\"\n",
    set: { $0.quote = UInt8(ascii: "'") }
  ),
  NormalizeCase(
    name: "a declared separator",
    text: "a;b,c\n",
    expected: "a;b,c\n",
    set: { $0.separator = [UInt8(ascii: ",")] }
  ),
  NormalizeCase(
    name: "a preset",
    text: "",
    expected: "Caf\u{E9},\"b,c\"\n",
    set: { $0.preset = .nlExcel },
    bytes: Array("Caf".utf8) + [0xE9] + Array(";b,c\n".utf8)
  ),
  NormalizeCase(
    name: "Windows-1252 is detected",
    text: "",
    expected: "a,b\n€,\u{E9}\n",
    bytes: Array("a;b\n".utf8) + [0x80, 0x3B, 0xE9, 0x0A]
  ),
  NormalizeCase(name: "a mark goes", text: "\u{FEFF}a;b\n", expected: "a,b\n"),
  NormalizeCase(
    name: "a mark overrules",
    text: "\u{FEFF}a;\u{E9}\n",
    expected: "a,\u{E9}\n",
    reported: ["test.csv: byte order mark overrules the encoding windows-1252 with utf-8"],
    set: { $0.encoding = .windows1252 }
  ),
  NormalizeCase(
    name: "UTF-16",
    text: "",
    expected: "a,€\n",
    bytes: [0xFE, 0xFF] + "a;€\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  ),
  NormalizeCase(name: "empty", text: "", expected: ""),
]

struct NormalizerTests {
  private func run(
    _ bytes: [UInt8],
    pieceSize: Int = 1 << 20,
    _ set: (inout NormalizeSettings) -> Void = { _ in }
  ) throws -> (text: String, reported: [String]) {
    var settings = NormalizeSettings()
    set(&settings)
    var text: [UInt8] = []
    let reported = Reports()
    try Normalizer(settings, pieceSize: pieceSize).run(try OpenPart(bytes)) {
      text += $0
      return true
    } report: {
      reported.lines.append($0)
    }
    return (String(decoding: text, as: UTF8.self), reported.lines)
  }

  private final class Reports { var lines: [String] = [] }

  @Test(
    arguments: cases + NormalizeCase.longSeparators + NormalizeCase.openQuotes
      + NormalizeCase.severalTables,
    [1, 2, 3, 7, 1 << 20]
  )
  func table(_ line: NormalizeCase, pieceSize: Int) throws {
    let result = try run(line.bytes ?? Array(line.text.utf8), pieceSize: pieceSize, line.set)
    #expect(result.text == line.expected)
    #expect(result.reported == line.reported)
  }

  @Test("where the pieces end never shows", arguments: 1...300)
  func pieces(seed: UInt64) throws {
    var random = SmallRandom(state: seed)
    let alphabet = Array("a;;|||\"\"\" \n\r\\".utf8)
    let bytes = (0..<60).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    let set: (inout NormalizeSettings) -> Void = {
      $0.separator = Array((seed % 2 == 0 ? "||" : ";").utf8)
      if seed % 3 == 0 { $0.escape = UInt8(ascii: "\\") }
    }
    let whole = Result { try run(bytes, set) }.mapError { "\($0)" as Failure }
    for size in [1, 2, 5, 11] {
      let pieced = Result { try run(bytes, pieceSize: size, set) }.mapError { "\($0)" as Failure }
      switch (whole, pieced) {
      case (.success(let whole), .success(let pieced)): #expect(whole == pieced, "seed \(seed)")
      case (.failure(let whole), .failure(let pieced)): #expect(whole == pieced, "seed \(seed)")
      default: Issue.record("seed \(seed): one fails and the other does not")
      }
    }
  }

  @Test("what was normalised stays as it is")
  func idempotent() throws {
    for line in cases where line.reported.isEmpty {
      let comma: (inout NormalizeSettings) -> Void = { $0.separator = [UInt8(ascii: ",")] }
      #expect(try run(Array(line.expected.utf8), comma).text == line.expected)
    }
  }

  @Test("twenty rows are named, the others counted")
  func manyProblems() throws {
    let text = "a;b\n" + String(repeating: "1\n", count: 22)
    let reported = try run(Array(text.utf8)).reported
    #expect(reported.count == 21)
    #expect(reported.last == "test.csv: 2 more rows like these")
  }

  @Test("strict leaves such rows out and fails")
  func strict() {
    let failure = #expect(throws: RunFailure.self) {
      try run(Array("a;b\n1\n1;2\n".utf8)) { $0.isStrict = true }
    }
    #expect(failure?.status == .unusableInput)
    #expect(failure?.message.hasPrefix("test.csv: 1 row is not as wide") == true)
  }

  @Test(
    "what cannot be normalised",
    arguments: [
      (Array("a||b\n1||\u{1F}\n".utf8), TextEncoding?.none, "test.csv:2: the control character"),
      (
        [0x61, 0x00, 0x3B, 0x00, 0x62, 0x00, 0x0A, 0x00], nil,
        "test.csv: the bytes are those of UTF-16LE, but no byte order mark"
      ),
      (
        [0x00, 0x61, 0x00, 0x3B, 0x20, 0xAC, 0x00, 0x0A], .utf16,
        "test.csv: the bytes are those of UTF-16BE, but no byte order mark"
      ),
      ([0x61, 0x0A, 0xE9, 0x0A], .utf8, "test.csv:2: a byte is not utf-8"),
      ([0x61, 0x0D, 0x0A, 0x81], .windows1252, "test.csv:2: a byte is not windows-1252"),
      ([0x61], .utf16, "test.csv: no byte order mark"),
    ] as [([UInt8], TextEncoding?, String)]
  )
  func failures(_ bytes: [UInt8], _ encoding: TextEncoding?, _ start: String) {
    let failure = #expect(throws: RunFailure.self) {
      try run(bytes) { $0.encoding = encoding }
    }
    #expect(failure?.status == .unusableInput)
    #expect(failure?.message.hasPrefix(start) == true)
  }

  @Test("an open quote is a failure where the settings are strict", arguments: [1, 3, 1 << 20])
  func strictOpenQuote(pieceSize: Int) {
    let failure = #expect(throws: RunFailure.self) {
      try run(Array("a;b\n\n1;\"x\n\n".utf8), pieceSize: pieceSize) { $0.isStrict = true }
    }
    #expect(failure?.status == .unusableInput)
    #expect(failure?.message.hasPrefix("test.csv:3: the quote that opens here is never") == true)
  }

  @Test(
    "a value that holds whole records",
    arguments: [
      ("a;b;c\n1;\"x;3\n4;5;6\n7;8\";9\n", 2, 4), ("a;b;c\n1;\"x;3\n4;5;6\n7;\"q\";9\n", 2, 4),
      ("a;b\r\n\"1;2\r\n3\";4\r\n", 2, 3), ("a;b\n\n1;\"2\r3;4\"\n", 3, 4),
      ("a;b\n\"p\nq\";\"r\n1;2\ns\"\n", 3, 5), ("a||b\n1||\"x\n2||3\ny\"\n", 2, 4),
      ("a;b;c\n1;\"x\n2;\"\"q\"\";3\ny\";4\n", 2, 4),
    ] as [(String, Int, Int)],
    [1, 2, 7, 1 << 20]
  )
  func swallowed(_ line: (text: String, opens: Int, closes: Int), pieceSize: Int) {
    for isStrict in [false, true] {
      let failure = #expect(throws: RunFailure.self) {
        try run(Array(line.text.utf8), pieceSize: pieceSize) { settings in
          settings.separator = Array((line.text.contains("||") ? "||" : ";").utf8)
          settings.isStrict = isStrict
        }
      }
      #expect(failure == .swallowedRecords("test.csv", opens: line.opens, closes: line.closes))
    }
  }

  @Test("nothing is read once nobody takes the text")
  func brokenPipe() throws {
    var count = 0
    let bytes = Array("a;b\n1;2\n3;4\n".utf8)
    try Normalizer(NormalizeSettings(), pieceSize: 1).run(try OpenPart(bytes)) { _ in
      count += 1
      return false
    } report: { _ in
    }
    #expect(count == 1)
  }
}

/// A text as an error, to compare failures by their wording.
private struct Failure: Error, Equatable, ExpressibleByStringInterpolation {
  let text: String
  init(stringLiteral text: String) { self.text = text }
}

/// Marsaglia's xorshift: the same numbers for a seed on every machine.
private struct SmallRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 3
  }
}
