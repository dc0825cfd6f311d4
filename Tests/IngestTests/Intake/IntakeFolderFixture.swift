import Analytics
import Foundation

@testable import Ingest

/// A folder of exports that a test writes: at first the small sound set of `data-samples`, without its
/// configuration.
final class IntakeFolderFixture {
  let path = NSTemporaryDirectory() + "wmo-etl-intake-" + UUID().uuidString

  private static let base = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "data-samples/malformed/base")

  init(isEmpty: Bool = false) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard !isEmpty else { return }
    for kind in [FileKind.declarations, .allocations, .products, .providers, .clients, .districts] {
      try write(try Self.base(kind), to: "\(kind.name).csv")
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  static func base(_ kind: FileKind) throws -> String {
    try String(contentsOf: base.appending(path: "\(kind.name).csv"), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Changes a file of the set, and its name if one is given.
  func change(_ kind: FileKind, name: String? = nil, _ change: (String) -> String) throws {
    let text = change(try Self.base(kind))
    try FileManager.default.removeItem(atPath: "\(path)/\(kind.name).csv")
    try write(text, to: name ?? "\(kind.name).csv")
  }

  func intake() throws -> Intake { try Intake(path: path, rules: Rule.all) }

  /// The configuration that is found, as a run reads it.
  func configuration() throws -> Configuration {
    try ConfigurationReader.read(
      Array(try intake().configuration.utf8), path: "wmo-etl.toml", rules: Rule.all)
  }
}
