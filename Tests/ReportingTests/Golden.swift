import Foundation
import Testing

/// Expected texts in files of `Goldens`, to be read with `git diff`.
///
/// With `WMO_ETL_RECORD=1` they are written, and the run fails, so that nobody takes it for a
/// passing one.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  static func expect(_ text: String, _ name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["WMO_ETL_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs; record with WMO_ETL_RECORD=1 and read the diff")
  }
}
