import Crypto
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
      let count = uninterrupted {
        pread(
          file.descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, offset)
      }
      guard count >= 0 else { throw RunFailure.cannotRead(name, errno) }
      if count == 0 { break }
      filled += count
      offset += count
    }
    return filled
  }

  func skip(_ count: Int) { offset += count }
}

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

/// An open file descriptor, closed when nobody needs it any more.
final class OpenFile: Sendable {
  let descriptor: Int32
  /// When it was last written to, as it was opened; nil for one of our own.
  private let moment: Moment?

  init(path: String, name: String) throws {
    let descriptor = uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    self.descriptor = descriptor
    moment = Moment(lastWriteTo: descriptor)
    guard descriptor >= 0 else { throw RunFailure.cannotRead(name, errno) }
  }

  /// Standard input as an unlinked temporary file: a line may have to be read twice (R104), and a
  /// pipe gives it once.
  init(spooling input: Int32, name: String) throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array((folder + "/wmo-etl-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    moment = nil
    guard descriptor >= 0 else { throw RunFailure.cannotSpool(folder, errno) }
    unlink(template)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = uninterrupted { Glibc.read(input, buffer.baseAddress, buffer.count) }
      guard count >= 0 else { throw RunFailure.cannotRead(name, errno) }
      if count == 0 { return }
      var written = 0
      while written < count {
        let more = uninterrupted {
          write(descriptor, buffer.baseAddress.map { $0 + written }, count - written)
        }
        guard more > 0 else { throw RunFailure.cannotSpool(folder, errno) }
        written += more
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// In bytes, now.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether anybody has written to it since it was opened. (Another file that took its name is no
  /// matter: this one is read to its end.)
  var isChanged: Bool { moment != nil && moment != Moment(lastWriteTo: descriptor) }

  private struct Moment: Equatable {
    let seconds: Int
    let nanoseconds: Int

    init?(lastWriteTo descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }
}
