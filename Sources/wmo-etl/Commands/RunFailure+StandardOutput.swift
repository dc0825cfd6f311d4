import Foundation
import Ingest

/// What writing to standard output can come to.
extension RunFailure {
  static func cannotWriteStandardOutput(_ code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "standard output cannot be written: \(String(cString: strerror(code)))"
    )
  }
}
