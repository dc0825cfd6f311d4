import Foundation
import Testing

/// A scenario that `wmo-etl generate` writes, run once for all tests of it.
enum ScenarioRun {
  private static let region = Task { try await tables(of: "maastricht-heuvelland-2014") }
  private static let lots = Task { try await tables(of: "haarlem-2020") }

  static func region(_ table: String) async throws -> PublishedTable {
    PublishedTable(try #require(try await region.value[table], "\(table)"))
  }

  static func lots(_ table: String) async throws -> PublishedTable {
    PublishedTable(try #require(try await lots.value[table], "\(table)"))
  }

  /// The text of every table by name, as `wmo-etl run` publishes it.
  private static func tables(of scenario: String) async throws -> [String: String] {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "generate --scenario \(scenario) --output made && "
        + "\"$WMO\" run --format csv --input made --output out",
      in: scratch)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0), "\(scenario)")
    let files = Repository.files(below: scratch.url.appending(path: "out/latest/tables"))
    return try files.reduce(into: [:]) { tables, file in
      let name = file.deletingPathExtension().lastPathComponent
      tables[name] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
  }
}
