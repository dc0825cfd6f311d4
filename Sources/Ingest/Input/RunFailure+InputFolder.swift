import Foundation

/// The wording of what can be wrong with the input folder.
extension RunFailure {
  static func inputFolderMissing(_ path: String, code: Int32) -> RunFailure {
    let found = code == ENOTDIR ? "is not a folder" : "does not exist"
    return RunFailure(
      .inputNotFound,
      "the input \(path) \(found); give the folder of the CSV files with --input")
  }

  static func inputUnreadable(_ path: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "cannot read \(path): \(String(cString: strerror(code))); make it readable for this user")
  }

  /// `patterns`: of `[bestanden]`.
  static func neededFilesMissing(
    _ kinds: [FileKind], folder: String, patterns: [FileKind: [String]]
  ) -> RunFailure {
    let lines = kinds.map { kind in
      if let patterns = patterns[kind] {
        let names = enumeration(patterns.map { "'\($0)'" }, and: "or")
        return "\n  \(kind.name), which [bestanden] reads from \(names)"
      }
      let aliases = kind.aliases.map { "\($0).csv" }.joined(separator: " or ")
      return "\n  \(kind.name).csv (or \(aliases))"
    }
    let noun = kinds.count == 1 ? "a needed file is" : "needed files are"
    return RunFailure(
      .inputNotFound,
      "\(noun) missing from \(folder):\(lines.joined())\n"
        + "each may also be compressed (.csv.gz) or given as parts (NAME-2017-01.csv)")
  }

  static func unreadDeliveries(_ entries: [UnreadDelivery], folder: String) -> RunFailure {
    let lines = entries.map { "\n  \($0.name): \(wording($0))" }
    let patterns = entries.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return RunFailure(
      .unusableInput,
      "\(folder) holds what looks like a delivery and cannot be read:\(lines.joined())\n"
        + "what is no delivery can stay if wmo-etl.toml says so: [invoer] negeren = [\(patterns)]")
  }

  private static func wording(_ entry: UnreadDelivery) -> String {
    let name = entry.acceptedName
    switch entry.reason {
    case .folder: return "a folder; put the files in it beside the others, as \(name)-….csv"
    case .noFile: return "a pipe, a socket or a device; expected a file"
    case .format(""): return "no extension; call it \(name).csv if it is a CSV file"
    case .format(let format):
      return
        "a file with the extension .\(format); save it as \(name).csv, or compressed with gzip "
        + "as \(name).csv.gz"
    case .copy:
      return "a copy by its name; remove it, or call it \(name)-….csv if it is another part"
    case .unseparated:
      return
        "the name goes on behind '\(name)'; call it \(name).csv, or \(name)-….csv if it is a part"
    case .notClaimed:
      return
        "[bestanden] has other names for \(entry.kind.name); add this one to them, or take it out "
        + "of the folder"
    case .misspelt:
      return "nearly '\(name)'; call it \(name).csv, or \(name)-….csv if it is a part"
    }
  }

  /// Files that the patterns of several kinds claim.
  static func filesClaimedTwice(_ files: [ClaimedTwice], configuration: String) -> RunFailure {
    let lines = files.map { file in
      let claims = file.claims.map { "\($0.kind.name) = \"\($0.pattern)\"" }
      return "\n  \(file.name): \(enumeration(claims, and: "and"))"
    }
    return RunFailure(
      .configuration,
      "\(configuration): [bestanden] claims a file for several kinds:\(lines.joined())\n"
        + "make the patterns narrower, so that one is left for each file")
  }

  static func filesGivenTwice(_ conflicts: [FileConflict], folder: String) -> RunFailure {
    let lines = conflicts.map { conflict in
      let files = conflict.files.joined(separator: ", ")
      switch conflict.reason {
      case .oneName: return "\n  \(files): the same name twice; keep one"
      case .aliases: return "\n  \(files): several names of one file; use one of them for all parts"
      }
    }
    return RunFailure(
      .unusableInput,
      "\(folder) holds files that cannot stand side by side:\(lines.joined())")
  }
}
