import Analytics
import Foundation
import Ingest
import Reporting
import Testing

@testable import Runs
@testable import Samples

/// A sound municipality that is damaged at random gives the true figures, or tells of the damage by
/// its exit status, a reject, a finding or a warning; or the damage is one of those that nobody can
/// see (``UnseenDamage``).
///
/// `WMO_ETL_DAMAGES=2000` tries that many; `WMO_ETL_SEED=17` begins with another one.
@Suite struct DamageTests {
  private static let count = number("WMO_ETL_DAMAGES") ?? 60
  private static let seed = number("WMO_ETL_SEED") ?? 1
  /// Damages of one municipality.
  private static let perTown = 20

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test(arguments: (0..<(count + perTown - 1) / perTown).map { seed + $0 })
  func isToldOrHarmless(seed: Int) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let town = try await Self.town(seed: seed, in: folder.url)
    let truth = try Outcome(of: town.files, in: folder.url)
    #expect(truth.isQuiet, "seed \(seed): the town itself is not sound: \(truth)")
    var random = SplitMix(seed: UInt64(seed) &* 1_000_003)
    for number in 0..<Self.perTown {
      let damage = Damage.allCases[(seed + number) % Damage.allCases.count]
      let damaged = DamagedFiles(damage, of: town.files, compressed: town.compressed, &random)
      let outcome = try Outcome(of: damaged.files, in: folder.url)
      let text = "seed \(seed), damage \(number): \(damage) of \(damaged.name) \(damaged.place)"
      #expect(outcome.status != .internalError, "\(text)")
      let isSeen = outcome.figures == truth.figures || outcome.tells(beyond: truth)
      #expect(isSeen || UnseenDamage(damaged, from: town.files) != nil, "\(text): \(outcome)")
    }
  }

  /// The files of a random municipality, and each as gzip of two members.
  private static func town(
    seed: Int, in folder: URL
  ) async throws -> (files: [String: [UInt8]], compressed: [String: [UInt8]]) {
    let quoted = seed % 3 == 0 ? "0.1" : "0"
    let made = try await runShell(
      """
      "$WMO" generate --lines 250 --allocations 20 --quoted \(quoted) --seed \(seed) --output town
      for file in town/*.csv; do
        lines=$(($(wc -l < "$file") / 2))
        { head -n $lines "$file" | gzip -n; tail -n +$((lines + 1)) "$file" | gzip -n; } > "$file.gz"
      done
      """,
      in: folder,
      environment: ["WMO": try Repository.binary().path]
    )
    try #require(made.exit == 0, "\(made.stderr)")
    var files: [String: [UInt8]] = [:]
    var compressed: [String: [UInt8]] = [:]
    for file in Repository.files(below: folder.appending(path: "town")) {
      let name = file.lastPathComponent
      let bytes = Array(try Data(contentsOf: file))
      if name.hasSuffix(".gz") {
        compressed[String(name.dropLast(3))] = bytes
      } else {
        files[name] = bytes
      }
    }
    return (files, compressed)
  }
}

/// What a run comes to: its figures, and what it tells.
private struct Outcome: CustomStringConvertible {
  /// Nil where the run stops.
  var figures: [String: [UInt8]]?
  var status: Ingest.ExitStatus?
  private var warnings: Set<RunWarning> = []
  private var rejectCount = 0
  /// Lines hit per rule.
  private var findings: [Int] = []

  init(of files: [String: [UInt8]], in folder: URL) throws {
    let input = folder.appending(path: "in")
    try? FileManager.default.removeItem(at: input)
    try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
    for (name, bytes) in files { try Data(bytes).write(to: input.appending(path: name)) }
    do {
      let configuration = try ConfigurationReader.read(
        path: nil, inputFolder: input.path, rules: Rule.all)
      let pipeline = Pipeline(
        configuration: configuration,
        folder: try InputFolder(path: input.path, configuration: configuration),
        workers: 2,
        chunkSize: 4096
      )
      let result = try pipeline.read()
      let tables = try pipeline.tabulate(result).tables
      try Gates.check(result)
      figures = Dictionary(
        uniqueKeysWithValues: tables.map { ($0.name, CSVFormat().bytes(of: $0)) })
      warnings = Set(result.warnings)
      rejectCount = result.tally.rejects.count
      findings = result.findings?.results.map { $0.figures?.lines ?? -1 } ?? []
    } catch let failure as RunFailure {
      status = failure.status
    }
  }

  /// Whether nothing is told at all.
  var isQuiet: Bool {
    status == nil && warnings.isEmpty && rejectCount == 0 && findings.allSatisfy { $0 == 0 }
  }

  func tells(beyond truth: Outcome) -> Bool {
    status != nil || !warnings.isSubset(of: truth.warnings) || rejectCount != truth.rejectCount
      || findings != truth.findings
  }

  var description: String {
    let status = status.map { "\($0)" } ?? "none"
    return
      "status \(status), \(rejectCount) rejects, findings \(findings), \(warnings.count) warnings"
  }
}
