import Foundation
import Testing

/// Where the tests find the binary, the samples and the documentation.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let samples = root.appending(path: "data-samples")
  static let cases = root.appending(path: "Tests/CommandTests/Cases")

  /// The program that was built with the tests: it lies beside their bundle.
  static func binary() throws -> URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [bundle, root.appending(path: ".build/debug")]
      .map { $0.appending(path: "wmo-etl") }
    return try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "no wmo-etl beside the tests: run swift build"
    )
  }

  /// The folders directly in `folder`, in the order of their names.
  static func folders(in folder: URL) throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// Every file below `folder`, hidden ones (and so `.build`) left out.
  static func files(below folder: URL) -> [URL] {
    let entries = FileManager.default.enumerator(
      at: folder,
      includingPropertiesForKeys: nil,
      options: [.skipsHiddenFiles]
    )
    return (entries?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
  }
}
