import Testing

/// Towns in which nothing is budgeted, indexed or decided late would prove little of the tables of
/// money.
@Suite struct TownMoneyTests {
  @Test func theTownsHaveMoney() throws {
    var found = FoundInTowns()
    var headers: [String: Set<String>] = [:]
    for seed in 1...60 as ClosedRange<UInt64> {
      let town = RandomTown(seed: seed)
      guard let report = try? OracleReport(files: town.whole, settings: town.settings) else {
        continue
      }
      for (name, text) in report.tablesOfMoney {
        let header = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        headers[name] = Set(header.split(separator: ",").map(String.init))
        let rows = try OracleExample.values(text)
        if rows.isEmpty, name != "jaarverloop" { found.note(name, "no rows") }
        for row in rows {
          found.note(name, row)
          noteCases(row, of: name, &found)
        }
        if name == "begroting-bewaking" { noteMonths(rows, report, &found) }
      }
      noteInput(report, &found)
    }
    for (name, columns) in headers {
      #expect(found.lacks(name, columns) == [], "\(name)")
      if name == "jaarverloop" { continue }
      #expect(found.lacks(name, ["no rows"]) == [], "\(name)")
    }
    for (name, cases) in Self.cases { #expect(found.lacks(name, cases) == [], "\(name)") }
  }

  /// What no column tells alone.
  private static let cases: [String: Set<String>] = [
    "jaarverloop": [
      "ja", "nee", "subsidies only", "unit 04", "unit 82", "mixed units", "before the base year",
      "no base year", "price of no volume",
    ],
    "indexatie": ["only its year", "definitive only", "negative correction"],
    "begroting-opbouw": [
      "bouwsteen", "totaal", "verschil", "basis", "index", "toevoeging", "korting", "groei",
      "afrekening", "eenmalig", "chain", "percentage of a reduction", "total of 0",
    ],
    "begroting-bewaking": [
      "primitief", "actueel", "plafond", "taakstelling", "N", "V", "ok", "let op", "overleg",
      "driehoek", "toewijzingen", "patroon", "gesloten", "target only", "overlap", "total",
      "several methods", "budget of 0", "budget below 0", "reached in the year",
      "reached by what is expected", "never reached", "without use", "several lines",
    ],
    "lumpsum": ["deficit", "empty reserve", "no advance", "no excess", "opening given"],
    "bekostiging-vergelijking": [
      "inspanning", "taak-gebied", "taak-groep", "traject", "beschikbaarheid", "no area form",
      "no spread of areas",
    ],
    "wijkbudget": ["no inhabitants", "households"],
    "tariefvergelijking": ["unit 04", "unit 82", "nobody", "no contract", "above", "several"],
    "input": [
      "kind", "group", "area", "concern", "lot", "all", "kind algemeen", "later line",
      "decided later", "later line rejected", "reference date", "no reference date",
      "fixed again", "geketend", "additief", "vng-2024", "own rate", "rate of all",
      "converted to 01", "converted to 04", "frequency 6", "frequency 2", "frequency 4",
      "late lines",
    ],
  ]

  private func noteCases(_ row: [String: String], of table: String, _ found: inout FoundInTowns) {
    func note(_ value: String, _ isSo: Bool = true) { if isSo { found.note(table, value) } }
    let value = { (column: String) in row[column] ?? "" }
    switch table {
    case "jaarverloop":
      note(value("volledig"))
      note("subsidies only", value("clienten") == "0" && value("subsidies") != "0.00")
      note("unit \(value("eenheid"))")
      note("mixed units", value("clienten") != "0" && value("eenheid").isEmpty)
      note(
        "before the base year", (Double(value("bedrag_vast")) ?? 0) > (Double(value("bedrag")) ?? 0)
      )
      note("no base year", value("bedrag_vast").isEmpty && value("index_bedrag").isEmpty)
      note("price of no volume", !value("volume").isEmpty && value("prijs_per_eenheid").isEmpty)
    case "indexatie":
      note("only its year", value("eigen").isEmpty)
      note("definitive only", value("voorlopig").isEmpty && !value("definitief").isEmpty)
      note("negative correction", value("correctie").hasPrefix("-"))
    case "begroting-opbouw":
      note(value("soort"))
      note("chain", value("soort") == "basis" && value("percentage").isEmpty)
      note("percentage of a reduction", value("soort") == "korting" && value("percentage") != "")
      note("total of 0", value("niveau") == "totaal" && value("aandeel").isEmpty)
    case "begroting-bewaking":
      for column in ["nv", "signaal", "werkwijze"] { note(value(column)) }
      let isTotal = value("niveau") == "totaal"
      note("target only", !isTotal && value("signaal").isEmpty)
      note("overlap", isTotal && value("gerealiseerd").isEmpty)
      note("total", isTotal && value("afwijking") != "")
      note("several methods", isTotal && value("clienten") != "" && value("werkwijze").isEmpty)
      note("budget of 0", value("signaal") != "" && value("uitputting").isEmpty)
      note("budget below 0", value("actueel").hasPrefix("-"))
      note("never reached", value("signaal") != "" && value("maand_bereikt").isEmpty)
      note("reached in the year", !["", "01"].contains(value("maand_bereikt").suffix(2)))
      note("without use", value("clienten") == "0")
    case "lumpsum":
      note("deficit", value("resultaat").hasPrefix("-"))
      note("empty reserve", value("reserve_eind") == "0.00" && value("mutatie") != "0.00")
      note("no advance", value("voorschot").isEmpty)
      note("no excess", value("boven_maximum") == "0.00")
      note("opening given", value("reserve_begin") == "25.00")
    case "bekostiging-vergelijking":
      note(value("vorm"))
      note("no spread of areas", value("spreiding_gebieden").isEmpty)
    case "wijkbudget":
      note("no inhabitants", value("inwoners").isEmpty)
    case "tariefvergelijking":
      note("unit \(value("eenheid"))")
      note("nobody", value("aanbieders") == "0")
      note("several", value("mediaan") != value("hoogste") && value("mediaan") != value("laagste"))
      note("no contract", value("contract").isEmpty)
      note("above", value("boven_contract") != "0.00")
    default: break
    }
  }

  /// Whether a budget is reached in a month that is yet to come, and lines stand side by side.
  private func noteMonths(
    _ rows: [[String: String]], _ report: OracleReport, _ found: inout FoundInTowns
  ) {
    let last = report.watchFrame.last.map { OracleReport.Month(number: $0).iso } ?? "9999"
    for row in rows where row["maand_bereikt"] ?? "" > last {
      found.note("begroting-bewaking", "reached by what is expected")
    }
    let years = rows.filter { $0["niveau"] == "regel" }.compactMap { $0["jaar"] }
    if Set(years).count < years.count { found.note("begroting-bewaking", "several lines") }
  }

  private func noteInput(_ report: OracleReport, _ found: inout FoundInTowns) {
    func note(_ value: String, _ isSo: Bool) { if isSo { found.note("input", value) } }
    for line in report.input.budgetLines ?? [] {
      let keys = [line.kind, line.group, line.area, line.concern, line.lot]
      for (name, key) in zip(["kind", "group", "area", "concern", "lot"], keys) {
        note(name, !key.isEmpty && !report.lines(of: line, report.areasByClient).isEmpty)
      }
      note("all", keys.allSatisfy(\.isEmpty))
      note("kind algemeen", line.takesSubsidies && !line.kind.isEmpty)
    }
    let day = report.settings.money.referenceDay
    note(day == nil ? "no reference date" : "reference date", true)
    note("later line", !report.laterLines.isEmpty)
    note("decided later", report.input.allAllocations.count > report.input.allocations.count)
    if let day {
      note(
        "later line rejected",
        report.rejections.contains { rejection in
          OracleReport.Day(rejection.row["declaratie_dagtekening"]).map { $0 > day } ?? false
        })
    }
    let figures = report.input.indexFigures ?? []
    let keys = figures.map { [$0.series.description, "\($0.year)", "\($0.isDefinitive)"] }
    note("fixed again", Set(keys).count < keys.count)
    note(report.settings.money.form.rawValue, !report.indexation.isEmpty)
    let usesHouseholds =
      report.settings.money.districtBudget?.keys.contains { $0.name == "huishoudens" } ?? false
    if usesHouseholds, !OracleExample.rows(report.districtBudgetTable).isEmpty {
      found.note("wijkbudget", "households")
    }
    if !OracleExample.rows(report.fundingTable).isEmpty,
      !report.fundingTable.contains("taak-gebied")
    {
      found.note("bekostiging-vergelijking", "no area form")
    }
    noteRates(report, &found)
    guard let last = report.watchFrame.last else { return }
    note("late lines", report.courseLines.contains { $0.course > last && $0.service <= last })
  }

  /// At what rates running allocations are seen.
  private func noteRates(_ report: OracleReport, _ found: inout FoundInTowns) {
    guard let last = report.watchFrame.last else { return }
    let month = OracleReport.Month(number: last + 1)
    for grant in report.grants where grant.isLive && grant.isInKind {
      guard report.commitment(grant, month) != nil else { continue }
      let allocation = grant.allocation
      found.note("input", "frequency \(allocation.frequency)")
      let rates = (report.input.rates ?? []).filter { $0.product == allocation.product }
      let isOwn = rates.contains { $0.agb == allocation.agb }
      found.note("input", isOwn ? "own rate" : "rate of all")
      if rates.contains(where: { ["", allocation.unit].contains($0.unit) }) { continue }
      found.note("input", "converted to \(allocation.unit)")
    }
  }
}
