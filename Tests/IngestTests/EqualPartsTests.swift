import Testing

@testable import Ingest

/// Parts whose content is the same, however it is written.
@Suite("Parts with equal content")
struct EqualPartsTests {
  private static let header = "client_id,opmerking\n"
  private static let body = (1...20).map { "K\($0),één\n" }.joined()

  private func isRefused(_ one: [UInt8], _ other: [UInt8]) throws -> Bool {
    var folder = RegisterFolder()
    folder.bytes = ["clienten-1.csv": one, "clienten-2.csv": other]
    folder.configuration.commonDialect = DialectDeclaration()
    do {
      try folder.prepared { try $0.refuseEqualParts() }
      return false
    } catch let failure as RunFailure where failure.message.contains("same content") {
      return true
    }
  }

  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static let text = header + body

  private static let variants: [(name: String, bytes: [UInt8], isEqual: Bool)] = [
    ("itself", Array(text.utf8), true),
    ("CRLF", Array(text.replacing("\n", with: "\r\n").utf8), true),
    ("CR", Array(text.replacing("\n", with: "\r").utf8), true),
    ("no last line end", Array(text.dropLast().utf8), true),
    ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), true),
    ("Windows-1252", latin(text), true),
    ("UTF-16", utf16(text), true),
    ("one more line", Array((text + "K21,\n").utf8), false),
    ("another letter at the end", Array((text.dropLast(2) + "m\n").utf8), false),
    ("a line less", Array((header + body.dropFirst(8)).utf8), false),
  ]

  @Test("is refused", arguments: variants.indices)
  func content(index: Int) throws {
    let (name, bytes, isEqual) = Self.variants[index]
    #expect(try isRefused(Array(Self.text.utf8), bytes) == isEqual, "\(name)")
    #expect(try isRefused(bytes, Array(Self.text.utf8)) == isEqual, "\(name), the other way round")
  }

  @Test("long parts that begin alike are read to their ends")
  func longParts() throws {
    let body = (1...4000).map { "K\($0),één\n" }.joined()
    let one = Array((Self.header + body).utf8)
    #expect(try isRefused(one, Self.latin(Self.header + body.replacing("\n", with: "\r\n"))))
    #expect(try !isRefused(one, Array((Self.header + body.dropLast(3) + "x\n").utf8)))
  }

  @Test("short parts may be equal")
  func shortParts() throws {
    let text = Array((Self.header + "K1,x\n").utf8)
    #expect(try !isRefused(text, text))
  }
}
