import Foundation
import Testing

@testable import Samples

/// What is published of a growing municipality, against what was planted in it and what was declared
/// after its cut-off. `make forecast` measures the same on many seeds.
@Suite("Tables over time of the growing municipality") struct GrowthForecastTests {
  private func run(_ plan: GrowthPlan) async throws -> (
    tables: [String: PublishedTable], truth: GrowthFiles.Truth
  ) {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    try GrowthScenario(plan).write(to: scratch.url.path, dialect: .iso)
    let truth = try Data(contentsOf: scratch.url.appending(path: "truth.json"))
    return (
      try await ZoetermeerRun.tables(of: scratch.url).mapValues(PublishedTable.init),
      try JSONDecoder().decode(GrowthFiles.Truth.self, from: truth)
    )
  }

  @Test("the truth is mostly within two standard errors, and not off to one side")
  func forecast() async throws {
    let seeds: ClosedRange<UInt64> = 1...16
    var within = 0
    var shares: [Double] = []
    for seed in seeds {
      let (tables, truth) = try await run(.small(seed: seed))
      let row = try #require(tables["nog-te-verwachten"]).row(["niveau": "totaal"])
      let total = try #require(truth.nog_te_verwachten.last)
      #expect(try row.cents("gedeclareerd") == total.gedeclareerd, "seed \(seed)")
      let error = try row.cents("nog_te_verwachten") - total.nog_te_verwachten
      if abs(error) <= 2 * (try row.cents("standaardfout")) { within += 1 }
      shares.append(Double(error) / Double(total.nog_te_verwachten))
    }
    #expect(Double(within) >= 0.85 * Double(shares.count))
    #expect(abs(shares.reduce(0, +) / Double(shares.count)) < 0.05, "\(shares)")
  }

  @Test(
    "the effect of the one factor that was planted is the planted one, to the cent",
    arguments: [PlantedFactor.clients, .mix, .volume, .price], [UInt64(1), 2]
  )
  func oneEffect(_ factor: PlantedFactor, seed: UInt64) async throws {
    let (tables, truth) = try await run(.small(seed: seed, factor))
    let table = try #require(tables["kostenontwikkeling"])
    let groups = Set(truth.kostenontwikkeling.map(\.product_groep))
    for group in groups {
      let rows = table.rows(["niveau": "product_groep", "product_groep": group])
      for effect in ["clienten", "mix", "volume", "prijs", "nieuw", "beeindigd"] {
        let planted = truth.kostenontwikkeling.filter { $0.product_groep == group }
          .reduce(0) { $0 + (($1.effecten[effect] ?? 0) ?? 0) }
        let found = try rows.reduce(0) { $0 + (try $1.cents(effect)) }
        #expect(found == planted, "\(group), \(effect), seed \(seed)")
      }
    }
    let total = try table.row(["niveau": "totaal"])
    #expect(try total.cents(factor.rawValue) == total.cents("verschil"))
  }

  @Test("where several factors were planted, each effect has its sign and its order of size")
  func allEffects() async throws {
    let (tables, truth) = try await run(.small(seed: 1))
    let total = try #require(tables["kostenontwikkeling"]).row(["niveau": "totaal"])
    let before = Double(try total.cents("bedrag_vergelijking"))
    // Planted: an eighth more clients, 3 % more volume, 3 % higher rates, and heavier support.
    for (effect, share) in ["clienten": 0.125, "volume": 0.03, "prijs": 0.03] {
      let found = Double(try total.cents(effect)) / before
      #expect(found > share / 2 && found < share * 2, "\(effect): \(found)")
    }
    #expect(try total.cents("mix") > 0)
    for (effect, sign) in ["nieuw": 1, "beeindigd": -1] {
      let planted = truth.kostenontwikkeling.reduce(0) { $0 + (($1.effecten[effect] ?? 0) ?? 0) }
      #expect(try total.cents(effect) == planted)
      #expect(planted.signum() == sign, "\(effect)")
    }
  }
}
