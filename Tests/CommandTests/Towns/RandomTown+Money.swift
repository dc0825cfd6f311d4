@testable import Samples

/// begroting, bouwstenen and indexcijfers, any of which may be missing, what else money asks for,
/// and its sections.
extension RandomTown {
  mutating func drawMoney() {
    if random.chance(0.5) { drawLongAllocations() }
    if random.chance(0.8) { drawIndices() }
    if random.chance(0.85) { drawBudgetLines() }
    if random.chance(0.75) { drawBlocks() }
    if random.chance(0.6) { drawReserves() }
    if random.chance(0.6) { drawMoreRates() }
    if settings.money.referenceDay != nil, random.chance(0.8) { drawLaterAllocations() }
  }

  mutating func drawMoneySettings() {
    var money = OracleReport.MoneySettings()
    if random.chance(0.35) {
      let day = random.chance(0.3) ? day(year: 2016...2017) : day(year: 2017...2018)
      money.referenceDay = max(day, settings.to ?? day)
    }
    if random.chance(0.35) { money.baseYear = random.between(2014...2019) }
    money.weights = one(of: Self.weights)
    money.form = one(of: OracleReport.IndexForm.allCases)
    money.decimals = one(of: [2, 2, 2, 0, 1, 4, 6])
    let shares = [0, 20_000_000, 50_000_000, 300_000_000, 900_000_000, 1_000_000_000]
    let bounds = [one(of: shares), one(of: shares)].sorted()
    (money.attention, money.consultation) = (bounds[0], bounds[1])
    money.uptake = one(of: [
      1_000_000_000, 1_000_000_000, 850_000_000, 0, 2_000_000_000, 333_333_333,
    ])
    money.maximumReserve = one(of: [100_000_000, 100_000_000, 0, 1_000_000_000, 33_333_333])
    money.fundingIndex = one(of: [nil, nil, 0, 25_000, -13_001])
    if random.chance(0.7) {
      let keys = one(of: Self.districtKeys)
      money.districtBudget = OracleReport.DistrictBudget(
        amount: one(of: [1_771_456_600, 100, 99_999_999_999, 0, 12_345]), keys: keys)
    }
    settings.money = money
  }

  private static let weights: [[OracleReport.Weight]] = [
    [OracleReport.Weight("OVA", 9000), OracleReport.Weight("PPC", 1000)],
    [OracleReport.Weight("OVA", 9000), OracleReport.Weight("PPC", 1000)],
    [OracleReport.Weight("OVA", 6667), OracleReport.Weight("PPC", 3333)],
    [OracleReport.Weight("é", 10_000)],
    [OracleReport.Weight("OVA", 1), OracleReport.Weight("PPC", 9998), OracleReport.Weight("é", 1)],
  ]

  private static let districtKeys: [[OracleReport.Weight]] = [
    [OracleReport.Weight("inwoners", 10_000)],
    [OracleReport.Weight("clienten", 10_000)],
    [OracleReport.Weight("bedrag", 10_000)],
    [OracleReport.Weight("bedrag", 3333), OracleReport.Weight("clienten", 6667)],
    [OracleReport.Weight("huishoudens", 10_000)],
    [OracleReport.Weight("huishoudens", 2500), OracleReport.Weight("bedrag", 7500)],
    [OracleReport.Weight("clienten", 1000), OracleReport.Weight("huishoudens", 9000)],
    [
      OracleReport.Weight("clienten", 2000), OracleReport.Weight("inwoners", 5000),
      OracleReport.Weight("inwoners_65_plus", 3000),
    ],
    [OracleReport.Weight("clienten", 3333), OracleReport.Weight("inwoners_0_14", 6667)],
  ]

  /// In some towns the households of every wijk are known.
  mutating func drawHouseholds(_ rows: inout [[String: String]]) -> [String] {
    let keys = settings.money.districtBudget?.keys ?? []
    let isKey = keys.contains { $0.name == "huishoudens" }
    if random.chance(isKey ? 0.1 : 0.8) { return [] }
    let isWhole = isKey || random.chance(0.9)
    for place in rows.indices {
      let value = one(of: ["500", "1", "0", "7300"])
      rows[place]["huishoudens"] = isWhole ? value : perhaps(value, share: 0.9)
      if random.chance(0.002) { rows[place]["huishoudens"] = "veel" }
    }
    return ["huishoudens"]
  }

  /// Provisional and definitive, with gaps, and fixed once more.
  private mutating func drawIndices() {
    var rows: [[String: String]] = []
    let share = one(of: [1, 0.95, 0.7])
    for series in ["OVA", "PPC", "é", "CPI"] {
      for year in 2013...2020 {
        for status in ["voorlopig", "definitief"] where random.chance(share) {
          for fixed in 0...random.below(3) {
            let row = [
              "reeks": series, "jaar": String(year),
              "status": one(of: [status, status, status.uppercased()]),
              "waarde": one(of: ["2.96", "0", "-1.5", "9.2501", "4.74", "(0.25)", "12"]),
              // Once before the year, and at times once more in or behind it.
              "vastgesteld_op": "\(year - 1 + fixed)-" + one(of: ["03-31", "10-01"]),
              "bron": perhaps(one(of: ["NZa", "VNG, \"juni\""])),
            ]
            rows.append(row)
            if random.chance(0.02) { rows.append(row) }
            if random.chance(0.0001) { rows.append(row.merging(["waarde": "7.77"]) { $1 }) }
          }
        }
      }
    }
    if random.chance(0.01), !rows.isEmpty {
      rows[0]["waarde"] = one(of: ["1.23456", "4 %", "€ 3", ""])
    }
    if random.chance(0.005), !rows.isEmpty { rows[0]["status"] = "concept" }
    let columns = columns(
      ["reeks", "jaar", "status", "waarde", "vastgesteld_op"], optional: ["bron"])
    // Of so many rows one would often be flawed.
    files["indexcijfers.csv"] = file(columns, [], sound: random.shuffled(rows))
  }

  /// Lump sums with costs, of recipients with and without other subsidies.
  private mutating func drawReserves() {
    var rows: [[String: String]] = []
    for recipient in ["Palet", "Kwadraad", "palet", "Lump, \"sum\""] where random.chance(0.7) {
      let first = random.between(2014...2017)
      for year in first...random.between(first...2019) where random.chance(0.9) {
        for _ in 0...random.below(2) {
          rows.append([
            "ontvanger_naam": recipient, "jaar": String(year),
            "verleend_bedrag": one(of: ["1000.00", "250", "0", "80.55"]),
            "vastgesteld_bedrag": perhaps(one(of: ["900.00", "0", "260.10"]), share: 0.4),
            "voorschot_bedrag": perhaps(one(of: ["950", "0", "-1"]), share: 0.5),
            "kosten_bedrag": perhaps(one(of: ["700.00", "1200", "0", "-3.5"]), share: 0.8),
            "reserve_begin": year == first || random.chance(0.002)
              ? perhaps(one(of: ["50.00", "0", "-20", "400"]), share: 0.4) : "",
          ])
        }
      }
    }
    // What is given is what follows.
    for year in 2016...2018 where random.chance(0.8) {
      rows.append([
        "ontvanger_naam": "Vast", "jaar": String(year), "verleend_bedrag": "100.00",
        "kosten_bedrag": "100.00", "reserve_begin": "25.00",
      ])
    }
    let columns = columns(
      ["ontvanger_naam", "jaar", "verleend_bedrag", "kosten_bedrag"],
      optional: ["vastgesteld_bedrag", "voorschot_bedrag", "reserve_begin"])
    files["subsidies_kosten.csv"] = file(columns, [], sound: rows)
  }

  /// For most products, of one provider or all, in some unit or none.
  private mutating func drawMoreRates() {
    var rows: [[String: String]] = []
    for product in products where random.chance(0.9) {
      // Now and then none in the unit of most allocations.
      let unit = random.chance(0.45) ? one(of: ["01", "04"]) : nil
      for _ in 0...random.below(4) {
        rows.append([
          "product_code": product.code,
          "aanbieder_agb": perhaps(one(of: providers), share: 0.3),
          "tarief": one(of: ["52.50", "0.8750", "10", "1.2345", "33.3333", "0"]),
          "eenheid": unit ?? perhaps(one(of: ["01", "04", "04", "14", "82"]), share: 0.5),
          "geldig_vanaf": one(of: ["2014-01-01", "2016-01-01", "2018-01-01", "2018-02-15"]),
          "geldig_tot": perhaps(one(of: ["2018-06-30", "9999-12-31", "2017-12-31"]), share: 0.5),
        ])
      }
    }
    let columns = columns(
      ["product_code", "tarief", "geldig_vanaf", "aanbieder_agb", "eenheid"],
      optional: ["geldig_tot"])
    files["tarieven_geld.csv"] = file(columns, [], sound: rows)
  }

  /// That run on behind the lines, whatever they allow.
  private mutating func drawLongAllocations() {
    let rows = (0..<random.between(2...9)).map { place in
      [
        "toewijzing_nummer": "G\(place)", "client_id": one(of: clients),
        "aanbieder_agb": one(of: providers), "product_code": one(of: products).code,
        "ingangsdatum": day(year: 2016...2018).iso,
        "einddatum": perhaps(day(year: 2018...2020).iso, share: 0.8),
        "volume": one(of: ["2", "1.5", "600", "0.25"]),
        "eenheid": one(of: ["01", "04", "Uur", "82", "14"]),
        "frequentie": one(of: ["1", "2", "3", "4", "5", "6", "6"]),
        "product_categorie": perhaps("01", share: 0.2),
      ]
    }
    let columns = columns(
      [
        "toewijzing_nummer", "client_id", "aanbieder_agb", "product_code", "ingangsdatum",
        "einddatum", "volume", "eenheid", "frequentie",
      ],
      optional: ["product_categorie"])
    files["toewijzingen_geld.csv"] = file(columns, [], sound: rows)
  }

  /// Decided after the reference date, of numbers that there are and of others.
  private mutating func drawLaterAllocations() {
    guard let day = settings.money.referenceDay else { return }
    let known =
      allocations.map { ($0.number, $0.client, $0.provider, $0.product) }
      + stays.map { ($0.number, $0.client, $0.provider, $0.product) }
    var rows: [[String: String]] = []
    for _ in 0..<random.between(1...8) where !known.isEmpty {
      let (number, client, provider, product) = one(of: known)
      let decided = OracleReport.Day(number: day.number + one(of: [0, 1, 1, 30, 200]))
      rows.append([
        "toewijzing_nummer": random.chance(0.9) ? number : "L\(rows.count)",
        "client_id": random.chance(0.7) ? client : one(of: clients),
        "aanbieder_agb": random.chance(0.8) ? provider : one(of: providers),
        "toewijzingsdatum": decided.iso, "ingangsdatum": this(day),
        "einddatum": perhaps("2019-06-30"), "product_code": product,
        "volume": perhaps("3"), "eenheid": perhaps("04"), "frequentie": perhaps("4"),
        "reden_wijziging": perhaps("13", share: 0.3),
      ])
    }
    let columns = columns(
      [
        "toewijzing_nummer", "client_id", "aanbieder_agb", "toewijzingsdatum", "ingangsdatum",
      ],
      optional: ["einddatum", "product_code", "volume", "eenheid", "frequentie", "reden_wijziging"])
    files["toewijzingen_later.csv"] = file(columns, rows)
  }

  private mutating func this(_ day: OracleReport.Day) -> String {
    OracleReport.Day(number: day.number - one(of: [0, 40, 400])).iso
  }
}
