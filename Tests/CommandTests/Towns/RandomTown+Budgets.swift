@testable import Samples

/// The lines of budgets, and the blocks that they are built of.
extension RandomTown {
  private static let keys = OracleReport.BudgetLine.keys

  /// What lines may select by, as the other files have it.
  private struct Names {
    let groups: [String]
    let areas: [String]
    let concerns: [String]
    let lots: [String]
  }

  private var names: Names {
    func sorted(_ names: [OracleReport.Text]) -> [String] {
      Set(names).sorted().map(\.description).filter { !$0.isEmpty }
    }
    let products = (try? OracleReport.Product.byCode(rows(of: "producten.csv"))) ?? [:]
    let providers = (try? OracleReport.Provider.byCode(rows(of: "aanbieders.csv"))) ?? [:]
    let districts =
      (try? OracleReport.District.all(
        rows(of: "gebieden.csv"), year: settings.referenceYear, readsHouseholds: false)) ?? []
    // A name that means nothing in these columns selects nothing.
    return Names(
      groups: sorted(products.values.map(\.group).filter { !$0.meansMissing }),
      areas: sorted(districts.map(\.area).filter { !$0.meansMissing }),
      concerns: sorted(providers.values.map(\.concern).filter { !$0.meansMissing }),
      lots: sorted(products.values.map(\.lot)))
  }

  mutating func drawBudgetLines() {
    let names = names
    var rows: [[String: String]] = []
    for year in 2015...2020 where random.chance(0.5) {
      for selection in selections(names) { rows += amounts(selection, year) }
    }
    if random.chance(0.012), !rows.isEmpty {
      let flaw = one(of: [
        ["soort": "definitief"], ["product_groep": "geen groep"], ["gebied": "geen gebied"],
        ["concern": "geen concern"], ["perceel": "geen perceel"], ["bedrag_schaal": "100"],
        ["bedrag_begroot": ""], ["voorzieningsoort": "Algemeen"], ["jaar": "17"],
      ])
      rows[0].merge(flaw) { $1 }
    }
    if random.chance(0.012), let row = rows.first {
      rows.append(row.merging(["bedrag_begroot": "1.23"]) { $1 })
    }
    if random.chance(0.05), let row = rows.first { rows.append(row) }
    let columns = columns(
      ["jaar", "bedrag_begroot", "bedrag_schaal", "regel"] + Self.keys,
      optional: ["soort", "omschrijving"])
    let drawn = columns.contains("soort") ? rows : withoutSort(rows)
    files["begroting.csv"] =
      random.chance(0.1) ? file(columns, drawn) : file(columns, [], sound: random.shuffled(drawn))
  }

  /// One amount of every line, where nothing tells them apart.
  private func withoutSort(_ rows: [[String: String]]) -> [[String: String]] {
    var seen: Set<[String]> = []
    return rows.filter { row in
      seen.insert((["jaar", "regel"] + Self.keys).map { row[$0] ?? "" }).inserted
    }
  }

  /// What the lines of a year select: all, its parts, or what overlaps.
  private mutating func selections(_ names: Names) -> [[String: String]] {
    let kinds = OracleReport.Product.kinds.map(\.description)
    switch random.below(7) {
    case 0: return [[:]]
    case 1: return kinds.map { ["voorzieningsoort": $0] }
    case 2: return names.groups.map { ["product_groep": $0] }
    case 3 where !names.areas.isEmpty: return names.areas.map { ["gebied": $0] }
    case 4 where !names.lots.isEmpty: return names.lots.map { ["perceel": $0] }
    default:
      let some = (0...random.below(4)).map { _ in
        var selection: [String: String] = [:]
        if random.chance(0.4) { selection["voorzieningsoort"] = one(of: kinds) }
        if random.chance(0.3), !names.groups.isEmpty {
          selection["product_groep"] = one(of: names.groups)
        }
        if random.chance(0.2), !names.areas.isEmpty { selection["gebied"] = one(of: names.areas) }
        if random.chance(0.2), !names.concerns.isEmpty {
          selection["concern"] = one(of: names.concerns)
        }
        if random.chance(0.15), !names.lots.isEmpty { selection["perceel"] = one(of: names.lots) }
        return selection
      }
      return Array(Set(some)).sorted { Self.ordered($0) < Self.ordered($1) }
    }
  }

  private static func ordered(_ selection: [String: String]) -> OracleReport.Text {
    OracleReport.Text.joined(
      keys.map { OracleReport.Text((selection[$0] ?? "").utf8) }, by: "|")
  }

  /// The rows of a line: amounts of some kinds, some in thousands.
  private mutating func amounts(_ selection: [String: String], _ year: Int) -> [[String: String]] {
    let name = random.chance(0.4) ? "regel " + String(random.below(1000)) : ""
    let sorts = ["primitief", "actueel", "plafond", "taakstelling"]
    let given = sorts.filter { _ in random.chance(0.45) }
    return (given.isEmpty ? [one(of: sorts)] : given).map { sort in
      let isInThousands = random.chance(0.2)
      let written = sort == "actueel" ? one(of: ["", "actueel", "Actueel"]) : sort
      let amount =
        isInThousands
        ? one(of: ["1", "2.5", "0.05", "40"])
        : one(of: ["100", "1500.55", "9000", "25000", "60000", "150000", "2000000", "0", "-750"])
      return selection.merging([
        "jaar": String(year), "soort": written, "regel": name, "bedrag_begroot": amount,
        "bedrag_schaal": isInThousands ? "1000" : perhaps("1", share: 0.5),
        "omschrijving": one(of: ["", "jaarrekening", "n.v.t."]),
      ]) { $1 }
    }
  }

  mutating func drawBlocks() {
    let figures = (try? OracleReport.IndexFigure.all(rows(of: "indexcijfers.csv"))) ?? []
    let applied = Set(
      OracleReport.indexation(figures, settings.money).filter { $0.applied != nil }.map(\.year))
    let lines = (try? budgetNames()) ?? []
    let budgets = Set(["Lumpsum, \"zuid\"", "é", "e\u{301}"] + lines.prefix(3)).sorted {
      OracleReport.Text($0.utf8) < OracleReport.Text($1.utf8)
    }
    var rows: [[String: String]] = []
    for budget in budgets where random.chance(0.6) {
      let first = random.between(2014...2018)
      for year in first...first + random.below(4) {
        rows += blocks(of: budget, year, isFirst: year == first, isIndexed: applied.contains(year))
      }
    }
    if random.chance(0.012), !rows.isEmpty {
      let flaw = one(of: [
        ["soort": "korting", "bedrag": "-5", "percentage": ""], ["soort": "bijstelling"],
        ["bedrag": "1", "percentage": "1"], ["soort": "groei", "bedrag": "", "percentage": ""],
        ["soort": "korting", "bedrag": "", "percentage": "0"], ["over": "totaal"],
        ["volgorde": "1.5"], ["omschrijving": ""],
      ])
      rows[rows.count - 1].merge(flaw) { $1 }
    }
    if random.chance(0.05), let row = rows.first { rows.append(row) }
    let columns = columns(
      ["budget", "jaar", "volgorde", "soort", "omschrijving", "bedrag", "percentage"],
      optional: ["over"])
    files["bouwstenen.csv"] =
      random.chance(0.1) ? file(columns, rows) : file(columns, [], sound: random.shuffled(rows))
  }

  /// Names of budget lines: what they are built of can be compared with them.
  private func budgetNames() throws -> [String] {
    rows(of: "begroting.csv").map { row in
      let given = Self.keys.map { row[$0].description }.filter { !$0.isEmpty }
      let name = row["regel"].description
      return name.isEmpty ? (given.isEmpty ? "totaal" : given.joined(separator: " / ")) : name
    }
  }

  private mutating func blocks(
    of budget: String, _ year: Int, isFirst: Bool, isIndexed: Bool
  ) -> [[String: String]] {
    var order = random.below(5)
    return (0...random.below(6)).map { place in
      order += random.between(1...4)
      var sort = one(of: [
        "index", "toevoeging", "korting", "groei", "afrekening", "eenmalig", "basis", "Index",
      ])
      var amount = ""
      var percentage = ""
      if place == 0 {
        sort = "basis"
        // Mostly what the year before was.
        if isFirst || random.chance(0.3) { amount = one(of: ["16949810.00", "1000", "0", "-20"]) }
        if isFirst, random.chance(0.003) { amount = "" }
      } else if sort.lowercased() == "index", isIndexed ? random.chance(0.7) : random.chance(0.003)
      {
        amount = ""
      } else if random.chance(0.5) {
        percentage = one(of: ["4.96", "0.0001", "12.5", "100"])
        if sort != "korting", random.chance(0.2) { percentage = "-1.25" }
      } else {
        amount = one(of: ["123456.78", "0.01", "75"])
        if sort != "korting", random.chance(0.3) { amount = one(of: ["-50.5", "0"]) }
      }
      return [
        "budget": budget, "jaar": String(year), "volgorde": String(order), "soort": sort,
        "omschrijving": one(of: ["Loon en prijs", "n.v.t.", "Komma, \"hier\""]),
        "bedrag": amount, "percentage": percentage,
        "over": one(of: ["", "basis", "cumulatief", "Basis"]),
      ]
    }
  }
}
