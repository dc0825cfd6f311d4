import Ingest

/// The wording of what can go wrong with a run that was published before.
extension RunFailure {
  static func otherVersion(_ path: String) -> RunFailure {
    RunFailure(.unusableInput, "\(path) is not of this version of wmo-etl; run it again")
  }

  static func otherBytes(_ path: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(path) is not what the run published: its manifest names another hash; run again"
    )
  }

  static func notPublished(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound,
      "\(path) is not there; give the folder of a published run, as in out/latest, "
        + "made with json among its formats"
    )
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
