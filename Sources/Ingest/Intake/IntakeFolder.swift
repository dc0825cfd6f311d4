import Foundation

/// What lies in the folder for which a first configuration is made.
struct IntakeFolder {
  /// The tables, in byte-wise order of their names.
  private(set) var tables: [TableProfile] = []
  /// The other entries, with what they are and what to do.
  private(set) var others: [Other] = []
  let path: String

  /// An entry that is no table.
  struct Other: Equatable {
    let name: String
    let finding: String
    let isFolder: Bool
    /// Whether a person should look at it, as it may be a delivery.
    let isDoubtful: Bool
  }

  /// Throws 66 when there is no such folder, and 74 when it cannot be read.
  init(path: String) throws(RunFailure) {
    self.path = path
    let names: [String]
    do throws(RunFailure) {
      names = try InputFolder.entryNames(in: path)
    } catch {
      throw error.status == .inputNotFound ? .noFolderToTakeIn(path) : error
    }
    for name in names where name != ConfigurationReader.defaultName { take(name) }
  }

  private mutating func take(_ name: String) {
    let entryPath = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    var status = stat()
    guard stat(entryPath, &status) == 0 else {
      return leave(name, "cannot be opened: \(String(cString: strerror(errno)))", isDoubtful: true)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      return leave(
        name, isFolder ? "a folder, which is not looked into" : "no file", isFolder: isFolder)
    }
    if let finding = Self.binaries[Self.format(of: name)] {
      return leave(name, finding, isDoubtful: true)
    }
    if Self.papers.contains(Self.format(of: name)) { return leave(name, "a document") }
    do {
      let table = try TableProfile(name: name, path: entryPath)
      if let table { return tables.append(table) }
      leave(
        name, "no table with a header was found",
        isDoubtful: UnreadDelivery(name, isFile: true, isFolder: false) != nil
          || InputName(name) != nil)
    } catch let failure as RunFailure {
      let prefix = "\(name): "
      let message = failure.message
      leave(
        name, message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message,
        isDoubtful: true)
    } catch {
      leave(name, "cannot be read", isDoubtful: true)
    }
  }

  private mutating func leave(
    _ name: String, _ finding: String, isFolder: Bool = false, isDoubtful: Bool = false
  ) {
    others.append(
      Other(name: name, finding: finding, isFolder: isFolder, isDoubtful: isDoubtful))
  }

  /// What stands behind the last point of a name, `.gz` left out.
  private static func format(of name: String) -> String {
    var name = InputName.comparable(name)
    if name.hasSuffix(".gz") { name = String(name.dropLast(3)) }
    return name.split(separator: ".").dropFirst().last.map(String.init) ?? ""
  }

  private static let workbook =
    "a workbook, which is not read; save each of its sheets as CSV in this folder"
  private static let archive = "an archive; unpack it in this folder"
  private static let binaries = [
    "xlsx": workbook, "xlsm": workbook, "xlsb": workbook, "xls": workbook, "ods": workbook,
    "zip": archive, "7z": archive, "rar": archive, "tar": archive, "tgz": archive,
    "zst": archive, "bz2": archive, "xz": archive,
  ]
  private static let papers = UnreadDelivery.papers.subtracting(["asc", "log"])
    .union(["json", "ini", "yaml", "yml", "bak"])
}

extension RunFailure {
  fileprivate static func noFolderToTakeIn(_ path: String) -> RunFailure {
    RunFailure(.inputNotFound, "\(path) is no folder; give the one that holds the exports")
  }
}
