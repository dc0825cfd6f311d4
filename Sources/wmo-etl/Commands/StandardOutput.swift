import Foundation
import Ingest

/// Standard output as a stream of bytes that somebody may stop reading, as `head` does.
enum StandardOutput {
  /// Lets a reader that goes away show as an error of `write` instead of ending the process.
  static func outliveReaders() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes all bytes; false when nobody reads any more.
  static func write(_ bytes: [UInt8]) throws -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { return false }
      guard count >= 0 else { throw RunFailure.cannotWriteStandardOutput(errno) }
      written += count
    }
    return true
  }
}
