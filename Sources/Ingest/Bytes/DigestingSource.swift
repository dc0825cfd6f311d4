import Crypto

/// A source that digests what it reads, so that what is told of a file is true of the bytes that
/// were used, and no file is read for it once more.
final class DigestingSource: ByteSource {
  private let source: any ByteSource
  private var hash = SHA256()
  private var byteCount = 0

  /// `source` stands at its start.
  init(_ source: any ByteSource) {
    self.source = source
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    byteCount += count
    return count
  }

  /// The SHA-256 of all that was read, and how many bytes that are.
  var digest: (sha256: SHA256.Digest, byteCount: Int) { (hash.finalize(), byteCount) }

  /// The digest of all that is left, through one buffer: a file of any size takes as little memory.
  func readToEnd() throws -> (sha256: SHA256.Digest, byteCount: Int) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    defer { buffer.deallocate() }
    while try read(into: buffer) == buffer.count {}
    return digest
  }
}
