import Foundation

/// The bytes of one part, in order, decompressed where it is a gzip file.
protocol ByteSource: AnyObject {
  /// Fills the buffer from its start; the count is less than its size only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
  /// Goes on behind the next `count` bytes.
  func skip(_ count: Int) throws
}

extension ByteSource {
  /// Reads them, where there is no shorter way.
  func skip(_ count: Int) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(count, 1 << 20), alignment: 64)
    defer { buffer.deallocate() }
    var left = count
    while left > 0 {
      let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
      if try read(into: piece) < piece.count { return }
      left -= piece.count
    }
  }
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

  func skip(_ count: Int) { offset += count }
}
