import Foundation
import Ingest
import Reporting

/// What the standard streams have in common.
enum StandardStreams {
  /// Gives those that are closed (`2>&-`) a place that nothing can be written to or read from. Else
  /// the next file to be opened would take theirs, and what is printed.
  static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all bytes; the error's number, or 0.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        // A pipe that its reader has made non-blocking is full.
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&state, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

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

/// Standard error, for people. Where it cannot be written there is nobody left to tell.
enum StandardError {
  /// Tells something in lines of its own.
  static func tell(_ text: String) { write(CleanText.lines(text) + "\n") }

  /// Writes text as it stands, with what steers a terminal.
  static func write(_ text: String) {
    _ = StandardStreams.write(Array(text.utf8), to: STDERR_FILENO)
  }
}

/// What writing to standard output can come to.
extension RunFailure {
  static func cannotWriteStandardOutput(_ code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "standard output cannot be written: \(String(cString: strerror(code)))")
  }
}
