import Crypto
import Foundation

/// What a reader sees of an output folder, unit by unit, checked without the program's own code.
///
/// A unit is what becomes visible at once: a run, an edition, its entry in the register, a link. Its
/// state is the digest of all its files, or a link's target. Names of runs that were not there
/// before are numbered, as the clock makes them.
struct OutputState: Equatable, CustomStringConvertible {
  /// By name relative to the output folder.
  private(set) var units: [String: String] = [:]
  /// What stands there under a name of its own and is not whole.
  private(set) var flaws: [String] = []
  /// Names that killed runs leave.
  private(set) var leavings: [String] = []
  /// New runs, in the order of their names.
  private(set) var newRuns: [String] = []

  /// `known`: the runs that were there before.
  init(of output: URL, known: Set<String> = []) {
    let names = Self.names(in: output)
    let runs = names.filter(Self.isRun)
    newRuns = runs.filter { !known.contains($0) }
    for name in names {
      let url = output.appending(path: name)
      switch name {
      case ".wmo-etl.lock": break
      case "latest": takeLink(url, "latest", among: runs)
      case "publicatie", "publicatie-intern": takeEditions(url, name)
      case _ where name.hasPrefix("."): leavings.append(name)
      case _ where Self.isRun(name): take(run: url, name)
      case _ where name.hasSuffix(".rejects.csv"):
        units["rejects"] = Self.digest(of: url)
      default: flaws.append("\(name) is nothing that the program publishes")
      }
    }
  }

  /// The name that a reader of the state gives a run.
  private func shown(_ name: String) -> String {
    for (number, run) in newRuns.enumerated() where name.hasPrefix(run) {
      return "new-\(number + 1)" + name.dropFirst(run.count)
    }
    return name
  }

  private mutating func takeLink(_ url: URL, _ name: String, among targets: [String]) {
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path)
    guard let target, targets.contains(target) else {
      flaws.append("\(name) leads to \(target ?? "nothing"), which is not there")
      return
    }
    units[name] = shown(target)
  }

  private mutating func takeEditions(_ url: URL, _ folder: String) {
    let names = Self.names(in: url)
    for name in names {
      if name == "latest" {
        takeLink(url.appending(path: name), "\(folder)/latest", among: names)
      } else if name.hasPrefix(".") {
        leavings.append("\(folder)/\(name)")
      } else {
        units["\(folder)/\(shown(name))"] = Self.digest(
          ofEdition: url.appending(path: name), namesRun: newRuns.contains { name.hasPrefix($0) })
      }
    }
  }

  /// A run has exactly the files that its manifest names, with the hashes that it names, and itself.
  private mutating func take(run url: URL, _ name: String) {
    guard let bytes = try? Data(contentsOf: url.appending(path: "manifest.json")),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes)
    else {
      flaws.append("\(name) has no whole manifest")
      return
    }
    let found = Self.digests(below: url)
    let named = Dictionary(manifest.outputs.map { ($0.name, $0.sha256) }) { first, _ in first }
    for name in Set(found.keys).union(named.keys).sorted()
    where name != "manifest.json" && found[name] != named[name] {
      flaws.append("\(url.lastPathComponent)/\(name) is not what the manifest says")
    }
    units[shown(name)] = Self.digest(of: named)
  }

  private struct Manifest: Decodable {
    struct Output: Decodable {
      let name: String
      let sha256: String
    }
    let outputs: [Output]
  }

  static func isRun(_ name: String) -> Bool {
    name.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/) != nil
  }

  var description: String {
    let units = units.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.prefix(24))" }
    return "\(units)" + (flaws.isEmpty ? "" : ", flaws \(flaws)")
      + (leavings.isEmpty ? "" : ", leavings \(leavings)")
  }
}

// Digests, made here and not by the program.
extension OutputState {
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Of all files below a folder, hidden ones too, by relative name.
  static func digests(below folder: URL) -> [String: String] {
    var found: [String: String] = [:]
    for name in names(in: folder) {
      let url = folder.appending(path: name)
      if isFolder(url) {
        for (inner, digest) in digests(below: url) { found["\(name)/\(inner)"] = digest }
      } else {
        found[name] = digest(of: (try? Data(contentsOf: url)) ?? Data("unreadable".utf8))
      }
    }
    return found
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// An edition tells the name of its run, which the clock has made; a workbook tells it compressed.
  private static func digest(ofEdition url: URL, namesRun: Bool) -> String {
    guard namesRun else { return digest(of: url) }
    var found = digests(below: url)
    for name in found.keys {
      let text = try? String(contentsOf: url.appending(path: name), encoding: .utf8)
      found[name] = text.map { text in
        digest(of: Data(text.replacing(/[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/, with: "RUN").utf8))
      }
    }
    return digest(of: found)
  }

  static func digest(of folderOrFile: URL) -> String {
    if isFolder(folderOrFile) { return digest(of: digests(below: folderOrFile)) }
    return digest(of: (try? Data(contentsOf: folderOrFile)) ?? Data("unreadable".utf8))
  }

  private static func digest(of digests: [String: String]) -> String {
    let lines = digests.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    return digest(of: Data(lines.utf8))
  }

  private static func digest(of bytes: Data) -> String {
    SHA256.hash(data: bytes).map { String(Int($0) + 256, radix: 16).suffix(2) }.joined()
  }
}
