import Analytics
import Foundation
import Ingest
import Reporting
import Testing

@testable import Runs
@testable import Samples

/// A random municipality as two runs see it: most of its lines each, at times with other settings.
struct ComparedTown {
  let old: ComparedRun
  let new: ComparedRun

  /// Nil where one of the deliveries cannot be used.
  init?(seed: UInt64) throws {
    let town = RandomTown(seed: seed)
    var random = SplitMix(seed: seed &+ 1234)
    var (former, latter) = (town, town)
    former.lines = town.lines.filter { _ in random.chance(0.8) }
    latter.lines = town.lines.filter { _ in random.chance(0.9) }
    if random.chance(0.3) { latter.settings.gapMonths += 1 }
    if random.chance(0.3) { latter.settings.money.decimals = random.below(7) }
    guard let old = try Self.run("old", former.whole, former.settings),
      let new = try Self.run("new", latter.whole, latter.settings)
    else { return nil }
    (self.old, self.new) = (old, new)
  }

  /// The run as it would be read back, without being published.
  private static func run(
    _ name: String, _ files: [String: String], _ settings: OracleReport.Settings
  ) throws -> ComparedRun? {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    do {
      return try run(name, folder.url, settings.configuration)
    } catch let failure as RunFailure where failure.status == .unusableInput {
      return nil
    }
  }

  /// Of an input folder.
  static func run(
    _ name: String, _ folder: URL, _ configuration: Configuration
  ) throws -> ComparedRun {
    let pipeline = Pipeline(
      configuration: configuration, folder: try InputFolder(path: folder.path), workers: 2,
      chunkSize: 1 << 20)
    let result = try pipeline.read()
    let (tables, ladder) = try pipeline.tabulate(result)
    let report = try pipeline.report(result, tables, ladder, sourceDate: nil)
    let manifest = Manifest(result: result, ladder: ladder)
    return try ComparedRun(
      path: name, manifest: Data(manifest.bytes),
      report: Data(try #require(JSONFormat().files(of: report).first).bytes))
  }
}
