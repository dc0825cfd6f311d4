package import Ingest

extension PublishedRun {
  /// Lets a held run count: `latest` leads to it from now on. Whether it does so already is returned.
  ///
  /// Throws 65 for a run that is not as it was published, is not held or is older than the latest
  /// one, 73, 74, and 75 while another run is at work.
  package func release() throws(RunFailure) -> Bool {
    let folder = OutputFolder(output)
    let lock = try OutputLock(folder: output)
    defer { withExtendedLifetime(lock) {} }
    try StagedFolder.clearLeavings(in: output)
    let latest = try folder.latestName()
    if latest == name { return true }
    guard manifest.isHeld else { throw .notHeld(path) }
    if let latest, precedesByteWise(name, latest) { throw .olderThanLatest(path, latest) }
    try Verification(of: self).check()
    let link = try LatestLink(in: output, to: name)
    do throws(RunFailure) {
      try link.swap()
    } catch {
      link.remove()
      throw error
    }
    try DurableFile.synchronise(folder: output)
    return false
  }

  /// Throws 65 for a held run that was not released: what nobody has looked at does not leave the
  /// building.
  package func refuseWhileHeld() throws(RunFailure) {
    guard manifest.isHeld else { return }
    let folder = OutputFolder(output)
    if try folder.heldRuns(among: folder.manifests()).contains(name) { throw .isHeld(path) }
  }
}

extension RunFailure {
  fileprivate static func isHeld(_ run: String) -> RunFailure {
    RunFailure(
      .unusableInput, "\(run) is held; look at it, and let it count with wmo-etl release \(run)")
  }

  fileprivate static func notHeld(_ run: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(run) is not held; only a run that the guard ([bewaking]) held is released")
  }

  fileprivate static func olderThanLatest(_ run: String, _ latest: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(run) is older than \(latest), to which latest leads; a later run has taken its place")
  }
}
