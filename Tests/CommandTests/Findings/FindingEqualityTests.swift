import Analytics
import Foundation
import Ingest
import Reporting
import Testing

@testable import Runs

/// The findings of the pipeline equal those of the slow oracle byte for byte.
@Suite struct FindingEqualityTests {
  private struct Outputs: Equatable {
    let findings: String
    let lines: String
    let providers: String
  }

  @Test(arguments: 0..<30)
  func `random faulty towns have the findings of the oracle`(seed: Int) throws {
    let town = FaultyTown(seed: UInt64(seed))
    let oracle = try OracleReport(files: town.files)
    let expected = (oracle.findings, oracle.findingLines)
    for (workers, chunkSize) in [(1, 1 << 20), (2, 300), (8, 1)] {
      let outputs = try run(town, workers: workers, chunkSize: chunkSize)
      #expect(outputs.findings == expected.0, "seed \(seed), \(workers) workers")
      #expect(outputs.lines == expected.1, "seed \(seed), \(workers) workers")
    }
  }

  @Test(arguments: 0..<10)
  func `what does not fit into memory at once is looked at in shares`(seed: Int) throws {
    let town = FaultyTown(seed: UInt64(seed))
    let whole = try run(town, workers: 2, chunkSize: 300)
    // The smaller limit is less than one line takes, whatever the number of shares.
    for limit in [16_000, 100] {
      let shares = try run(
        town, workers: 2, chunkSize: 300, MemoryBudget(perLine: 0, atLeast: limit))
      #expect(shares == whole, "seed \(seed), \(limit) bytes")
    }
  }

  @Test(arguments: 0..<10)
  func `without findings the duplicates are the same, found in some of the chunks`(
    seed: Int
  ) throws {
    let town = FaultyTown(seed: UInt64(seed))
    let all = try result(of: town, workers: 2, chunkSize: 300, .standard, .all).tally.rejects
    let some = try result(of: town, workers: 2, chunkSize: 300, .standard, .none).tally.rejects
    #expect(some.elementsEqual(all), "seed \(seed)")
    #expect(all.contains { $0.rule == .duplicateReference })
  }

  @Test func `faulty towns break every rule`() throws {
    var codes: Set<Substring> = []
    for seed in 0..<10 {
      let lines = try OracleReport(files: FaultyTown(seed: UInt64(seed)).files).findingLines
      codes.formUnion(lines.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[3] })
    }
    #expect(codes.sorted() == Rule.findings.map { Substring($0.code) })
  }

  @Test(arguments: 0..<8)
  func `the order of rows changes no figure`(seed: Int) throws {
    let town = FaultyTown(seed: UInt64(seed))
    let first = try run(town, workers: 2, chunkSize: 1000)
    for shuffle in 1...2 {
      let other = try run(town.shuffled(seed: UInt64(shuffle)), workers: 2, chunkSize: 500)
      #expect(other.findings == first.findings, "seed \(seed)")
      #expect(other.providers == first.providers, "seed \(seed)")
    }
  }

  private func result(
    of town: FaultyTown, workers: Int, chunkSize: Int, _ limit: MemoryBudget, _ rules: RuleChoice
  ) throws -> Pipeline.Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (name, text) in town.files {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    var configuration = Configuration()
    configuration.commonDialect = DialectDeclaration(preset: .iso)
    var pipeline = Pipeline(
      configuration: configuration,
      folder: try InputFolder(path: folder.url.path, declarationsFromStandardInput: false),
      workers: workers,
      chunkSize: chunkSize,
      rules: rules
    )
    pipeline.memoryBudget = limit
    return try pipeline.read()
  }

  private func run(
    _ town: FaultyTown, workers: Int, chunkSize: Int, _ limit: MemoryBudget = .standard
  ) throws -> Outputs {
    let result = try result(of: town, workers: workers, chunkSize: chunkSize, limit, .all)
    let registers = result.ledger.registers
    func text(_ table: Table) -> String {
      String(decoding: CSVFormat().bytes(of: table), as: UTF8.self)
    }
    return Outputs(
      findings: text(FindingTables.findings(result.findings)),
      lines: String(
        decoding: Array(LineFiles.findings(result.findings, registers.providers).joined()),
        as: UTF8.self
      ),
      providers: text(FindingTables.providers(result.findings, registers))
    )
  }
}
