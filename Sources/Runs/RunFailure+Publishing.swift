import Foundation
import Ingest

/// The wording of what can go wrong between the tables and the output folder.
extension RunFailure {
  static func cannotCreate(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "cannot create \(path): \(reason(code)); give a folder that can be written to with --output")
  }

  static func cannotWrite(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot write \(path): \(reason(code)); nothing was published")
  }

  static func noTemporaryFolder(_ parent: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "no temporary folder can be made in \(parent): \(reason(code)); set TMPDIR to one with space")
  }

  static func cannotClear(_ path: String, reason: String) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot remove \(path), which a stopped run left: \(reason); remove it by hand")
  }

  static func latestIsNoLink(_ path: String) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "\(path) is no symbolic link; expected the link to the latest run, so move it away")
  }

  static func outputLocked(_ folder: String) -> RunFailure {
    RunFailure(.locked, "another run holds the lock on \(folder); try later")
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}

/// The wording of what can go wrong with a run that was published before.
extension RunFailure {
  static func otherVersion(_ path: String) -> RunFailure {
    RunFailure(.unusableInput, "\(path) is not of this version of wmo-etl; run it again")
  }

  static func otherBytes(_ path: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(path) is not what the run published: its manifest names another hash; run again")
  }

  static func notPublished(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound,
      "\(path) is not there; give the folder of a published run, as in out/latest, "
        + "made with json among its formats")
  }

  static func unreadable(_ path: String) -> RunFailure {
    RunFailure(.readOrWriteFailed, "\(path) cannot be read; see to its rights, or to the disk")
  }

  /// For `show`, which needs nothing of a run but its report.
  static func reportNotThere(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound, "\(path) is not there; give the folder of a published run, as in out/latest")
  }

  static func unreadableReport(_ path: String) -> RunFailure {
    RunFailure(.unusableInput, "\(path) is no report of this version of wmo-etl; run it again")
  }

  static func targetInRun(_ target: String) -> RunFailure {
    RunFailure(.usage, "\(target) lies in the published run; give another --output")
  }
}

/// The wording of what printing a PDF can come to.
extension RunFailure {
  static let printerMissing = RunFailure(
    .unavailable,
    "weasyprint is not there, so bijlage.pdf was not made; everything else was published. Install "
      + "it (Debian, Ubuntu: apt install weasyprint) and run again")

  static func printerFailed(status: Int32) -> RunFailure {
    RunFailure(
      .unavailable,
      "weasyprint ended with status \(status), so bijlage.pdf was not made; everything else was "
        + "published. Expected version 57 or later, which knows pdf/ua-1 (weasyprint --version)")
  }
}
