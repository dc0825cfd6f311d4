import Crypto
import Foundation
import Ingest

/// A folder that becomes visible all at once: written under a staging name, to the disk, and renamed.
///
/// What a killed process leaves under such a name is cleared by the next one that holds the lock.
final class StagedFolder {
  static let prefix = ".wmo-etl-staging-"

  /// The folder in which it appears.
  let parent: String
  private let staging: String
  private var files: [String: PublishedFile] = [:]
  /// The folders below staging that were created.
  private var folders: Set<String> = []

  /// Only with the lock held, and leavings cleared. Throws 73.
  init(in parent: String, called name: String) throws(RunFailure) {
    self.parent = parent
    staging = "\(parent)/\(Self.prefix)\(name)"
    let staging = staging
    guard uninterrupted({ mkdir(staging, 0o777) }) == 0 else {
      throw .cannotCreate(staging, code: errno)
    }
  }

  deinit {
    abandon()
  }

  /// What was written so far, byte-wise by name.
  var outputs: [PublishedFile] {
    files.values.sorted { precedesByteWise($0.name, $1.name) }
  }

  /// Writes one file; `name` is relative and not yet taken. Throws 73 or 74.
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

  /// Forces to the disk that the files stand in their folders. Throws 74.
  func synchronise() throws(RunFailure) {
    for folder in folders.sorted() { try DurableFile.synchronise(folder: "\(staging)/\(folder)") }
    try DurableFile.synchronise(folder: staging)
  }

  /// Makes it visible under a name that is free, and unless it is held the link `latest` beside it
  /// lead to it; `companion` becomes visible under the same name in its own parent, just after this
  /// one.
  ///
  /// Throws 73 or 74; then nothing is visible.
  func publish(
    as name: String, with companion: StagedFolder? = nil, isHeld: Bool = false
  ) throws(RunFailure) {
    // Whatever can fail is done before anything becomes visible.
    try companion?.synchronise()
    try synchronise()
    let link = isHeld ? nil : try LatestLink(in: parent, to: name)
    var shown: [StagedFolder] = []
    do throws(RunFailure) {
      for folder in [self, companion].compactMap({ $0 }) {
        try folder.appear(as: name)
        shown.append(folder)
      }
      try link?.swap()
    } catch {
      link?.remove()
      // Back under the name that is cleared: what is unfinished is never visible.
      for folder in shown.reversed() { folder.disappear(from: name) }
      throw error
    }
    // It is published. Should this fail, a power cut may bring the former link back.
    try? DurableFile.synchronise(folder: parent)
  }

  private func appear(as name: String) throws(RunFailure) {
    let final = "\(parent)/\(name)"
    try DurableFile.rename(staging, to: final)
    do {
      try DurableFile.synchronise(folder: parent)
    } catch {
      disappear(from: name)
      throw error
    }
  }

  private func disappear(from name: String) {
    rename("\(parent)/\(name)", staging)
  }

  /// Removes what was staged; nothing can be written afterwards. Done on its own after a failure.
  func abandon() {
    guard DurableFile.exists(staging) else { return }
    try? FileManager.default.removeItem(atPath: staging)
  }

  /// Only with the lock held: then nobody else is at work, and what is staged is a killed one's.
  ///
  /// A folder is finished instead where `isPublished` says of its staging name that the one it
  /// accompanies has become visible. Throws 74.
  static func clearLeavings(
    in parent: String, unless isPublished: (String) -> Bool = { _ in false }
  ) throws(RunFailure) {
    do {
      for leaving in try FileManager.default.contentsOfDirectory(atPath: parent)
      where leaving.hasPrefix(prefix) {
        let name = String(leaving.dropFirst(prefix.count))
        if isPublished(name), rename("\(parent)/\(leaving)", "\(parent)/\(name)") == 0 { continue }
        try FileManager.default.removeItem(atPath: "\(parent)/\(leaving)")
      }
    } catch {
      throw .cannotClear("\(parent)/\(prefix)*", reason: error.localizedDescription)
    }
  }
}

/// A link `latest`, to what was published last, that stands ready to take the former one's place:
/// renaming swaps, linking cannot.
struct LatestLink {
  private static let name = "latest"

  private let path: String
  private let staged: String

  /// Throws 73.
  init(in folder: String, to target: String) throws(RunFailure) {
    try Self.refuseForeign(in: folder)
    path = "\(folder)/\(Self.name)"
    staged = "\(folder)/\(StagedFolder.prefix)\(Self.name)"
    let staged = staged
    guard uninterrupted({ symlink(target, staged) }) == 0 else {
      throw .cannotCreate(staged, code: errno)
    }
  }

  /// Throws 73.
  func swap() throws(RunFailure) {
    try DurableFile.rename(staged, to: path)
  }

  func remove() {
    unlink(staged)
  }

  /// Renaming would replace a file of the user's that happens to be called `latest`. Throws 73.
  static func refuseForeign(in folder: String) throws(RunFailure) {
    let path = "\(folder)/\(name)"
    var status = stat()
    if lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFLNK {
      throw .latestIsNoLink(path)
    }
  }
}
