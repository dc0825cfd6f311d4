import Testing

@testable import Ingest

/// What a gzip file may hold behind its first member.
@Suite("Gzip, member by member")
struct GzipSourceTests {
  private static let first = Array("a,b\n1,2\n".utf8)
  private static let second = Array("3,4\n".utf8)
  private static let zeros = [UInt8](repeating: 0, count: 512)

  /// The text, or the exit status of the failure.
  private func text(_ file: [UInt8], bufferSize: Int) -> Result<[UInt8], RunFailure> {
    Result {
      let source = try GzipSource(MemorySource(file), name: "a.csv.gz")
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 1)
      defer { buffer.deallocate() }
      var text: [UInt8] = []
      while true {
        let count = try source.read(into: buffer)
        text += buffer[..<count]
        if count < bufferSize { return text }
      }
    }.mapError { $0 as? RunFailure ?? RunFailure(.internalError, "\($0)") }
  }

  private static let whole: [(String, [UInt8], [UInt8])] = [
    ("one member", Gzip.member(first), first),
    ("two members", Gzip.member(first) + Gzip.member(second), first + second),
    ("zeros behind", Gzip.member(first) + zeros, first),
    ("zeros between", Gzip.member(first) + zeros + Gzip.member(second), first + second),
    ("an empty member", Gzip.member([]) + Gzip.member(second), second),
    (
      "a large member", Gzip.member(Array(repeating: 0x61, count: 300_000)),
      Array(repeating: 0x61, count: 300_000)
    ),
  ]

  @Test("every member is read", arguments: whole.indices, [1, 2, 3, 64, 1 << 20])
  func members(index: Int, bufferSize: Int) {
    let (name, file, expected) = Self.whole[index]
    #expect(text(file, bufferSize: bufferSize) == .success(expected), "\(name)")
  }

  private static let damaged: [(String, [UInt8])] = [
    ("no byte", []),
    ("plain text", first),
    ("plain text behind", Gzip.member(first) + second),
    ("plain text behind zeros", Gzip.member(first) + zeros + second),
    ("one byte behind", Gzip.member(first) + [0x1F]),
    ("half a header behind", Gzip.member(first) + [0x1F, 0x8B, 8]),
    ("a member that is cut off", Gzip.member(first) + Gzip.member(second).dropLast(5)),
    ("cut off in the first member", Array(Gzip.member(first).dropLast(1))),
    ("a wrong checksum", Array(Gzip.member(first).dropLast(8)) + Self.zeros.prefix(8)),
    (
      "a wrong checksum of the second",
      Gzip.member(first)
        + Array(Gzip.member(second).dropLast(8)) + Self.zeros.prefix(8)
    ),
    ("zeros only", zeros),
  ]

  @Test("whatever else is there stops the run", arguments: damaged.indices, [1, 64, 1 << 20])
  func refusals(index: Int, bufferSize: Int) {
    let (name, file) = Self.damaged[index]
    guard case .failure(let failure) = text(file, bufferSize: bufferSize) else {
      Issue.record("\(name) was read")
      return
    }
    #expect(failure.status == .readOrWriteFailed, "\(name)")
  }
}
