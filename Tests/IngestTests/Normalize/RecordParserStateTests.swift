import Testing

@testable import Ingest

struct RecordParserStateTests {
  @Test("a quote left open in one text does not reach into the next")
  func openQuote() throws {
    let parser = try RecordParser(dialect: .iso)
    let first = try Array("\"a\n".utf8).withBytes { try parser.parse($0).broken.count }
    #expect(first == 1)
    let second = try Array("\"b\",c\n".utf8).withBytes { text in
      let block = try parser.parse(text)
      return (block.broken.count, block.count, block[0].fieldCount, block[0][0].string)
    }
    #expect(second == (0, 1, 2, "b"))
  }
}
