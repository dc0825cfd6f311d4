import Foundation
import Testing

/// A scenario that `wmo-etl generate` writes, run once for all tests of it.
enum ScenarioRun {
  private static let region = Task { try await generatedTables(of: "maastricht-heuvelland-2014") }
  private static let lots = Task { try await ZoetermeerRun.tables(of: folder("haarlem-2020")) }
  private static let lumpSum = Task { try await ZoetermeerRun.tables(of: folder("heerlen-2024")) }

  static func region(_ table: String) async throws -> PublishedTable {
    PublishedTable(try #require(try await region.value[table], "\(table)"))
  }

  static func lots(_ table: String) async throws -> PublishedTable {
    PublishedTable(try #require(try await lots.value[table], "\(table)"))
  }

  static func lumpSum(_ table: String) async throws -> PublishedTable {
    PublishedTable(try #require(try await lumpSum.value[table], "\(table)"))
  }

  /// A sample that is kept.
  static func folder(_ scenario: String) -> URL { Repository.samples.appending(path: scenario) }

  /// One table of a kept sample, run with its configuration changed, and only with its first lines
  /// where no more are needed.
  static func table(
    _ table: String, of scenario: String, lines: Int? = nil, replacing old: String, with new: String
  ) async throws -> PublishedTable {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let input = scratch.url.appending(path: "in")
    try FileManager.default.copyItem(at: folder(scenario), to: input)
    try edit(input.appending(path: "wmo-etl.toml")) { text in
      #expect(text.contains(old), "\(old)")
      return text.replacing(old, with: new)
    }
    if let lines {
      try edit(input.appending(path: "declaraties.csv")) { text in
        text.split(separator: "\n").prefix(lines + 1).map { $0 + "\n" }.joined()
      }
    }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "run --format csv --input in --output out", in: scratch)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0))
    let path = "out/latest/tables/\(table).csv"
    return PublishedTable(
      try String(contentsOf: scratch.url.appending(path: path), encoding: .utf8))
  }

  private static func edit(_ file: URL, _ change: (String) -> String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(change(text).utf8).write(to: file)
  }

  /// The text of every table by name, as `wmo-etl run` publishes it.
  private static func generatedTables(of scenario: String) async throws -> [String: String] {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --scenario \(scenario) --output made", in: scratch)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0), "\(scenario)")
    return try await ZoetermeerRun.tables(of: scratch.url.appending(path: "made"))
  }
}
