import Foundation
import Ingest

/// An output folder as later commands find it: its runs, and the one that counts.
package struct OutputFolder {
  let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// The names of the published runs, held ones too, in the order of their times. Throws 66 or 74.
  func runNames() throws(RunFailure) -> [String] {
    guard let names = visibleEntryNames(in: path) else {
      throw errno == ENOENT ? .noOutput(path) : .unreadableOutput(path)
    }
    return names.filter { RunName.isName($0) && DurableFile.isFolder(folder(of: $0)) }
      .sorted(by: precedesByteWise)
  }

  /// The name of the run to which `latest` leads, whether or not that is there; nil without a link.
  /// Throws 74: of what cannot be read nobody knows that it is not there.
  func latestName() throws(RunFailure) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("\(path)/latest", &target, target.count)
    guard count >= 0 else {
      // No link at all, or something else of that name.
      if errno == ENOENT || errno == ENOTDIR || errno == EINVAL { return nil }
      throw .unreadableOutput(path)
    }
    let name = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (name as NSString).lastPathComponent
  }

  func folder(of run: String) -> String { "\(path)/\(run)" }

  /// Throws 65 or 66.
  func manifest(of run: String) throws(RunFailure) -> RunManifest {
    try PublishedRun(folder: folder(of: run)).manifest
  }

  /// The manifests of the published runs that can be read, by their names. Throws 66 or 74.
  func manifests() throws(RunFailure) -> [String: RunManifest] {
    var manifests: [String: RunManifest] = [:]
    for name in try runNames() { manifests[name] = try? manifest(of: name) }
    return manifests
  }

  /// The runs that wait for a person, of runs and their manifests: `latest` does not lead to them, nor
  /// did it when another one was made. Throws 74.
  func heldRuns(among manifests: [String: RunManifest]) throws(RunFailure) -> Set<String> {
    let released = manifests.values.compactMap(\.previous) + [try latestName()].compactMap { $0 }
    return Set(manifests.filter(\.value.isHeld).keys).subtracting(released)
  }
}

extension RunFailure {
  fileprivate static func noOutput(_ path: String) -> RunFailure {
    RunFailure(
      .inputNotFound, "\(path) does not exist; give the folder that run got as --output")
  }

  fileprivate static func unreadableOutput(_ path: String) -> RunFailure {
    RunFailure(.readOrWriteFailed, "\(path) cannot be read as a folder of runs")
  }
}
