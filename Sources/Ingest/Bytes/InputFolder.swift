import Foundation

/// The contract's files that a folder holds, each kind with its parts in byte-wise order of names.
///
/// Names match case-insensitively; folders and files with other names are ignored.
public struct InputFolder: Sendable {
  public let path: String
  /// No entry for a kind that the folder does not hold.
  public let parts: [FileKind: [InputPart]]

  /// Looks through the folder at `path`. With `declarationsFromStandardInput` the folder needs no
  /// `declaraties`, and those that it has are left out.
  ///
  /// Throws 66 when the folder or a needed file is missing, 65 when two files are one file twice
  /// and 74 when something cannot be read; each names everything of its sort in one message.
  public init(path: String, declarationsFromStandardInput: Bool = false) throws(RunFailure) {
    var found: [FileKind: [NamedPart]] = [:]
    for fileName in try Self.fileNames(in: path) {
      guard let name = InputName(fileName) else { continue }
      if name.kind == .declarations && declarationsFromStandardInput { continue }
      let partPath = path.hasSuffix("/") ? path + fileName : path + "/" + fileName
      guard try Self.isRegularFile(partPath) else { continue }
      let part = InputPart(kind: name.kind, name: fileName, path: partPath, isGzip: name.isGzip)
      found[name.kind, default: []].append(NamedPart(name: name, part: part))
    }
    let missing = FileKind.allCases.filter { kind in
      kind.isNeeded && found[kind] == nil
        && !(kind == .declarations && declarationsFromStandardInput)
    }
    guard missing.isEmpty else { throw .neededFilesMissing(missing, folder: path) }
    let conflicts = FileKind.allCases.flatMap { Self.conflicts(among: found[$0] ?? []) }
    guard conflicts.isEmpty else { throw .filesGivenTwice(conflicts, folder: path) }

    var parts = found.mapValues { $0.map(\.part) }
    if declarationsFromStandardInput { parts[.declarations] = [.standardInput] }
    self.path = path
    self.parts = parts
  }

  /// The parts of one kind; empty when the folder does not hold it.
  public subscript(kind: FileKind) -> [InputPart] { parts[kind] ?? [] }

  private struct NamedPart {
    let name: InputName
    let part: InputPart
  }

  /// Groups of files of one kind that cannot stand side by side.
  private static func conflicts(among parts: [NamedPart]) -> [FileConflict] {
    let byStem = Dictionary(grouping: parts, by: \.name.stem).values.filter { $0.count > 1 }
    var conflicts = byStem.map { FileConflict(reason: .oneName, files: $0.map(\.part.name)) }
    conflicts.sort { precedesByteWise($0.files[0], $1.files[0]) }
    if Set(parts.map(\.name.acceptedName)).count > 1 {
      conflicts.append(FileConflict(reason: .aliases, files: parts.map(\.part.name)))
    }
    return conflicts
  }
}

/// Files of an input folder of which only one should be there.
struct FileConflict {
  enum Reason {
    /// Compressed and not, or in capitals and not.
    case oneName
    /// Under several accepted names of one kind.
    case aliases
  }

  let reason: Reason
  let files: [String]
}

extension InputFolder {
  /// All names in the folder but `.` and `..`, byte-wise.
  private static func fileNames(in path: String) throws(RunFailure) -> [String] {
    guard let stream = opendir(path) else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .inputFolderMissing(path, code: code) }
      throw .inputUnreadable(path, code: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        let capacity = MemoryLayout.size(ofValue: field.pointee)
        return field.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .inputUnreadable(path, code: errno) }
    return names.sorted(by: precedesByteWise)
  }

  /// Whether a readable regular file, or a link to one, stands there: a file that cannot be read
  /// should stop a run before its work, not after half of it.
  private static func isRegularFile(_ path: String) throws(RunFailure) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .inputUnreadable(path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return false }
    guard access(path, R_OK) == 0 else { throw .inputUnreadable(path, code: errno) }
    return true
  }
}
