import Testing

@testable import Ingest

struct PartStartTests {
  private func start(_ text: String, _ headerLine: Int? = nil, isWhole: Bool = true) -> PartStart? {
    Array(text.utf8).withBytes { PartStart($0, headerLine: headerLine, isWhole: isWhole) }
  }

  @Test(
    "lines that name a separator",
    arguments: [
      ("sep=;\n", ";"), ("SEP=,\r\n", ","), ("Sep=|\r", "|"), ("sep=\t\n", "\t"),
      ("\"sep=;\"\n", ";"), ("\"sep=;\";;;\n", ";"), ("sep=;;;;\n", ";"), ("  sep=; \n", ";"),
      ("\n;;\n sep=;\n", ";"), ("\u{FEFF}\u{FEFF}sep=;\n", ";"), ("sep=\\t\n", "\t"),
      ("sep=;", ";"), ("sep=^\n", "^"),
    ]
  )
  func separator(_ text: String, _ expected: Character) throws {
    let found = try #require(start(text + "a;b\n1;2\n"))
    // Where the line has no end, what follows it is on the same line.
    let isNamed = text.contains { $0.isNewline }
    #expect(found.separator == (isNamed ? expected.asciiValue : nil))
  }

  @Test(
    "lines that name none",
    arguments: [
      "sep=\n", "sep;\n", "sep=a\n", "sep=1\n", "sep=\"\n", "separator=;\n", "sep=;b\n", "xsep=;\n",
      "\"sep=;\n", "title\nsep=;\n", "sep= \n", "sep=§\n", "",
    ]
  )
  func noSeparator(_ text: String) {
    #expect(start(text) == start(""))
  }

  @Test("what stands before a declared line is counted as it is")
  func headerLine() throws {
    let text = "Titel \"open\r\n;;;\r\rsep=;\nnaam;x\n"
    let found = try #require(start(text, 5))
    #expect(found.lineCount == 4)
    #expect(found.blankCount == 2)
    #expect(found.titleLineCount == 2)
    #expect(found.separator == nil)  // not the first line
    #expect(Array(text.utf8)[found.offset...].elementsEqual("naam;x\n".utf8))
    #expect(try #require(start("sep=;\nTitel\nnaam\n", 3)).separator == UInt8(ascii: ";"))
    #expect(try #require(start("sep=;\nnaam\n", 1)).offset == 0)
  }

  @Test("a declared line that is not reached yet")
  func notReached() {
    #expect(start("a\nb\n", 4, isWhole: false) == nil)
    #expect(start("a\nb\r", 3, isWhole: false) == nil)
    #expect(start("a\nb\nc", 3, isWhole: false)?.lineCount == 2)
    #expect(start("a\nb\n", 9)?.offset == 4)
  }
}
