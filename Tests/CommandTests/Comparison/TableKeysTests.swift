import Analytics
import Foundation
import Ingest
import Testing

@testable import Runs

/// What `wmo-etl tables` calls the key of a table names its rows, so that `diff` can match them.
@Suite("Keys of tables") struct TableKeysTests {
  /// Keys that several rows of one table have; `rows` counts what was looked at.
  private func doubles(_ run: ComparedRun, _ rows: inout [String: Int]) -> [String] {
    run.tables.flatMap { table -> [String] in
      let keys = table.columns.indices.filter { table.columns[$0].role == .key }
      var seen: Set<[Cell]> = []
      rows[table.name, default: 0] += table.rows.count
      return table.rows.filter { row in !seen.insert(keys.map { row[$0] }).inserted }
        .map { "\(run.path), \(table.name): \($0)" }
    }
  }

  @Test func `no two rows of a random municipality have the same keys`() throws {
    var rows: [String: Int] = [:]
    for seed in 1...24 as ClosedRange<UInt64> {
      guard let town = try ComparedTown(seed: seed) else { continue }
      #expect(doubles(town.old, &rows).isEmpty, "seed \(seed)")
      #expect(doubles(town.new, &rows).isEmpty, "seed \(seed)")
    }
    let names =
      Analysis.all.map(\.name) + [FindingTables.findingsName, FindingTables.providersName]
    for name in names { #expect(rows[name, default: 0] > 1, "\(name) was hardly looked at") }
  }

  @Test(arguments: ["malformed/base", "haarlem-2020", "heerlen-2024", "zoetermeer-2017"])
  func `no two rows of a sample have the same keys`(sample: String) throws {
    let folder = Repository.samples.appending(path: sample)
    let configuration = try ConfigurationReader.read(
      path: nil, inputFolder: folder.path, rules: Rule.all)
    var rows: [String: Int] = [:]
    #expect(try doubles(ComparedTown.run(sample, folder, configuration), &rows).isEmpty)
    #expect(rows.values.reduce(0, +) > 100)
  }
}
