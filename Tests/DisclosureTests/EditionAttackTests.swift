import Analytics
import Disclosure
import Foundation
import Ingest
import Runs
import Samples
import Testing

/// The whole way from files to an edition, and the attacker let loose on it.
///
/// `WMO_ETL_ATTACKS=20 swift test --filter EditionAttackTests` attacks so many generated towns of 2,000
/// to 30,000 lines; WMO_ETL_SEED gives the first one.
@Suite("an edition that nobody can break")
struct EditionAttackTests {
  @Test("of the sample, by name and by rank, coarse and exact")
  func sample() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../data-samples/zoetermeer-2017").path
    let source = try Self.source(of: folder)
    for (threshold, count, amount, names) in [
      (10, 5, 100, .name), (10, 1, 0, .rank), (5, 5, 1000, .name),
    ] as [(Int64, Int64, Int64, PublicationParameters.ProviderNames)] {
      var parameters = PublicationParameters()
      parameters.threshold = threshold
      parameters.countBase = count
      parameters.amountBaseEuros = amount
      parameters.providerNames = names
      try Self.attack(source, parameters, "sample at \(threshold), \(count) and \(amount)")
    }
  }

  @Test("of the sample, at most 35 % of the cells that are not 0, and no total of any kind")
  func loss() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../data-samples/zoetermeer-2017").path
    let suppression = try Suppressor(parameters: .init()).suppress(Self.source(of: folder))
    let tables = suppression.account.tables
    let (cells, hidden) = tables.reduce((0, 0)) { ($0.0 + $1.cells, $0.1 + $1.hidden) }
    #expect(cells == 829 && hidden * 100 <= cells * 35, "\(hidden) of \(cells)")
    #expect(suppression.account.hiddenProductMoneyPercent == 0)
    let names = suppression.hidden.sorted.map(\.name.text)
    #expect(!names.contains { $0.hasPrefix("maand/") || $0.hasPrefix("wijk/") })
    // What Zoetermeer printed is all there, but the product of two clients.
    #expect(names.filter { $0.hasPrefix("markt/") } == ["markt/vrij_inzetbaar/02A41"])
  }

  @Test("of a municipality that grows")
  func growing() throws {
    try Self.withFolder { folder in
      var plan = GrowthPlan()
      plan.clients = 300
      try GrowthScenario(plan).write(to: folder, dialect: .iso)
      try Self.attack(Self.source(of: folder), .init(), "a municipality that grows")
    }
  }

  @Test("of generated towns", arguments: towns)
  func generated(_ seed: UInt64) throws {
    let lines = [2000, 3000, 8000, 30_000, 5000, 15_000][Int(seed % 6)]
    try Self.withFolder { folder in
      var size = RandomSize(lines: lines)
      size.seed = seed
      if seed.isMultiple(of: 2) { size.allocations = lines / 5 }
      try RandomScenario(size: size).write(to: folder, dialect: .iso)
      try Self.attack(Self.source(of: folder), .init(), "seed \(seed), \(lines) lines")
    }
  }

  private static let towns: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["WMO_ETL_SEED"].flatMap { UInt64($0) } ?? 6
    let count = environment["WMO_ETL_ATTACKS"].flatMap { UInt64($0) } ?? 2
    return (0..<count).map { first + $0 }
  }()

  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "wmo-etl-attack-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try body(folder)
  }

  /// What a run of the files of a folder makes its edition of.
  private static func source(of folder: String) throws -> EditionSource {
    let configuration = try ConfigurationReader.read(
      path: nil, inputFolder: folder, rules: Rule.all)
    let pipeline = Pipeline(
      configuration: configuration, folder: try InputFolder(path: folder), workers: 2,
      chunkSize: 1 << 20)
    let result = try pipeline.read()
    return EditionSource(
      tables: Analysis.tables(Analysis.disclosed, from: result.ledger, workers: 2),
      risks: DisclosureRisks(of: result.ledger, workers: 2), window: result.ledger.window)
  }

  private static func attack(
    _ source: EditionSource, _ parameters: PublicationParameters, _ what: String
  ) throws {
    let suppression = try Suppressor(parameters: parameters).suppress(source)
    let edition = EditionTables(source.tables, hiding: suppression.hidden, parameters).tables
    let violations = Attacker(
      internal: source.tables, edition: edition, risks: source.risks, parameters: parameters,
      window: source.window
    ).violations()
    #expect(violations.isEmpty, "\(what): \(violations.prefix(5))")
  }
}
