@testable import Samples

extension RandomTown {
  /// producten, aanbieders, subsidies and tarieven.
  mutating func drawCatalogue() {
    drawProducts()
    drawProviders()
    if random.chance(0.7) { drawSubsidies() }
    if random.chance(0.5) { drawRates() }
  }

  private mutating func drawProducts() {
    let groups = [
      "Hulp", "begeleiding", "Dag, \"zorg\"", "é", "e\u{301}", "n.v.t.", "twee\nregels",
    ]
    let kinds = ["maatwerk", "vrij_inzetbaar", "algemeen"]
    let rows = products.map { product in
      [
        "product_code": product.code,
        "omschrijving": one(of: ["Begeleiding", "Hulp", "Dag, \"zorg\"", "-", "Ünïcode"]),
        "product_categorie": one(of: [product.category, product.category, "Dagbesteding"]),
        "voorzieningsoort": one(of: kinds),
        "product_groep": perhaps(one(of: groups), share: 0.7),
        "perceel": aside { $0.lot() },
      ]
    }
    let columns = columns(
      ["product_code", "omschrijving", "product_categorie", "voorzieningsoort"],
      optional: ["product_groep"]
    )
    files["producten.csv"] = file(
      columns, rows + rows.prefix(random.below(2)),
      supply: aside { $0.columns([], optional: ["perceel"]) })
  }

  private mutating func drawProviders() {
    let names = ["Anker", "Baken", "anker", "Citer, \"bv\"", "n.v.t.", "Zorg"]
    let rows = providers.map { agb in
      [
        "aanbieder_agb": agb, "naam": one(of: names),
        "concern": perhaps(one(of: names), share: 0.4),
      ]
    }
    let columns = columns(["aanbieder_agb", "naam"], optional: ["concern"])
    files["aanbieders.csv"] = file(columns, rows)
  }

  private mutating func drawSubsidies() {
    let rows = (0..<random.below(6)).map { _ in
      [
        "ontvanger_naam": one(of: ["Palet", "Kwadraad", "palet", "MEE, stichting"]),
        "jaar": String(random.between(2015...2019)),
        "verleend_bedrag": one(of: ["100.00", "0.01", "1000", "-5.5", "0"]),
        "vastgesteld_bedrag": perhaps(
          one(of: ["0", "99.99", "-3", "1e3".prefix(1) + ".5"]),
          share: 0.4
        ),
      ]
    }
    let columns = columns(
      ["ontvanger_naam", "jaar", "verleend_bedrag"],
      optional: ["vastgesteld_bedrag"]
    )
    files["subsidies.csv"] = file(columns, withTotal(rows))
  }

  /// Now and then with a total of all rows, which may come to stand before some of them.
  private mutating func withTotal(_ rows: [[String: String]]) -> [[String: String]] {
    guard random.chance(0.15) else { return rows }
    let cents = rows.compactMap { row in
      row["verleend_bedrag"].flatMap { Int($0.filter(\.isNumber)) }
    }
    let sum = cents.reduce(0, +)
    let amount = "\(sum / 100)." + (sum % 100 < 10 ? "0" : "") + "\(sum % 100)"
    let name = one(of: [
      "Totaal", "totaal 2017", "Som", "TOTAL:", "Totaal\u{A0}2017", "Totaal Zorg",
    ])
    return rows + [["ontvanger_naam": name, "jaar": "2017", "verleend_bedrag": amount]]
  }

  private mutating func drawRates() {
    let rows = (0..<random.below(6)).map { _ in
      [
        "product_code": one(of: products).code,
        "aanbieder_agb": perhaps(one(of: providers), share: 0.5),
        "tarief": one(of: ["52.50", "0.8750", "10", "1.2345"]),
        "eenheid": perhaps(one(of: ["01", "04", "Uur"]), share: 0.5),
        "geldig_vanaf": day(year: 2015...2018).iso,
        "geldig_tot": perhaps(one(of: [day(year: 2018...2019).iso, "9999-12-31"]), share: 0.5),
      ]
    }
    let columns = columns(
      ["product_code", "tarief", "geldig_vanaf"],
      optional: ["aanbieder_agb", "eenheid", "geldig_tot"]
    )
    files["tarieven.csv"] = file(columns, rows)
  }
}
