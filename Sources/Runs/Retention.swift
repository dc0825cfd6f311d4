import Foundation
package import Ingest

/// `[bewaren]`: which runs of an output folder make room.
struct Retention {
  let parameters: RetentionParameters

  /// The runs that go, in the order of their names: neither those that stay whatever their age, nor the
  /// newest `runs`, nor the last of one of the last `months` calendar months, counted back from the
  /// newest run's.
  func removable(among names: [String], but staying: Set<String>) -> [String] {
    let names = names.sorted(by: precedesByteWise)
    guard let newest = names.last.map(Self.month(of:)) else { return [] }
    var staying = staying.union(names.suffix(parameters.runs))
    let lastOfMonth = Dictionary(names.map { (Self.month(of: $0), $0) }) { _, last in last }
    staying.formUnion(lastOfMonth.filter { newest - $0.key < parameters.months }.values)
    return names.filter { !staying.contains($0) }
  }

  /// The calendar month in which a run was made, in months since year 0.
  private static func month(of name: String) -> Int {
    (Int(name.prefix(4)) ?? 0) * 12 + (Int(name.dropFirst(4).prefix(2)) ?? 1) - 1
  }
}

extension OutputFolder {
  /// The runs that make room, with `new` as the latest one if there is one. Throws 66 or 74.
  ///
  /// What is held does not count, nor what cannot be read: of that nothing can be said. The latest run
  /// stays, and what has an edition.
  package func removable(
    _ parameters: RetentionParameters, adding new: String? = nil
  ) throws(RunFailure) -> [String] {
    let manifests = try manifests()
    let names = Set(manifests.keys).subtracting(try heldRuns(among: manifests))
    let editions = try editionNames()
    var staying = names.filter { name in
      editions.contains { $0 == name || $0.hasPrefix("\(name)-") }
    }
    let known = try latestName()
    if let latest = new ?? known { staying.insert(latest) }
    return Retention(parameters: parameters)
      .removable(among: names + [new].compactMap { $0 }, but: staying)
  }

  /// Why runs could not all be removed, where a run is published already; nil if they are.
  func failedRemoval(of runs: [String]) -> RunFailure? {
    do throws(RunFailure) {
      try remove(runs)
      return nil
    } catch {
      return error
    }
  }

  /// Removes runs, each out of sight in one step; only with the lock held. Throws 74.
  func remove(_ runs: [String]) throws(RunFailure) {
    for run in runs {
      let doomed = "\(path)/\(StagedFolder.prefix)\(run)"
      guard rename(folder(of: run), doomed) == 0 else {
        throw .cannotRemove(folder(of: run), code: errno)
      }
      do {
        try FileManager.default.removeItem(atPath: doomed)
      } catch {
        throw .cannotClear(doomed, reason: error.localizedDescription)
      }
    }
  }

  /// A second edition of a run has its name with `-2` behind it.
  ///
  /// Throws 74 where they cannot be read: then it is not known which runs have one.
  private func editionNames() throws(RunFailure) -> [String] {
    let folder = "\(path)/publicatie"
    guard DurableFile.mayExist(folder) else { return [] }
    guard let names = visibleEntryNames(in: folder) else { throw .unreadable(folder) }
    return names
  }
}

extension RunFailure {
  fileprivate static func cannotRemove(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot remove \(path), which [bewaren] does not keep: \(String(cString: strerror(code))); "
        + "remove it by hand")
  }
}
