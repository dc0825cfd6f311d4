package import Ingest

extension OutputFolder {
  /// `[bewaren]` of the latest run's configuration; nil without it. Throws 65, 66 or 78.
  package func retentionOfLatest() throws(RunFailure) -> RetentionParameters? {
    try PublishedRun(folder: "\(path)/latest").configuration().retention
  }

  /// Removes the runs that do not stay, or with `isDry` none. Returns their names, in order.
  ///
  /// Throws 66, 74, and 75 while a run is at work.
  package func prune(
    _ parameters: RetentionParameters, isDry: Bool
  ) throws(RunFailure) -> [String] {
    if isDry { return try removable(parameters) }
    // Before the lock would create the folder's file.
    _ = try runNames()
    let lock = try OutputLock(folder: path)
    defer { withExtendedLifetime(lock) {} }
    try StagedFolder.clearLeavings(in: path)
    let names = try removable(parameters)
    try remove(names)
    return names
  }
}
