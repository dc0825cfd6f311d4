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
  /// What was written so far, byte-wise by name.
  var outputs: [PublishedFile] { folder.outputs }

  let output: String
  /// Held as long as this lives.
  package let lock: OutputLock
  private let folder: StagedFolder

  /// Creates the output folder if needed, takes its lock and clears the leavings of killed runs.
  ///
  /// Throws 73 when the folder cannot be created or written to, 75 when another run holds the lock
  /// and 74 when leavings cannot be removed.
  package init(output: String) throws(RunFailure) {
    self.output = output
    try DurableFile.createFolder(output)
    lock = try OutputLock(folder: output)
    try StagedFolder.clearLeavings(in: output)
    try LatestLink.refuseForeign(in: output)
    folder = try StagedFolder(in: output, called: "\(getpid())")
  }

  /// Writes one file of the run; `name` is relative and not yet taken. Throws 73 or 74.
  func write(name: String, bytes: some ContiguousBytes) throws(RunFailure) {
    try folder.write(name: name, bytes: bytes)
  }

  /// The same for a file that comes in pieces.
  func write(name: String, pieces: some Sequence<some ContiguousBytes>) throws(RunFailure) {
    try folder.write(name: name, pieces: pieces)
  }

  /// Makes the run visible under its name, or the next free second's, and unless it is held `latest`
  /// lead to it. Returns the name of its folder. Nothing can be written afterwards.
  ///
  /// Throws 73 or 74; then nothing is visible.
  func publish(as name: RunName, isHeld: Bool = false) throws(RunFailure) -> String {
    defer { abandon() }
    let name = try free(name).text
    try folder.publish(as: name, isHeld: isHeld)
    return name
  }

  /// Leaves the rejects of a run that publishes nothing as `<run>.rejects.csv` beside the runs.
  /// Returns the name of the file. Throws 73 or 74.
  func leave(
    rejects: some Sequence<some ContiguousBytes>, of name: RunName
  ) throws(RunFailure) -> String {
    defer { abandon() }
    let staged = "\(output)/\(StagedFolder.prefix)rejects.csv"
    do throws(RunFailure) {
      try DurableFile.write(pieces: rejects, to: staged)
      let fileName = try free(name, before: ".rejects.csv").text + ".rejects.csv"
      let final = "\(output)/\(fileName)"
      try DurableFile.rename(staged, to: final)
      // It is there; a power cut may take it, and the next run tells of the same rejects.
      try? DurableFile.synchronise(folder: output)
      return fileName
    } catch {
      unlink(staged)
      throw error
    }
  }

  /// Removes what was staged; nothing can be written afterwards. Done on its own after a failure.
  func abandon() {
    folder.abandon()
  }

  /// The name, or that of the second after the last one in which a run was published, within the
  /// minute: of two runs that follow each other at once the later one has the later name, whatever
  /// their hashes, and also where a run between them has made room. Throws 74.
  func free(_ name: RunName, before ending: String = "") throws(RunFailure) -> RunName {
    guard let names = visibleEntryNames(in: output) else { throw .unreadable(output) }
    let taken = Set(names.lazy.filter { $0.hasSuffix(ending) }.map { $0.prefix(name.second.count) })
    var (free, candidate) = (name, name)
    for _ in 0..<60 {
      if taken.contains(candidate.second[...]) { free = candidate.next }
      candidate = candidate.next
    }
    while taken.contains(free.second[...]) { free = free.next }
    return free
  }
}
