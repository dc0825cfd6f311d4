import Testing

/// The lots of Haarlem's procurement of 2020 and the task budget that is watched during the year, from
/// the published tables of the sample.
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

  @Test("a task budget for each lot; one runs off in the year, and that is a reason to talk")
  func watched() async throws {
    let rows = try await ScenarioRun.lots("begroting-bewaking")
      .rows(["niveau": "regel", "jaar": "2020"])
    #expect(rows.map { $0["regel"] } == (1...6).map { "perceel \($0)" })
    for row in rows {
      let runsOff = row["regel"] == "perceel 5"
      #expect(row["signaal"] == (runsOff ? "overleg" : "ok"), "\(row)")
      #expect(row["nv"] == (runsOff ? "N" : "V"), "\(row)")
      #expect(row["maand_bereikt"] == (runsOff ? "2020-11" : ""), "\(row)")
      // The budget is not spent yet: it is the forecast that says so.
      #expect(try row.number("uitputting") < 0.85, "\(row)")
      #expect(row["werkwijze"] == "toewijzingen", "\(row)")
    }
  }

  @Test("at the end of the year it came as had been expected")
  func outcome() async throws {
    let table = try await ScenarioRun.table(
      "begroting-bewaking", of: "haarlem-2020", replacing: "peildatum = \"2020-10-31\"\n", with: "")
    for row in table.rows(["niveau": "regel", "jaar": "2020"]) {
      let ranOff = row["regel"] == "perceel 5"
      #expect(row["nv"] == (ranOff ? "N" : "V"), "\(row)")
      #expect((row["signaal"] == "overleg") == ranOff, "\(row)")
      #expect(row["maand_bereikt"] == (ranOff ? "2020-11" : ""), "\(row)")
      #expect(["driehoek", "gesloten"].contains(row["werkwijze"]), "\(row)")
    }
  }
}
