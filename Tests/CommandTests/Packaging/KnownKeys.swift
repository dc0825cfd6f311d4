import Analytics
import Foundation
import Ingest
import Testing

/// The keys that the program reads in a configuration, found by asking it.
///
/// Each text in the sources that could be a key is given to the reader in every table: what it does
/// not call unknown is one. So nobody has to keep a list.
struct KnownKeys {
  private let candidates: [String]

  init() throws {
    var names = Set(Rule.all.map(\.code)).union(FileKind.allCases.map(\.name))
    let folders = ["Configuration", "Contract"].map {
      Repository.root.appending(path: "Sources/Ingest/\($0)")
    }
    for file in folders.flatMap(Repository.files(below:)) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      names.formUnion(text.matches(of: /"([A-Za-z][A-Za-z0-9_]*)"/).map { String($0.1) })
    }
    candidates = names.sorted()
  }

  /// Every key with the table that it stands in, which is empty at the top level.
  func all() -> [(table: [String], key: String)] {
    var found: [(table: [String], key: String)] = []
    var open: [[String]] = [[]]
    while let table = open.popLast() {
      for key in keys(of: table) {
        found.append((table, key))
        open.append(table + [key])
      }
    }
    return found
  }

  /// None where it is no table, or one in which any name may stand.
  private func keys(of table: [String]) -> [String] {
    guard !unknown(among: ["none_such"], in: table).isEmpty else { return [] }
    let unknown = unknown(among: candidates, in: table)
    return candidates.filter { !unknown.contains($0) }
  }

  private func unknown(among names: [String], in table: [String]) -> Set<String> {
    let place = table.isEmpty ? "" : "[\(table.joined(separator: "."))]\n"
    let text = place + names.map { "\($0) = 1\n" }.joined()
    do {
      _ = try ConfigurationReader.read(Array(text.utf8), path: "", rules: Rule.all)
      return []
    } catch {
      let matches = error.message.matches(of: /: unknown [a-z]+ `([A-Za-z0-9_]+)` (?:at|in)/)
      return Set(matches.map { String($0.1) })
    }
  }
}
