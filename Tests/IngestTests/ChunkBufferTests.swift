import Testing

@testable import Ingest

@Suite struct ChunkBufferTests {
  @Test(arguments: [TextEncoding.windows1252, .latin1])
  func `a chunk that is made UTF-8 stays as it is until the next`(encoding: TextEncoding) throws {
    let decoding = TextDecoding(encoding: encoding)
    let buffer = ChunkBuffer()
    // Two and three bytes of UTF-8, in chunks that grow and shrink.
    for count in [1, 5000, 3, 100_000, 0] {
      let bytes = Array(repeating: [0x61, 0xE9, 0x80] as [UInt8], count: count).joined()
      buffer.load(Array(bytes), reserving: 0)
      let text = try buffer.text(decoding)
      let character = encoding == .windows1252 ? "€" : "\u{80}"
      #expect(text.string == String(repeating: "aé" + character, count: count))
      var array: [UInt8] = [0]
      decoding.transcode(buffer.bytes, into: &array)
      #expect(Array(text.buffer) == array)
      #expect(decoding.mostBytes(buffer.bytes) >= array.count)
    }
  }
}
