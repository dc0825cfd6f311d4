import Foundation
import Testing

/// The committed sample, run once for all tests of it.
enum ZoetermeerRun {
  static let sample = Repository.samples.appending(path: "zoetermeer-2017")

  private static let published = Task { try await tables(of: sample) }

  static func table(_ name: String) async throws -> PublishedTable {
    PublishedTable(try #require(try await published.value[name], "\(name)"))
  }

  /// The text of every table by name, as `wmo-etl run` publishes it.
  static func tables(of input: URL) async throws -> [String: String] {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await wmoEtl(
      "run --format csv --input \"$INPUT\" --output out", in: scratch, input)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0))
    let folder = scratch.url.appending(path: "out/latest/tables")
    var tables: [String: String] = [:]
    for file in Repository.files(below: folder) {
      let name = file.deletingPathExtension().lastPathComponent
      tables[name] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    #expect(tables.count == 41)
    return tables
  }

  static func wmoEtl(
    _ arguments: String,
    in scratch: TemporaryFolder,
    _ input: URL = sample
  ) async throws -> ShellOutcome {
    try await runShell(
      "\"$WMO\" " + arguments,
      in: scratch.url,
      environment: ["WMO": try Repository.binary().path, "INPUT": input.path]
    )
  }
}
