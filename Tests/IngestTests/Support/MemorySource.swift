@testable import Ingest

/// The bytes of a test, as a file would deliver them.
final class MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

extension OpenPart {
  convenience init(_ bytes: [UInt8], name: String = "test.csv", headSize: Int = 1 << 20) throws {
    try self.init(
      name: name, headSize: headSize, opener: PartOpener { MemorySource(bytes) })
  }
}
