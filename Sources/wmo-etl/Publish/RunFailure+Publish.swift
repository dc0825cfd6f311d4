import Foundation
import Ingest

/// The wording of what can go wrong between the tables and the output folder.
extension RunFailure {
  static func cannotCreate(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "cannot create \(path): \(reason(code)); give a folder that can be written to with --output"
    )
  }

  static func cannotWrite(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot write \(path): \(reason(code)); nothing was published"
    )
  }

  static func cannotClear(_ path: String, reason: String) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot remove \(path), which a stopped run left: \(reason); remove it by hand"
    )
  }

  static func latestIsNoLink(_ path: String) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "\(path) is no symbolic link; expected the link to the latest run, so move it away"
    )
  }

  static func outputLocked(_ folder: String) -> RunFailure {
    RunFailure(.locked, "another run holds the lock on \(folder); try later")
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
