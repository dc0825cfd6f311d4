@testable import Samples

/// contracten and pgb, either of which may be missing, and the sections of supply.
extension RandomTown {
  mutating func drawSupply() {
    if random.chance(0.25) { drawMoreAllocations() }
    if random.chance(0.8) { drawContracts() }
    if random.chance(0.7) { drawBudgets() }
    drawSupplySettings()
  }

  private static let lots = ["Perceel 1", "Perceel 2", "perceel 1", "é", "Dag, \"zorg\""]

  mutating func lot() -> String { perhaps(one(of: Self.lots), share: 0.75) }

  /// The rows of a file as far as they can be read.
  func rows(of name: String) -> [OracleReport.Row] {
    guard let text = files[name],
      let part = try? OracleReport.Part(file: name, text: text, headerLines: [:])
    else { return [] }
    return (try? part.typedRows) ?? []
  }

  private mutating func drawContracts() {
    let known = (try? OracleReport.Provider.byCode(rows(of: "aanbieders.csv"))) ?? [:]
    let byName = Dictionary(grouping: known.values, by: \.name.description)
    // Of a name that several concerns have nobody can tell whose contract it is.
    let names = ["Anker", "Baken", "anker", "Zorg", "n.v.t.", "Nergens", "Citer, \"bv\""].filter {
      Set((byName[$0] ?? []).map(\.concern)).count <= 1 || random.chance(0.01)
    }
    // Every row names somebody in a column that is there.
    let columns = columns(
      ["perceel", "geldig_vanaf", "aanbieder_agb", "naam"],
      optional: ["rol", "contractvorm", "bekostiging", "geldig_tot", "plafond"]
    )
    var rows: [[String: String]] = []
    var keys: Set<[String]> = []
    for _ in 0..<random.below(14) {
      let isByName = random.chance(0.4)
      let from = day(year: 2014...2018)
      let role = one(of: ["", "hoofdaannemer", "Hoofdaannemer", "onderaannemer", "LID", "lid"])
      var row = [
        "perceel": one(of: Self.lots + ["Perceel 9"]),
        "aanbieder_agb": isByName && random.chance(0.8)
          ? "" : one(of: providers + ["88888887", "88888886"]),
        "naam": isByName || random.chance(0.2) ? one(of: names) : "",
        "rol": random.chance(0.003) ? "partner" : role,
        "contractvorm": perhaps(one(of: ["raamovereenkomst", "open house"]), share: 0.6),
        "bekostiging": perhaps(one(of: ["inspanning", "taakgericht", "n v t"]), share: 0.6),
        "geldig_vanaf": from.iso,
        "geldig_tot": perhaps(
          one(of: ["9999-12-31", "2099-12-31", from.iso, day(year: 2018...2020).iso]), share: 0.5),
        "plafond": perhaps(one(of: ["1000.00", "0", "€ 250.50", "999999999.99"]), share: 0.5),
      ]
      if row["aanbieder_agb"] == "", row["naam"] == "" { row["naam"] = "Nergens" }
      if random.chance(0.003) { row["geldig_tot"] = "2013-12-31" }
      if random.chance(0.003) { row["plafond"] = "-1" }
      if random.chance(0.003) { row["perceel"] = one(of: ["Totaal", "", "ONBEKEND"]) }
      let isRead = columns.contains("rol") && !role.isEmpty
      let read = isRead ? role.lowercased() : "hoofdaannemer"
      let key = ["perceel", "aanbieder_agb", "naam"].map { row[$0] ?? "" } + [read, from.iso]
      guard keys.insert(key).inserted || random.chance(0.02) else { continue }
      rows.append(row)
      if random.chance(0.05) { rows.append(row) }
    }
    if random.chance(0.2) {
      let half = rows.count / 2
      files["contracten-1.csv"] = file(columns, Array(rows.prefix(half)))
      files["Contracten-2.csv"] = file(columns, Array(rows.dropFirst(half)))
    } else {
      files["contracten.csv"] = file(columns, rows)
    }
  }

  private mutating func drawBudgets() {
    let people = clients + Set(stays.map(\.client)).sorted().prefix(8) + ["pgb-alleen"]
    var rows: [[String: String]] = []
    var keys: Set<[String]> = []
    for _ in 0..<random.below(14) {
      let category = one(of: ["02", "begeleiding", "01", "Vervoerdiensten", ""])
      let group =
        category.isEmpty || random.chance(0.4) ? one(of: ["Hulp", "é", "Begeleiding"]) : ""
      let row = [
        "client_id": one(of: people), "jaar": String(random.between(2015...2019)),
        "product_categorie": category, "product_groep": group,
        "toegekend": one(of: ["1000.00", "0", "12.5", "€ 99.99", "-3"]),
        "besteed": perhaps(one(of: ["800.00", "0.01", "-5", "12.-"]), share: 0.7),
      ]
      let code = category == "begeleiding" ? "02" : category
      let key = [row["client_id"] ?? "", row["jaar"] ?? "", code, group]
      guard keys.insert(key).inserted || random.chance(0.01) else { continue }
      rows.append(row)
      if random.chance(0.05) { rows.append(row) }
    }
    let columns = columns(
      ["client_id", "jaar", "toegekend", "product_categorie", "product_groep"],
      optional: ["besteed"])
    files["pgb.csv"] = file(columns, rows)
  }

  private mutating func drawSupplySettings() {
    settings.municipality = one(of: ["0637", "0637", "0638", nil])
    // Somewhere, or when somebody was served.
    let served = stays.flatMap(\.months).map(OracleReport.Month.init(number:)).sorted()
    if random.chance(0.5) {
      let early = served.prefix(served.count / 2)
      let somewhere = day(year: 2015...2017).calendarMonth
      settings.supply.switchFrom = early.isEmpty ? somewhere : one(of: Array(early))
    }
    if random.chance(0.5) {
      let late = served.suffix(served.count / 2)
      let somewhere = day(year: 2016...2018).calendarMonth
      settings.supply.switchTo = late.isEmpty ? somewhere : one(of: Array(late))
    }
    if let from = settings.supply.switchFrom, let to = settings.supply.switchTo, from >= to {
      settings.supply.switchFrom = nil
    }
    if random.chance(0.35) {
      settings.supply.landscapeDay = one(of: [day(year: 2015...2018), "2016-02-29"])
    }
    settings.supply.function = one(of: OracleReport.FunctionKind.allCases)
    drawOverlap()
    guard random.chance(0.85) else { return }
    var signals = OracleReport.SignalSettings()
    signals.area = one(of: OracleReport.AreaKind.allCases + [.buurt, .buurt])
    signals.months = one(of: [1, 2, 3, 3, 6, 12])
    signals.back = one(of: [0, 3, 12, 12, 24])
    if random.chance(0.5) { signals.last = day(year: 2016...2018).calendarMonth }
    signals.minimum = one(of: [1, 1, 2, 3])
    signals.threshold = one(of: [0.001, 0.05, 0.2, 0.5, 1])
    settings.supply.signals = signals
  }

  /// Of the functions of producten, as no others may be named.
  private mutating func drawOverlap() {
    let products = (try? OracleReport.Product.byCode(rows(of: "producten.csv"))) ?? [:]
    let functions = Set(products.values.map(settings.supply.function.name)).sorted()
    guard random.chance(0.75), !functions.isEmpty else { return }
    var others = random.shuffled(functions)
    settings.supply.overlapGroup = (0...random.below(2)).compactMap { _ in others.popLast() }
    if random.chance(0.4), !others.isEmpty {
      settings.supply.overlapWith = Array(others.prefix(random.between(1...2)))
    }
  }
}
