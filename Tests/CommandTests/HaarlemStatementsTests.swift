import Testing

/// The lots of Haarlem's procurement of 2020, from the published tables of the scenario.
@Suite("Haarlem 2020") struct HaarlemStatementsTests {
  @Test("six lots with their providers, each an open house that is paid by effort")
  func lots() async throws {
    let table = try await ScenarioRun.lots("percelen")
    let rows = table.rows(["niveau": "perceel"])
    #expect(try rows.map { try $0.count("aanbieders") } == [48, 8, 17, 13, 29, 53])
    #expect(rows.map { $0["perceel"] } == (1...6).map { "perceel \($0)" })
    for row in rows + [try table.row(["niveau": "totaal"])] {
      #expect(row["contractvorm"] == "open house")
      #expect(row["bekostiging"] == "inspanningsgericht (P×Q)")
      #expect(row["hoofdaannemers"] == row["aanbieders"])
      #expect(row["zonder_contract"] == "0.00")
    }
  }

  @Test("fewer providers than contracts, and an open house promises nobody a client")
  func totals() async throws {
    let table = try await ScenarioRun.lots("percelen")
    let total = try table.row(["niveau": "totaal"])
    #expect(try total.count("contracten") == 168)
    #expect(try total.count("aanbieders") == 96)
    for row in table.rows([:]) {
      let active = try row.count("actief")
      #expect(active > 0)
      #expect(try active < row.count("aanbieders"), "\(row["perceel"] ?? "")")
    }
    let concerns = try await ScenarioRun.lots("aanbieders").rows(["niveau": "totaal"])
    #expect(try total.count("actief") == concerns.count)
  }
}
