import Testing

@testable import Ingest

struct OpenQuoteByteTests {
  @Test("an open quote is found at its byte of the file, whatever the encoding")
  func byte() throws {
    // 80 is a euro sign in Windows-1252 and would continue a character in UTF-8.
    let part = try OpenPart([0x80, 0x3B, 0x22, 0x61], name: "declaraties.csv")
    let failure = #expect(throws: RunFailure.self) {
      try HeaderRecord(of: part, dialect: .nlExcel)
    }
    #expect(failure?.message.contains("the quote at byte 2 ") == true)
  }
}
