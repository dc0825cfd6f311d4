import Foundation

/// The contract's files that a folder holds, each kind with its parts in byte-wise order of names.
///
/// Every entry but hidden ones is read, or named among ``remarks``, or stops the run: nothing in the
/// folder is passed over in silence.
public struct InputFolder: Sendable {
  public let path: String
  /// No entry for a kind that the folder does not hold.
  public let parts: [FileKind: [InputPart]]
  /// The entries that are not read.
  public let remarks: InputRemarks
  /// Files that may be CSV, are called like none of the contract's and are not read.
  let otherFiles: [String]
  /// What became of its entries.
  public let account: FolderAccount

  /// Looks through the folder at `path`. With `declarationsFromStandardInput` the folder needs no
  /// `declaraties`, and those that it has are left out. `configuration` tells which entries are to be
  /// ignored, and which was read already.
  ///
  /// Throws 66 when the folder or a needed file is missing, 78 when patterns of several kinds claim a
  /// file, 65 when two files are one file twice or an entry looks like a delivery and cannot be read,
  /// and 74 when something cannot be read; each names everything of its sort in one message.
  public init(
    path: String, declarationsFromStandardInput: Bool = false,
    configuration: Configuration = Configuration()
  ) throws(RunFailure) {
    var sorting = FolderSorting(
      path: path, configuration: configuration, skipsDeclarations: declarationsFromStandardInput)
    for name in try Self.entryNames(in: path) { try sorting.take(name) }
    guard sorting.claimedTwice.isEmpty else {
      throw .filesClaimedTwice(
        sorting.claimedTwice,
        configuration: configuration.file?.path ?? ConfigurationReader.defaultName)
    }
    guard sorting.unread.isEmpty else {
      throw .unreadDeliveries(sorting.unread, folder: path)
    }
    let found = sorting.found
    let missing = FileKind.allCases.filter { kind in
      kind.isNeeded && found[kind] == nil
        && !(kind == .declarations && declarationsFromStandardInput)
    }
    guard missing.isEmpty else {
      throw .neededFilesMissing(missing, folder: path, patterns: configuration.filePatterns)
    }
    let conflicts = FileKind.allCases.flatMap { Self.conflicts(among: found[$0] ?? []) }
    guard conflicts.isEmpty else { throw .filesGivenTwice(conflicts, folder: path) }

    sorting.noteUnmatchedPatterns()
    var parts = found.mapValues { $0.map(\.part) }
    if declarationsFromStandardInput { parts[.declarations] = [.standardInput] }
    self.path = path
    self.parts = parts
    remarks = sorting.remarks
    otherFiles = sorting.otherFiles
    account = sorting.account
  }

  /// The parts of one kind; empty when the folder does not hold it.
  public subscript(kind: FileKind) -> [InputPart] { parts[kind] ?? [] }

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

  /// All names in the folder that do not begin with a point, byte-wise.
  static func entryNames(in path: String) throws(RunFailure) -> [String] {
    guard let names = visibleEntryNames(in: path) else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .inputFolderMissing(path, code: code) }
      throw .inputUnreadable(path, code: code)
    }
    return names.sorted(by: precedesByteWise)
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

/// How many entries of the input folder, hidden ones left out, became what.
public struct FolderAccount: Sendable, Equatable {
  public internal(set) var entryCount = 0
  /// Parts of files, and the configuration.
  public internal(set) var readCount = 0
  /// Those that a note names as not read.
  public internal(set) var namedCount = 0

  public init() {}
}
