import Testing

/// The budget of the Zoetermeer sample is ours, and shows what the tables of money can say.
@Suite("Budget of Zoetermeer 2017") struct ZoetermeerMoneyTests {
  @Test("no table of money is a header only")
  func tables() async throws {
    for name in MoneyTables.names {
      #expect(try await !ZoetermeerRun.table(name).rows.isEmpty, "\(name)")
    }
  }

  @Test("every signal, an amended line, one in thousands, and the subsidies")
  func signals() async throws {
    let table = try await ZoetermeerRun.table("begroting-bewaking")
    let rows = table.rows(["niveau": "regel"])
    #expect(Set(rows.map { $0["signaal"] }) == ["ok", "let op", "overleg"])
    let amended = try table.row(["regel": "begeleiding"])
    #expect(amended["primitief"] == "3500000.00")
    #expect(amended["actueel"] == "3850000.00")
    let thousands = try table.row(["regel": "vrij_inzetbaar / recreatieve dagbesteding"])
    #expect(thousands["actueel"] == "1760000.00")
    let subsidies = try table.row(["regel": "algemene voorzieningen"])
    #expect(subsidies["prognose"] == "6068505.00")
  }
}

/// The tables of money.
enum MoneyTables {
  static let names = [
    "jaarverloop", "indexatie", "begroting-opbouw", "begroting-bewaking", "lumpsum",
    "bekostiging-vergelijking", "wijkbudget", "tariefvergelijking",
  ]
}
