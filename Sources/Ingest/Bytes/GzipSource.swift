import CZlib
import Foundation

/// A gzip file of one or more members.
final class GzipSource: ByteSource {
  private let file: gzFile
  private let name: String

  /// The file from its start, whatever stands under its path by now.
  init(_ opened: OpenFile, name: String) throws {
    // A duplicate of the descriptor would share its offset with all other readers.
    let path = "/proc/self/fd/\(opened.descriptor)"
    guard let file = gzopen(path, "rbe") else { throw RunFailure.cannotRead(name, errno) }
    self.file = file
    self.name = name
    gzbuffer(file, 256 * 1024)
  }

  deinit { gzclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let wanted = UInt32(min(buffer.count - filled, 1 << 30))
      let count = gzread(file, buffer.baseAddress.map { $0 + filled }, wanted)
      // zlib hands through what is not gzip as it stands; a `.gz` that is none is damaged.
      guard count >= 0, gzdirect(file) == 0 else { throw RunFailure.damagedGzip(name) }
      if count == 0 { break }
      filled += Int(count)
    }
    if filled < buffer.count {
      var status: Int32 = Z_OK
      _ = gzerror(file, &status)
      guard status == Z_OK || status == Z_STREAM_END else { throw RunFailure.damagedGzip(name) }
    }
    return filled
  }
}
