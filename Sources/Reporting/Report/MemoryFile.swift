import CMemoryFile
import Foundation
package import Ingest

/// A file in memory, for libraries and programs that know files only.
///
/// It stands in no folder: no disk can be full or fail while it is written, and a program that is
/// killed leaves nothing of it behind.
package final class MemoryFile {
  package let descriptor: Int32

  /// Throws 74.
  package init() throws(RunFailure) {
    descriptor = Self.open()
    guard descriptor >= 0 else { throw .noMemoryFile(code: errno) }
  }

  /// A descriptor for the caller to close; below 0 where there is none to be had.
  static func open() -> Int32 { memfd_create("wmo-etl", UInt32(MEMORY_FILE_CLOSES_ON_EXEC)) }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Where this process can open it once more.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Writes all bytes at its start, where it is read from next. Throws 74.
  package func write(_ bytes: [UInt8]) throws(RunFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        uninterrupted {
          pwrite(
            descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, written)
        }
      }
      guard count > 0 else { throw .noMemoryFile(code: errno) }
      written += count
    }
  }

  /// All bytes. Throws 74.
  package func bytes() throws(RunFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .noMemoryFile(code: errno) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { bytes in
        uninterrupted {
          pread(descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled, filled)
        }
      }
      guard count > 0 else { throw .noMemoryFile(code: errno) }
      filled += count
    }
    return bytes
  }
}

extension RunFailure {
  fileprivate static func noMemoryFile(code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "a report cannot be kept in memory: \(String(cString: strerror(code))); give the program more, "
        + "or leave xlsx and pdf out of --format")
  }
}
