import Foundation

/// `man 5 wmo-etl.toml`, by what it tells: the keys of each of its parts.
struct ConfigurationPage {
  private(set) var keys: [String: Set<String>] = [:]

  init() throws {
    let file = Repository.root.appending(path: "packaging/wmo-etl.toml.5")
    self.init(try String(contentsOf: file, encoding: .utf8))
  }

  init(_ text: String) {
    var part = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix(".Ss ") {
        part = String(line.dropFirst(4))
        keys[part] = []
      } else if let match = line.wholeMatch(of: /\.(?:It )?Ic ([A-Za-z0-9_]+)(?: .*)?/) {
        keys[part]?.insert(String(match.1))
      }
    }
  }

  func tells(_ key: String, of table: [String]) -> Bool {
    keys[Self.part(of: table)]?.contains(key) == true || keys[Self.part(of: table + [key])] != nil
  }

  /// The part that tells of a table: files and rules share theirs, and columns stand with the file.
  private static func part(of table: [String]) -> String {
    switch table.count {
    case 0: "Top level"
    case 2 where table[0] == "kolommen": "\(table[1]).csv"
    case 2 where table[0] == "invoer": "[invoer.FILE]"
    case 2 where table[0] == "regels": "[regels.RULE]"
    default: "[\(table.joined(separator: "."))]"
    }
  }
}
