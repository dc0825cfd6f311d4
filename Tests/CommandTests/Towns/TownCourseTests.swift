import Testing

/// Towns in which nothing happens over time would prove little of the tables over time.
@Suite struct TownCourseTests {
  /// What a run over some towns has come upon.
  private struct Found {
    var values: [String: Set<String>] = [:]

    mutating func note(_ what: String, _ value: String) {
      values[what, default: []].insert(value)
    }

    func has(_ what: String, _ expected: Set<String>) -> Bool {
      expected.isSubset(of: values[what] ?? [])
    }
  }

  @Test func theTownsLiveOverTime() throws {
    var found = Found()
    for seed in 1...60 as ClosedRange<UInt64> {
      let town = RandomTown(seed: seed)
      guard let report = try? OracleReport(files: town.whole, settings: town.settings) else {
        continue
      }
      let tables = report.tablesOverTime
      func rows(_ name: String) throws -> [[String: String]] {
        try OracleExample.values(tables[name])
      }
      for row in try rows("declaratie-factoren") where row["product_groep"] != "totaal" {
        let isOwn = row["maanden"] != "0"
        found.note("factor", isOwn ? "own" : row["sigma"] == "" ? "end" : "of totaal")
        if isOwn, row["factor"] == "" { found.note("factor", "none") }
        if isOwn, row["factor"] != "", row["sigma"] == "" { found.note("factor", "no sigma") }
        if isOwn, row["factor"] == "1.000000" { found.note("factor", "flat") }
      }
      for row in try rows("nog-te-verwachten") where row["product_groep"] != "totaal" {
        if row["niveau"] == "maand" { found.note("methode", row["methode"] ?? "") }
      }
      for row in try rows("terugblik") { found.note("binnen_twee", row["binnen_twee"] ?? "") }
      for row in try rows("kostenontwikkeling") {
        found.note("werkwijze", row["werkwijze"] ?? "")
        for column in ["nieuw", "beeindigd", "prijs"] where row[column] != "0.00" {
          found.note("kosten", column)
        }
      }
      for row in try rows("verblijfsduur") {
        if row["perioden"] != row["beeindigd"] { found.note("verblijf", "censored") }
        for column in ["mediaan", "ondergrens"] where row[column] != "" {
          found.note("verblijf", column)
        }
        if row["in_beeld"] == "0" { found.note("in_beeld 0", row["aandeel"] ?? "") }
      }
      let stays = report.stays(report.usesByMonth(of: report.lines), report.lastDevelopedMonth)
      if stays.contains(where: { $0.entry > 0 }) { found.note("verblijf", "delayed entry") }
      for row in try rows("instroom-uitstroom") where row["niveau"] == "gebied" {
        found.note("gebied", row["naam"] == "onbekend" ? "onbekend" : "known")
      }
      for row in try rows("opvolging-in-de-tijd") where row["gevolgd"] != "0" {
        found.note("schoonmaanden", String(town.settings.cleanMonths))
      }
      for row in try rows("trajecten") where row["clienten"] != "0" {
        found.note("traject", row["niveau"] ?? "")
        if row["vanaf_begin"] != "0" { found.note("traject", "vanaf_begin") }
        found.note("stappen", row["stappen"] ?? "")
      }
      for row in try rows("wijken-gestandaardiseerd") {
        for column in ["direct_tot", "indirect_van", "ruw_per_1000"] where row[column] != "" {
          found.note("wijken", column)
        }
        if row["verwacht"] != "", row["direct_van"] == "" { found.note("wijken", "no direct") }
        if row["zonder_leeftijd"] != "0" { found.note("wijken", "zonder_leeftijd") }
        if row["inwoners"] == "", row["gebied"] != "onbekend" { found.note("wijken", "incomplete") }
      }
    }
    #expect(found.has("factor", ["own", "of totaal", "none", "no sigma", "flat"]), "\(found)")
    #expect(found.has("methode", ["CL", "BF", "compleet", ""]), "\(found)")
    #expect(found.has("binnen_twee", ["ja", "nee", ""]), "\(found)")
    #expect(found.has("werkwijze", ["LMDI", "Shapley", "LMDI en Shapley", ""]), "\(found)")
    #expect(found.has("kosten", ["nieuw", "beeindigd", "prijs"]), "\(found)")
    #expect(
      found.has("verblijf", ["censored", "mediaan", "ondergrens", "delayed entry"]), "\(found)")
    #expect(found.has("in_beeld 0", ["", "0.000000"]), "\(found)")
    #expect(found.has("gebied", ["known", "onbekend"]), "\(found)")
    #expect(found.has("schoonmaanden", ["0", "1", "3"]), "\(found)")
    #expect(found.has("traject", ["traject", "overig", "totaal", "vanaf_begin"]), "\(found)")
    #expect(found.has("stappen", ["1", "2", "3", "4", "5"]), "\(found)")
    #expect(
      found.has(
        "wijken",
        [
          "direct_tot", "indirect_van", "ruw_per_1000", "no direct", "zonder_leeftijd",
          "incomplete",
        ]), "\(found)")
  }
}
