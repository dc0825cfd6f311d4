import Foundation
import Reporting

/// Standard error, for people. Where it cannot be written there is nobody left to tell.
enum StandardError {
  /// Tells something in lines of its own.
  static func tell(_ text: String) { write(CleanText.lines(text) + "\n") }

  /// Writes text as it stands, with what steers a terminal.
  static func write(_ text: String) {
    _ = StandardStreams.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
