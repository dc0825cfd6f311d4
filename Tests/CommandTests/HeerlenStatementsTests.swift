import Testing

/// What Heerlen published in 2023 about the lump sum from 2024 on, from the published tables of the
/// sample.
@Suite("Heerlen 2024") struct HeerlenStatementsTests {
  private static let years = 2015...2023

  @Test("the budget of 2024 is 17,714,566: that of 2023 with its index, and five additions")
  func buildingBlocks() async throws {
    let table = try await ScenarioRun.lumpSum("begroting-opbouw")
    let blocks = table.rows(["jaar": "2024", "niveau": "bouwsteen"])
    #expect(
      blocks.map { $0["soort"] } == ["basis", "index"] + Array(repeating: "toevoeging", count: 5))
    let total = try table.row(["jaar": "2024", "niveau": "totaal"])
    #expect(total["bedrag"] == "17714566.00")
    #expect(try blocks.map { try $0.cents("bedrag") }.reduce(0, +) == 17_714_566_00)
    #expect(blocks.last?["cumulatief"] == "17714566.00")
    let before = try table.row(["jaar": "2023", "niveau": "totaal"])
    #expect(blocks.first?["bedrag"] == before["bedrag"])
    #expect(blocks.dropFirst().first?["percentage"] == "6.3700")
    #expect(try table.row(["jaar": "2024", "niveau": "verschil"])["bedrag"] == "0.00")
  }

  @Test("the index is 90 % OVA and 10 % PPC, provisional, and settles the year before")
  func index() async throws {
    let table = try await ScenarioRun.lumpSum("indexatie")
    let (former, year) = (try table.row(["jaar": "2023"]), try table.row(["jaar": "2024"]))
    #expect(former["voorlopig"] == "4.7530")
    #expect(former["definitief"] == "6.4260")
    #expect(year["voorlopig"] == "4.6970")
    #expect(year["eigen"] == year["voorlopig"])
    #expect(year["correctie"] == "1.6730")
    #expect(year["toegepast"] == "6.37")
  }

  @Test(
    "each form gives what was published or follows from it for 2024 and 2025",
    arguments: [
      ("additief", "6.37", "4.96"), ("geketend", "6.37", "4.95"), ("vng-2024", "6.30", "4.91"),
    ])
  func forms(form: String, first: String, second: String) async throws {
    let table = try await ScenarioRun.table(
      "indexatie", of: "heerlen-2024", lines: 100, replacing: "vorm = \"additief\"",
      with: "vorm = \"\(form)\"")
    #expect(try table.row(["jaar": "2024"])["toegepast"] == first)
    #expect(try table.row(["jaar": "2025"])["toegepast"] == second)
  }

  @Test("about 17 million euros a year from 2015 to 2023")
  func costs() async throws {
    let rows = try await Self.totals()
    #expect(rows.map { $0["jaar"] } == Self.years.map { "\($0)" })
    for row in rows {
      #expect(row["volledig"] == "ja")
      #expect((16_800_000...17_200_000).contains(try row.euros("bedrag")), "\(row)")
    }
  }

  @Test("prices rose in each of these years, and costs per client fell")
  func pricesAndClients() async throws {
    let table = try await ScenarioRun.lumpSum("jaarverloop")
    let groups = Set(table.rows(["niveau": "product_groep"]).compactMap { $0["product_groep"] })
    #expect(groups.count == 3)
    for group in groups {
      let rows = table.rows(["niveau": "product_groep", "product_groep": group])
      let prices = try rows.prefix(Self.years.count).map { try $0.number("prijs_per_eenheid") }
      #expect(zip(prices, prices.dropFirst()).allSatisfy { $0 < $1 }, "\(group): \(prices)")
    }
    let perClient = try await Self.totals().map { try $0.cents("bedrag_per_client") }
    #expect(perClient.count == Self.years.count)
    #expect(zip(perClient, perClient.dropFirst()).allSatisfy { $0 > $1 }, "\(perClient)")
    let constant = try await Self.totals().dropFirst(2).map { try $0.number("index_vast") }
    #expect(constant.first == 100)
    #expect(zip(constant, constant.dropFirst()).allSatisfy { $0 > $1 }, "\(constant)")
  }

  @Test("43 providers before; then one cooperative of 10, with 27 suppliers")
  func providers() async throws {
    let table = try await ScenarioRun.lumpSum("landschap")
    let before = try table.row(["niveau": "totaal", "moment": "voor"])
    #expect(before["tot_en_met"] == "2023-12-31")
    #expect(try before.count("aanbieders") == 43)
    #expect(try before.count("contractpartijen") == 43)
    let after = try table.row(["niveau": "totaal", "moment": "na"])
    #expect(try after.count("hoofdaannemers") == 1)
    #expect(try after.count("leden") == 10)
    #expect(try after.count("onderaannemers") == 27)
  }

  @Test("one lump sum takes the place of what was declared")
  func lumpSum() async throws {
    let rows = try await ScenarioRun.lumpSum("lumpsum").rows([:])
    #expect(rows.map { $0["jaar"] } == ["2024", "2025"])
    #expect(rows.first?["verleend"] == "17714566.00")
    #expect(rows.last?["reserve_begin"] == rows.first?["reserve_eind"])
    let year = try await ScenarioRun.lumpSum("jaarverloop")
      .row(["niveau": "totaal", "jaar": "2024"])
    #expect(year["declaraties"] == "0.00")
    #expect(year["subsidies"] == "17714566.00")
    let budget = try await ScenarioRun.lumpSum("begroting-bewaking")
      .row(["niveau": "regel", "jaar": "2024"])
    #expect(budget["prognose"] == "17714566.00")
    #expect(budget["signaal"] == "ok")
  }

  @Test("what the lump sum would be for each district adds up to it")
  func districts() async throws {
    let rows = try await ScenarioRun.lumpSum("wijkbudget").rows([:])
    #expect(rows.count == 8)
    #expect(try rows.dropLast().map { try $0.cents("budget") }.reduce(0, +) == 17_714_566_00)
    #expect(rows.last?["budget"] == "17714566.00")
  }

  /// The years with declarations, of everything.
  private static func totals() async throws -> [[String: String]] {
    try await ScenarioRun.lumpSum("jaarverloop").rows(["niveau": "totaal"])
      .filter { $0["declaraties"] != "0.00" }
  }
}
