import Foundation
import Ingest
import Reporting

/// Standard output: everything that is printed goes through here, so that none of it can be lost
/// unnoticed. Somebody may stop reading it, as `head` does; that is no failure.
enum StandardOutput {
  /// Prints text for people. Throws 74 when it cannot be written.
  static func print(_ text: String = "", terminator: String = "\n") throws(RunFailure) {
    try write(Array((CleanText.lines(text) + terminator).utf8))
  }

  /// Writes all bytes; false when nobody reads any more. Throws 74 when they cannot be written.
  @discardableResult
  static func write(_ bytes: [UInt8]) throws(RunFailure) -> Bool {
    switch StandardStreams.write(bytes, to: STDOUT_FILENO) {
    case 0: return true
    case EPIPE: return false
    case let code: throw .cannotWriteStandardOutput(code)
    }
  }

  /// Ends the output: some file systems tell only now that they had no room. Throws 74.
  static func close() throws(RunFailure) {
    guard Glibc.close(STDOUT_FILENO) == 0 || errno == EINTR else {
      throw .cannotWriteStandardOutput(errno)
    }
  }
}
