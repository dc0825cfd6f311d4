import Foundation

/// The bytes of one part, in order, decompressed where it is a gzip file.
protocol ByteSource: AnyObject {
  /// Fills the buffer from its start; the count is less than its size only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A plain file.
final class FileSource: ByteSource {
  private let file: OpenFile
  private let name: String
  private var offset = 0

  init(_ file: OpenFile, name: String) {
    self.file = file
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        file.descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, offset)
      if count == 0 { break }
      if count > 0 {
        filled += count
        offset += count
      } else if errno != EINTR {
        throw RunFailure.cannotRead(name, errno)
      }
    }
    return filled
  }
}
