import Foundation
import Testing

/// The pipeline must equal the slow and obvious engine byte for byte, on random municipalities,
/// for any number of workers, any size of chunks, any order of rows and any parts.
///
/// `WMO_ETL_TOWNS=2000` tries that many; `WMO_ETL_SEED=17` begins with another one.
@Suite struct OracleEqualityTests {
  private static let count = number("WMO_ETL_TOWNS") ?? 24
  private static let seeds = (0..<count).map { UInt64((number("WMO_ETL_SEED") ?? 1) + $0) }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Numbers of workers and sizes of chunks; a town takes two of them.
  private static let ways = [(1, 1 << 20), (2, 1), (8, 2), (1, 3), (2, 64), (8, 1 << 20)]

  @Test(arguments: seeds) func everyWayGivesTheBytesOfTheReference(seed: UInt64) throws {
    var town = RandomTown(seed: seed)
    let files = town.whole
    let expected = try TownReport.oracle(files, town.settings)
    for way in [0, 3] {
      let (workers, chunkSize) = Self.ways[(Int(seed) + way) % Self.ways.count]
      let found = try TownReport.pipeline(
        files,
        town.settings,
        workers: workers,
        chunkSize: chunkSize
      )
      if let difference = expected.difference(from: found) {
        Issue.record("seed \(seed), \(workers) workers, chunks of \(chunkSize)\n\(difference)")
        return
      }
    }
    try compare(town.shuffled(), town, expected, "shuffled")
    try compare(town.split(), town, expected, "split")
  }

  /// The same lines elsewhere: the tables stay, and rejects stand where the reference finds them.
  private func compare(
    _ files: [String: String],
    _ town: RandomTown,
    _ original: TownReport,
    _ change: String
  ) throws {
    let expected = try TownReport.oracle(files, town.settings)
    let found = try TownReport.pipeline(files, town.settings, workers: 2, chunkSize: 64)
    if let difference = expected.difference(from: found) {
      Issue.record("seed \(town.seed), \(change)\n\(difference)")
    }
    if let difference = original.tables.difference(from: found.tables) {
      Issue.record("seed \(town.seed), \(change) against the original\n\(difference)")
    }
  }

  /// A generator that draws only what is refused, or only what is accepted, would prove little.
  @Test func theTownsHoldWhatTheyShould() throws {
    var rules: Set<String> = []
    var unusable = 0
    var accepted = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let town = RandomTown(seed: seed)
      guard let report = try? OracleReport(files: town.whole, settings: town.settings) else {
        unusable += 1
        continue
      }
      accepted += report.lines.count
      rules.formUnion(report.rejections.map(\.rule.rawValue))
    }
    #expect(rules == Set(OracleReport.Rule.allCases.map(\.rawValue)))
    #expect(unusable < 12)
    #expect(accepted > 40 * 10)
  }
}
