@testable import Samples

/// What supply asks of allocations and clients: right, missing, and without its form.
extension RandomTown {
  static let deliveryColumns = ["leveringsvorm", "stop_datum_levering", "reden_beeindiging"]

  /// In kind or a personal budget, and how it ended.
  mutating func delivery() -> [String: String] {
    let form = perhaps(one(of: ["zin", "ZIN", "zin", "pgb", "PGB"]), share: 0.8)
    let stop = perhaps(
      random.chance(0.8) ? written(day(year: 2015...2018)) : one(of: ["9999-12-31", "1900-01-01"]),
      share: 0.4)
    let reason = perhaps(one(of: ["02", "19", "20", "20", "38", "77", "00"]), share: 0.6)
    return [
      "leveringsvorm": unless(form, among: ["natura", "1", "p.g.b.", "zin pgb", "#N/B"]),
      "stop_datum_levering": unless(stop, among: ["31-12-2017", "2017-02-30", "morgen", "2017"]),
      "reden_beeindiging": unless(reason, among: ["2", "Overlijden", "020", "1,5", "ab"]),
    ]
  }

  /// Seldom a value that does not have its form.
  private mutating func unless(_ value: String, among odd: [String]) -> String {
    random.chance(0.06) ? one(of: odd) : value
  }

  /// What was granted to somebody who stays, mostly with a volume, and with or without an end.
  mutating func grant(of stay: Stay) -> [String: String] {
    let first = stay.months.first ?? 0
    let last = OracleReport.Month(number: (stay.months.last ?? first) + random.below(14)).days.to
    var row = delivery()
    row["product_code"] = perhaps(stay.product, share: 0.85)
    row["product_categorie"] = perhaps(one(of: ["02", "01", "Dagbesteding"]), share: 0.4)
    row["einddatum"] = perhaps(last.iso, share: 0.7)
    row["volume"] = perhaps(one(of: ["2", "1.5", "60", "0.25", "7"]), share: 0.9)
    row["eenheid"] = perhaps(one(of: ["01", "04", "04", "14", "82", "83", "Uur"]), share: 0.9)
    row["frequentie"] = perhaps(String(random.between(1...6)), share: 0.9)
    row["reden_wijziging"] = perhaps("04", share: 0.2)
    // Void, or not known to anybody.
    if random.chance(0.04) { row["stop_datum_levering"] = "2013-12-31" }
    if random.chance(0.06) { row["aanbieder_agb"] = "88888880" }
    if random.chance(0.05) { row["product_code"] = "98765" }
    return row
  }

  /// Further allocations, deleted and void ones among them, under a header of their own.
  mutating func drawMoreAllocations() {
    let needed = ["toewijzing_nummer", "client_id", "aanbieder_agb", "ingangsdatum"]
    let rows = (0..<random.below(6)).map { place in
      let own = [
        "toewijzing_nummer": "M\(place)", "client_id": one(of: clients),
        "aanbieder_agb": one(of: providers), "ingangsdatum": day(year: 2016...2018).iso,
        "einddatum": perhaps(day(year: 2016...2019).iso), "product_code": one(of: products).code,
        "reden_wijziging": perhaps("13", share: 0.3),
      ]
      return own.merging(delivery()) { $1 }
    }
    let columns = columns(
      needed, optional: ["einddatum", "product_code", "reden_wijziging"] + Self.deliveryColumns)
    files["toewijzingen-meer.csv"] = file(columns, rows)
  }

  /// A buurt of a wijk, of which there are four.
  mutating func buurt(in wijk: String) -> String {
    if wijk.isEmpty { return "" }
    let code = wijk + one(of: ["01", "01", "02", "03", "04"])
    return unless(one(of: ["", "", "BU", "bu "]) + code, among: [wijk, code + "1", wijk + "0A"])
  }

  /// The municipality and the postcode of a client. In some towns nobody has a municipality.
  mutating func place(of client: String) -> [String: String] {
    let code = perhaps(
      one(of: ["0637", "0637", "GM0637", "gm 0638", "0638", "0642"]), share: 0.85)
    let isNamed = seed % 3 != 0
    let postcode = perhaps(
      one(of: ["2711AB", "2711 ab", "2711", "2712XY", "2712  Xy", "2719AA"]), share: 0.85)
    return [
      "gemeente_code": isNamed ? unless(code, among: ["637", "Zoetermeer", "06370"]) : "",
      "postcode": unless(postcode, among: ["27111", "AB2711", "2711A", "2711-AB", "2711ABC"]),
    ]
  }

  /// The inhabitants of every buurt, now and then of all.
  mutating func neighbourhoods(_ years: [Int], _ columns: [String]) -> [[String: String]] {
    let isWhole = random.chance(0.5)
    let wijken = ["063701", "063702", "063703", "063799"]
    var rows: [[String: String]] = []
    for year in years {
      for wijk in wijken {
        for buurt in ["01", "02", "03", "04", "05"] where isWhole || random.chance(0.7) {
          let named = columns.contains("recs") && random.chance(0.5)
          let prefix = named ? "" : one(of: ["BU", "bu", "BU "])
          let count = isWhole ? one(of: ["100", "250", "3000"]) : one(of: ["100", "0", "", "x"])
          let row = [
            "wijk_code": prefix + wijk + buurt, "peiljaar": String(year), "wijk_naam": "Buurt",
            "inwoners": count, "recs": named ? one(of: ["Buurt", "buurt"]) : "",
          ]
          rows.append(row)
          // Another figure of the same buurt.
          if random.chance(0.01) { rows.append(row.merging(["inwoners": "99"]) { $1 }) }
        }
      }
    }
    return rows
  }

  /// Wijken of neighbours; of one the inhabitants are not always known.
  mutating func otherMunicipalities(_ years: [Int]) -> [[String: String]] {
    if random.chance(0.5) { return [] }
    return years.flatMap { year in
      ["063801", "063802", "064201"].filter { _ in random.chance(0.8) }.map { wijk in
        [
          "wijk_code": one(of: ["", "WK"]) + wijk, "peiljaar": String(year),
          "wijk_naam": "Elders", "inwoners": perhaps(one(of: ["2000", "1"]), share: 0.9),
        ]
      }
    }
  }
}
