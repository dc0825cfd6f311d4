import Testing

/// Towns in which nothing is granted, contracted or new would prove little of the tables of supply.
@Suite struct TownSupplyTests {
  @Test func theTownsAreSupplied() throws {
    var found = FoundInTowns()
    var headers: [String: Set<String>] = [:]
    for seed in 1...80 as ClosedRange<UInt64> {
      let town = RandomTown(seed: seed)
      guard let report = try? OracleReport(files: town.whole, settings: town.settings) else {
        continue
      }
      let files = report.tablesOfSupply.merging(["signalen": report.signals]) { $1 }
      for (name, text) in files {
        let header = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        headers[name] = Set(header.split(separator: ",").map(String.init))
        let rows = try OracleExample.values(text)
        if rows.isEmpty { found.note(name, "no rows") }
        for row in rows {
          found.note(name, row)
          noteCases(row, of: name, &found)
        }
      }
      noteInput(report, &found)
    }
    for (name, columns) in headers {
      let levels: Set = name == "uitstap" ? ["no rows"] : ["no rows", "totaal"]
      #expect(found.lacks(name, columns.union(levels)) == [], "\(name)")
    }
    for (name, cases) in Self.cases { #expect(found.lacks(name, cases) == [], "\(name)") }
  }

  /// What no column tells alone.
  private static let cases: [String: Set<String>] = [
    "toewijzingen-verloop": ["kind onbekend", "group onbekend", "group of a category"],
    "beeindigingen": ["niet opgegeven", "onbekende code", "Levering is tijdelijk beeindigd"],
    "verzilvering": [
      "unit 01", "unit 04", "unit 14", "unit 82", "more than granted", "less than nothing",
      "concern onbekend",
    ],
    "aflopend": ["open", "with an end"],
    "leveringsvorm": ["uitsluitend zin", "uitsluitend pgb", "beide", "without pgb"],
    "percelen": [
      "lot onbekend", "verschillend", "without contracts", "without use", "without lots", "idle",
    ],
    "aanbieders-verloop": ["ja", "nee"],
    "landschap": ["voor", "na", "parties", "no parties"],
    "uitstap": ["areas", "no areas"],
    "overstap": ["paar"],
    "regio": ["onbekend", "0637", "0638", "0642", "inhabitants in all", "none in all"],
    "overlap": ["onbekend", "0637", "0638"],
    "signalen": [
      "ja", "nee", "area of 4", "area of 6", "area of 8", "by inhabitants", "by clients", "usual",
    ],
    "input": [
      "deleted", "void", "stop for a while", "stop before its end", "pgb", "frequency 1",
      "frequency 2", "frequency 3", "frequency 4", "frequency 5", "frequency 6", "minutes on hours",
      "other unit", "no product", "party without provider", "concern by name", "same party twice",
      "budget by category", "budget by group",
    ],
  ]

  private func noteCases(_ row: [String: String], of table: String, _ found: inout FoundInTowns) {
    func note(_ value: String, _ isSo: Bool = true) { if isSo { found.note(table, value) } }
    let value = { (column: String) in row[column] ?? "" }
    switch table {
    case "toewijzingen-verloop":
      note("kind \(value("voorzieningsoort"))")
      note("group \(value("product_groep"))")
      note("group of a category", value("product_groep") == "Vervoerdiensten")
    case "beeindigingen": note(value("reden"))
    case "verzilvering":
      note("unit \(value("eenheid"))")
      note("more than granted", (Double(value("aandeel")) ?? 0) > 1)
      note("less than nothing", value("aandeel").hasPrefix("-"))
      note("concern \(value("concern"))")
    case "aflopend": note(value("maand").isEmpty ? "open" : "with an end")
    case "leveringsvorm":
      note(value("vorm"), value("clienten") != "0")
      note("without pgb", value("toegekend").isEmpty)
    case "percelen":
      note("lot \(value("perceel"))")
      note(value("contractvorm"))
      note("without contracts", value("contracten") == "0")
      note("without use", value("bedrag") == "0.00" && value("contracten") != "0")
      note("without lots", value("bedrag").isEmpty)
      note("idle", value("actief") < value("aanbieders"))
    case "aanbieders-verloop": note(value("volledig"))
    case "landschap":
      note(value("moment"))
      note(value("contractpartijen").isEmpty ? "no parties" : "parties")
    case "uitstap": note(value("gebieden").isEmpty ? "no areas" : "areas")
    case "regio":
      note(value("gemeente_code"))
      let inAll = value("inwoners").isEmpty ? "none in all" : "inhabitants in all"
      note(inAll, value("gemeente_code") == "totaal")
    case "overlap": note(value("gemeente_code"))
    case "signalen":
      note(value("signaal"))
      note("area of \(value("gebied").count)")
    default: break
    }
  }

  private func noteInput(_ report: OracleReport, _ found: inout FoundInTowns) {
    func note(_ value: String, _ isSo: Bool) { if isSo { found.note("input", value) } }
    for grant in report.grants {
      let allocation = grant.allocation
      note("deleted", allocation.isDeleted)
      note("void", !grant.isLive && !allocation.isDeleted)
      note("stop for a while", allocation.endReason == "20" && allocation.stop != nil)
      note("stop before its end", grant.end != allocation.end && allocation.end != nil)
      note("pgb", !grant.isInKind)
    }
    for grant in report.windowGrants where !grant.allocation.unit.isEmpty {
      note("frequency \(grant.allocation.frequency)", grant.allocation.volume != nil)
    }
    for line in report.lines {
      guard let allocation = report.input.allocations[line.allocation] else { continue }
      note("minutes on hours", report.isMinutesOnHours(line, allocation))
      note("other unit", !allocation.unit.isEmpty && !report.unitFits(line, allocation))
      note("no product", report.input.products[allocation.product] == nil)
    }
    let concerns = Set(report.input.providers.values.map(\.concern))
    let contracts = report.input.contracts ?? []
    for contract in contracts {
      note("party without provider", !concerns.contains(contract.party))
      note("concern by name", concerns.contains(contract.party))
    }
    note(
      "same party twice", Set(contracts.map { [$0.lot, $0.party] }).count < contracts.count)
    for budget in report.input.budgets ?? [] {
      note(budget.group == "Vervoerdiensten" ? "budget by category" : "budget by group", true)
    }
    if let settings = report.settings.supply.signals, let survey = report.signalSurvey(settings),
      !survey.tests.isEmpty
    {
      found.note("signalen", survey.isByInhabitants ? "by inhabitants" : "by clients")
      if survey.tests.contains(where: { $0.earlier > 0 && $0.expected.whole < 30 }) {
        found.note("signalen", "usual")
      }
    }
  }
}
