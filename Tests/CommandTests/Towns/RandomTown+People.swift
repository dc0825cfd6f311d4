@testable import Samples

extension RandomTown {
  /// clienten and gebieden, either of which may be missing.
  mutating func drawPeople() {
    if random.chance(0.85) { drawClients() }
    if random.chance(0.85) { drawDistricts() }
  }

  private static let wijken = ["063701", "063702", "063703", "06370A", "063799"]

  private static let wijkPrefixes = ["", "WK", "wk", "WK "]

  private mutating func drawClients() {
    let listed = clients.filter { _ in random.chance(0.85) } + ["zonder declaratie"]
    let rows = listed.map { client in
      let wijk = one(of: Self.wijken)
      return [
        "client_id": client,
        "geboortejaar": perhaps(String(random.between(1930...2019)), share: 0.5),
        "geboortedatum": perhaps(birth(), share: 0.5),
        "wijk_code": perhaps(
          one(of: Self.wijkPrefixes) + wijk + one(of: ["", "", "05"]), share: 0.6),
        "buurt_code": perhaps(one(of: ["", "BU", "bu "]) + wijk + "05", share: 0.6),
        "overlijdensdatum": perhaps(one(of: ["2017-03-01", "9999-12-31"]), share: 0.2),
      ].merging(aside { $0.place(of: client) }) { $1 }
    }
    let columns = columns(
      ["client_id"],
      optional: ["geboortejaar", "geboortedatum", "wijk_code", "buurt_code", "overlijdensdatum"]
    )
    // Now and then a row that comes again, with its wijk written in another way.
    let again = rows.prefix(random.below(2)).map { row in
      row.merging(["wijk_code": otherwise(row["wijk_code"] ?? "")]) { $1 }
    }
    files["clienten.csv"] = file(
      columns, rows + again, sound: stayingClients(),
      supply: aside { $0.columns([], optional: ["gemeente_code", "postcode"]) })
  }

  /// The code of a wijk with another prefix.
  private mutating func otherwise(_ code: String) -> String {
    let digits = code.drop { !$0.isNumber }
    return digits.count < 6 ? code : one(of: Self.wijkPrefixes) + digits
  }

  /// Birthdays around the last day of the window and on 29 February.
  private mutating func birth() -> String {
    switch random.below(5) {
    case 0: return "1976-02-29"
    case 1:
      guard let last = settings.to else { return "2000-02-29" }
      let day = last.month == 2 && last.day == 29 ? "02-28" : String(last.iso.suffix(5))
      return "\(random.between(1920...2018))-\(day)"
    default: return day(year: 1920...2019).iso
    }
  }

  /// Several reference years, wijken that some of them lack, and areas that change.
  private mutating func drawDistricts() {
    let areas = ["Centrum", "Noord", "centrum", "Oost, \"nieuw\"", "É"]
    var rows: [[String: String]] = []
    let isYearDeclared = random.chance(0.15)
    if isYearDeclared { settings.referenceYear = 2017 }
    let years = isYearDeclared ? [2017] : (2014...2020).filter { _ in random.chance(0.4) } + [2021]
    for year in years {
      for wijk in Self.wijken.dropLast() where random.chance(0.75) {
        rows.append([
          "wijk_code": one(of: Self.wijkPrefixes) + wijk,
          "peiljaar": String(year),
          "wijk_naam": one(of: areas),
          "inwoners": perhaps(one(of: ["1000", "1", "0", "12345"]), share: 0.85),
          "gebied": perhaps(one(of: areas), share: 0.5),
          "recs": one(of: ["Wijk", "wijk", ""]),
        ])
        apart(8 &+ UInt64(rows.count)) { rows[rows.count - 1].merge($0.inhabitantsByAge()) { $1 } }
      }
      if let row = rows.last, random.chance(0.1) {
        rows.append(row.merging(["wijk_code": otherwise(row["wijk_code"] ?? "")]) { $1 })
      }
      rows.append(["wijk_code": "GM0637", "peiljaar": String(year), "wijk_naam": "Stad"])
      rows.append(["wijk_code": "BU06370105", "peiljaar": String(year), "wijk_naam": "Buurt"])
    }
    let columns = columns(
      isYearDeclared ? ["wijk_code", "wijk_naam"] : ["wijk_code", "peiljaar", "wijk_naam"],
      optional: ["inwoners", "gebied", "recs"]
    )
    var ages: [String] = []
    apart(8) { ages = $0.ageColumns() }
    let further = aside { town in
      town.neighbourhoods(years, columns) + town.otherMunicipalities(years)
    }
    var households: [String] = []
    apart(31) { households = $0.drawHouseholds(&rows) }
    // Of a copy, so that what else a seed gives stays as it is.
    var copy = self
    files["gebieden.csv"] = file(columns + ages, rows, sound: further)
    if households.isEmpty { return }
    files["gebieden.csv"] = copy.file(columns + ages, rows, sound: further, supply: households)
  }

  /// toewijzingen: decisions over several allocations, numbers that come again, deletions.
  mutating func drawAllocations() {
    var rows: [[String: String]] = []
    var known: [String: Allocation] = [:]
    let count = random.between(2...16)
    for index in 1...count {
      let number = index % 7 == 3 ? "ééééééééééééééééé-\(index)" : "A\(index)"
      let allocation = Allocation(
        number: number,
        client: one(of: clients),
        provider: one(of: providers),
        product: one(of: products).code,
        isDeleted: random.chance(0.1)
      )
      known[number] = allocation
      rows.append(row(of: allocation, date: "2017-05-01"))
      guard random.chance(0.2) else { continue }
      // Earlier: it loses, whatever it says.
      let earlier = Allocation(
        number: number,
        client: one(of: clients),
        provider: one(of: providers),
        product: one(of: products).code,
        isDeleted: random.chance(0.5)
      )
      rows.append(row(of: earlier, date: perhaps("2017-04-30", share: 0.5)))
    }
    allocations = known.values.sorted { $0.number < $1.number }
    let columns = columns(
      ["toewijzing_nummer", "client_id", "aanbieder_agb", "ingangsdatum", "toewijzingsdatum"],
      optional: [
        "beschikking_nummer", "product_categorie", "product_code", "einddatum", "volume",
        "eenheid", "frequentie", "budget",
      ]
    )
    files["toewijzingen.csv"] = file(
      columns + ["reden_wijziging"], rows, sound: stayAllocations(),
      supply: aside { $0.columns([], optional: RandomTown.deliveryColumns) })
  }

  private mutating func row(of allocation: Allocation, date: String) -> [String: String] {
    [
      "toewijzing_nummer": allocation.number,
      "client_id": allocation.client,
      "aanbieder_agb": allocation.provider,
      "beschikking_nummer": perhaps(one(of: ["B1", "B2", "A1", "A2", "B,3"]), share: 0.6),
      "product_categorie": perhaps(one(of: ["02", "Vervoerdiensten"]), share: 0.3),
      "product_code": perhaps(allocation.product, share: 0.6),
      "toewijzingsdatum": date,
      "ingangsdatum": day(year: 2015...2017).iso,
      "einddatum": perhaps(
        one(of: ["2017-12-31", "9999-12-31", "2099-12-31", "1900-01-01"]),
        share: 0.7
      ),
      "volume": perhaps(one(of: ["2", "1.5", "600"]), share: 0.6),
      "eenheid": perhaps(one(of: ["01", "04", "82", "euro's"]), share: 0.6),
      "frequentie": perhaps(String(random.between(1...6)), share: 0.6),
      "budget": perhaps(one(of: ["1000.00", "5"]), share: 0.3),
      "reden_wijziging": allocation.isDeleted ? "13" : perhaps("02", share: 0.3),
    ].merging(aside { $0.delivery() }) { $1 }
  }
}
