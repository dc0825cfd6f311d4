import Crypto

extension ByteSource {
  /// The SHA-256 of all that is left but the first `skipped` bytes, and how many bytes that are.
  ///
  /// Reads to the end through one buffer, so that a file of any size takes as little memory.
  func digest(skipping skipped: Int = 0) throws -> (sha256: SHA256.Digest, byteCount: Int) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    defer { buffer.deallocate() }
    var hash = SHA256()
    var toSkip = skipped
    var count = 0
    while true {
      let read = try self.read(into: buffer)
      let start = min(toSkip, read)
      toSkip -= start
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[start..<read]))
      count += read - start
      if read < buffer.count { break }
    }
    return (hash.finalize(), count)
  }
}
