import Crypto
import Foundation
package import Ingest

/// One run's way into the output folder: all of it under its final name, or nothing.
///
/// ```swift
/// let publication = try Publication(output: "out")
/// try publication.write(name: "tables/maandverloop.csv", bytes: csv)
/// try publication.write(name: "manifest.json", bytes: manifest(publication.outputs))
/// let folder = try publication.publish(as: name)
/// ```
///
/// Files go into a staging folder and to the disk; `publish` renames the folder and swaps the link
/// `latest`. After a failure the staging folder is gone and `latest` as it was. What a killed run
/// left behind is cleared by the next one, which the lock makes safe.
package final class Publication {
  static let stagingPrefix = ".wmo-etl-staging-"
  private static let latest = "latest"

  /// What was written so far, byte-wise by name.
  var outputs: [PublishedFile] {
    files.values.sorted { precedesByteWise($0.name, $1.name) }
  }

  let output: String
  private let staging: String
  private let lock: OutputLock
  private var files: [String: PublishedFile] = [:]
  /// The folders below staging that were created.
  private var folders: Set<String> = []

  /// Creates the output folder if needed, takes its lock and clears the leavings of killed runs.
  ///
  /// Throws 73 when the folder cannot be created or written to, 75 when another run holds the lock
  /// and 74 when leavings cannot be removed.
  package init(output: String) throws(RunFailure) {
    self.output = output
    staging = "\(output)/\(Self.stagingPrefix)\(getpid())"
    try DurableFile.createFolder(output)
    lock = try OutputLock(folder: output)
    try Self.clearLeavings(in: output)
    try Self.refuseForeignLatest(in: output)
    guard mkdir(staging, 0o777) == 0 else { throw .cannotCreate(staging, code: errno) }
  }

  deinit {
    abandon()
  }

  /// Writes one file of the run; `name` is relative and not yet taken. Throws 73 or 74.
  func write(name: String, bytes: some ContiguousBytes) throws(RunFailure) {
    try write(name: name, pieces: CollectionOfOne(bytes))
  }

  /// The same for a file that comes in pieces.
  func write(name: String, pieces: some Sequence<some ContiguousBytes>) throws(RunFailure) {
    var hash = SHA256()
    precondition(files[name] == nil && !name.hasPrefix("/") && !name.contains(".."))
    do throws(RunFailure) {
      let folder = (name as NSString).deletingLastPathComponent
      if !folder.isEmpty && folders.insert(folder).inserted {
        try DurableFile.createFolder("\(staging)/\(folder)")
      }
      try DurableFile.write(pieces: pieces, to: "\(staging)/\(name)") {
        hash.update(bufferPointer: $0)
      }
    } catch {
      abandon()
      throw error
    }
    files[name] = PublishedFile(name: name, digest: hash.finalize())
  }

  /// Makes the run visible under its name, or the next free second's, and `latest` lead to it.
  /// Returns the name of its folder. Nothing can be written afterwards.
  ///
  /// Throws 73 or 74; then nothing is visible.
  func publish(as name: RunName) throws(RunFailure) -> String {
    defer { abandon() }
    for folder in folders.sorted() { try DurableFile.synchronise(folder: "\(staging)/\(folder)") }
    try DurableFile.synchronise(folder: staging)
    let folderName = firstFree(name, ending: "")
    // Whatever can fail is done before the run becomes visible.
    let link = try prepareLink(to: folderName)
    let final = "\(output)/\(folderName)"
    guard rename(staging, final) == 0 else {
      let code = errno
      unlink(link)
      throw .cannotCreate(final, code: code)
    }
    do throws(RunFailure) {
      try DurableFile.synchronise(folder: output)
      let latest = "\(output)/\(Self.latest)"
      guard rename(link, latest) == 0 else { throw .cannotCreate(latest, code: errno) }
    } catch {
      unlink(link)
      // Back under the name that is cleared: an unfinished run is never visible.
      rename(final, staging)
      throw error
    }
    // The run is published. Should this fail, a power cut may bring the former link back.
    try? DurableFile.synchronise(folder: output)
    return folderName
  }

  /// Leaves the rejects of a run that publishes nothing as `<run>.rejects.csv` beside the runs.
  /// Returns the name of the file. Throws 73 or 74.
  func leave(
    rejects: some Sequence<some ContiguousBytes>, of name: RunName
  ) throws(RunFailure) -> String {
    defer { abandon() }
    let staged = "\(staging)/rejects.csv"
    try DurableFile.write(pieces: rejects, to: staged)
    let fileName = firstFree(name, ending: ".rejects.csv")
    let final = "\(output)/\(fileName)"
    guard rename(staged, final) == 0 else { throw .cannotCreate(final, code: errno) }
    try DurableFile.synchronise(folder: output)
    return fileName
  }

  /// Removes what was staged; nothing can be written afterwards. Done on its own after a failure.
  func abandon() {
    guard DurableFile.exists(staging) else { return }
    try? FileManager.default.removeItem(atPath: staging)
  }

  private func firstFree(_ name: RunName, ending: String) -> String {
    var name = name
    while DurableFile.exists("\(output)/\(name.text)\(ending)") { name = name.next }
    return name.text + ending
  }

  /// A link under a staging name, to be renamed to `latest`: renaming swaps, linking cannot.
  private func prepareLink(to folderName: String) throws(RunFailure) -> String {
    try Self.refuseForeignLatest(in: output)
    let link = "\(output)/\(Self.stagingPrefix)\(Self.latest)"
    guard symlink(folderName, link) == 0 else { throw .cannotCreate(link, code: errno) }
    return link
  }

  /// Renaming would replace a file of the user's that happens to be called `latest`.
  private static func refuseForeignLatest(in output: String) throws(RunFailure) {
    let latest = "\(output)/\(Self.latest)"
    var status = stat()
    if lstat(latest, &status) == 0 && status.st_mode & S_IFMT != S_IFLNK {
      throw .latestIsNoLink(latest)
    }
  }

  /// Only with the lock held: then no other run is at work, and what is staged is a killed one's.
  private static func clearLeavings(in output: String) throws(RunFailure) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: output)
      where name.hasPrefix(stagingPrefix) {
        try FileManager.default.removeItem(atPath: "\(output)/\(name)")
      }
    } catch {
      throw .cannotClear("\(output)/\(stagingPrefix)*", reason: error.localizedDescription)
    }
  }
}
