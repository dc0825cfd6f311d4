import Foundation

/// A part with what its name says.
struct NamedPart {
  let name: InputName
  let part: InputPart
}

/// Sorts the entries of the input folder: what is read, what is named, what must not be there.
struct FolderSorting {
  private let path: String
  private let configuration: Configuration
  private let skipsDeclarations: Bool
  private(set) var found: [FileKind: [NamedPart]] = [:]
  private(set) var unread: [UnreadDelivery] = []
  private(set) var remarks = InputRemarks()
  private(set) var account = FolderAccount()
  /// Names of files that may be CSV and are not read, as they are called like none of the contract's.
  private(set) var otherFiles: [String] = []
  private(set) var claimedTwice: [ClaimedTwice] = []
  /// The patterns that some entry fits.
  private var usedPatterns: [FileKind: Set<String>] = [:]

  init(path: String, configuration: Configuration, skipsDeclarations: Bool) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.configuration = configuration
    self.skipsDeclarations = skipsDeclarations
  }

  /// Takes in one entry. Throws 74 where a file of the contract cannot be read: it should stop a run
  /// before its work, not after half of it.
  mutating func take(_ fileName: String) throws(RunFailure) {
    account.entryCount += 1
    let entryPath = path + fileName
    if isConfiguration(entryPath) {
      account.readCount += 1
      return
    }
    if let pattern = configuration.ignoredEntries.first(where: { FilePattern.matches(fileName, $0) }
    ) {
      return leave(fileName, "[invoer] negeren = \"\(pattern)\" names it")
    }
    let claims = claims(on: fileName)
    if claims.count > 1 {
      claimedTwice.append(ClaimedTwice(name: fileName, claims: claims))
      return
    }
    let claim = claims.first.map { InputName(fileName, claimedFor: $0.kind) }
    let ownName = claim == nil ? InputName(fileName) : nil
    if let ownName, configuration.filePatterns[ownName.kind] != nil {
      if ownName.kind == .declarations, skipsDeclarations {
        return leave(fileName, "declarations come from standard input")
      }
      unread.append(UnreadDelivery(notClaimed: fileName, ownName))
      return
    }
    let name = claim ?? ownName
    var status = stat()
    let isThere = stat(entryPath, &status) == 0
    let isFile = isThere && status.st_mode & S_IFMT == S_IFREG
    if let name, name.kind != .declarations || !skipsDeclarations {
      guard isThere, !isFile || access(entryPath, R_OK) == 0 else {
        throw .inputUnreadable(entryPath, code: errno)
      }
      if isFile { return add(name, fileName, entryPath) }
    }
    let isFolder = isThere && status.st_mode & S_IFMT == S_IFDIR
    let delivery =
      claim.map { UnreadDelivery(claimed: fileName, for: $0.kind, isFolder: isFolder) }
      ?? UnreadDelivery(fileName, isFile: isFile, isFolder: isFolder)
    guard let delivery else {
      let isOther = fileName == ConfigurationReader.defaultName
      if isFile, InputName.mayBeText(fileName) { otherFiles.append(fileName) }
      return leave(
        fileName,
        isOther ? "another configuration is used" : "no file of the contract has such a name")
    }
    if delivery.kind == .declarations, skipsDeclarations {
      return leave(fileName, "declarations come from standard input")
    }
    if claim == nil, delivery.kind.leavesLookalikes {
      if isFile, InputName.mayBeText(fileName) { otherFiles.append(fileName) }
      return leave(fileName, "this file is only read under the name \(delivery.acceptedName).csv")
    }
    unread.append(delivery)
  }

  /// Tells of the patterns that no entry fits.
  mutating func noteUnmatchedPatterns() {
    for kind in FileKind.allCases where kind != .declarations || !skipsDeclarations {
      for pattern in configuration.filePatterns[kind] ?? []
      where usedPatterns[kind]?.contains(pattern) != true {
        remarks.warn(.unmatchedPattern(pattern, kind: kind))
      }
    }
  }

  /// The kinds whose patterns a name fits, each with the first one that does.
  private mutating func claims(on fileName: String) -> [FileClaim] {
    FileKind.allCases.compactMap { kind in
      let fitting = (configuration.filePatterns[kind] ?? []).filter {
        FilePattern.matches(fileName, $0)
      }
      usedPatterns[kind, default: []].formUnion(fitting)
      return fitting.first.map { FileClaim(kind: kind, pattern: $0) }
    }
  }

  private func isConfiguration(_ entryPath: String) -> Bool {
    guard let read = configuration.file?.path else { return false }
    func resolved(_ path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }
    return resolved(read) == resolved(entryPath)
  }

  private mutating func add(_ name: InputName, _ fileName: String, _ entryPath: String) {
    account.readCount += 1
    let part = InputPart(kind: name.kind, name: fileName, path: entryPath, isGzip: name.isGzip)
    found[name.kind, default: []].append(NamedPart(name: name, part: part))
  }

  private mutating func leave(_ fileName: String, _ reason: String) {
    account.namedCount += 1
    remarks.note("\(fileName): not read, as \(reason)")
  }
}
