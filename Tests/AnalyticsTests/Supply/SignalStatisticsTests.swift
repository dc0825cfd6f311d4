import Foundation
import Ingest
import Testing

@testable import Analytics

/// What chance alone makes of `signalen.csv`, and what it finds that is not chance.
///
/// The towns follow from a seed, which a failure tells; `WMO_ETL_SIGNAL_SEED` gives another.
@Suite("signals of random towns")
struct SignalStatisticsTests {
  private static let seed =
    ProcessInfo.processInfo.environment["WMO_ETL_SIGNAL_SEED"].flatMap(UInt64.init) ?? 20_171_015

  /// `vals_verwacht` says what to expect were every number of new clients a Poisson number with the
  /// mean that the table expects. So that is what is drawn: the means are set beforehand, by a past
  /// and by a number of new clients in all, and one large area takes whoever is left of that number.
  @Test("without a cluster there are as many signals as the table says to expect")
  func chanceAlone() {
    let towns = Self.results(of: 500) { seed in
      let town = ChanceTown(seed: seed)
      let table = Signals(town.ledger).table
      return (
        signals: table.signals.count { table.text($0, .district) != town.restCode },
        expected: table.expectedSignals - town.expectedSignalsOfRest,
        tests: table.rows.last.flatMap { table.number($0, .tests) },
        expectedTests: Int64(town.testCount)
      )
    }
    let signals = towns.reduce(0) { $0 + $1.signals }
    let expected = towns.reduce(0) { $0 + $1.expected }
    print("seed \(Self.seed): \(signals) signals, \(expected) expected")
    #expect(towns.allSatisfy { $0.tests == $0.expectedTests })
    // Their variance is below their mean. Five deviations are met once in a million seeds.
    #expect(
      abs(Double(signals) - expected) < 5 * expected.squareRoot(), "seed \(Self.seed)")
    #expect(expected > 150)
  }

  @Test("six new clients where one a year was usual are found")
  func plantedCluster() {
    let found = Self.results(of: 100) { seed in
      let town = ClusterTown(seed: seed)
      let table = Signals(town.ledger).table
      return table.signals.contains { table.text($0, .district) == town.clusterCode }
    }.count { $0 }
    print("seed \(Self.seed): \(found) of 100 planted clusters found")
    #expect(found >= 95, "seed \(Self.seed)")
  }

  /// Of so many towns, each with a seed of its own, on all processors.
  private static func results<Result: Sendable>(
    of count: Int, _ body: @Sendable (UInt64) -> Result
  ) -> [Result] {
    Ingest.results(count, workers: ProcessInfo.processInfo.activeProcessorCount) {
      body(seed &* 1_000_003 &+ UInt64($0))
    }
  }
}
