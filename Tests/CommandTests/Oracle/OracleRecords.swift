extension OracleReport {
  /// A product of `producten.csv`.
  struct Product {
    let code: Text
    let description: Text
    /// `algemeen`, `maatwerk` or `vrij_inzetbaar`.
    let kind: Text
    let group: Text
    let category: Text
    /// The lot under which it is contracted; empty without one.
    let lot: Text

    static let kinds: [Text] = ["algemeen", "maatwerk", "vrij_inzetbaar"]

    static func byCode(_ rows: [Row]) throws -> [Text: Product] {
      var products: [Text: Product] = [:]
      for row in try distinct(rows, key: ["product_code"]) {
        let kind = row["voorzieningsoort"]
        guard kinds.contains(kind) else { throw row.unusable("voorzieningsoort") }
        guard case .code(let category) = Codes.read(row["product_categorie"], in: Codes.categories)
        else { throw row.unusable("product_categorie") }
        let group = row["product_groep"].isEmpty ? row["omschrijving"] : row["product_groep"]
        if isReserved(group) || group.description.contains(" + ") {
          throw row.unusable("product_groep")
        }
        if isReserved(row["perceel"]) { throw row.unusable("perceel") }
        products[row["product_code"]] = Product(
          code: row["product_code"],
          description: row["omschrijving"],
          kind: kind,
          group: group,
          category: category,
          lot: row["perceel"]
        )
      }
      return products
    }
  }

  /// A provider of `aanbieders.csv`.
  struct Provider {
    let agb: Text
    let name: Text
    let concern: Text

    static func byCode(_ rows: [Row]) throws -> [Text: Provider] {
      var providers: [Text: Provider] = [:]
      for row in try distinct(rows, key: ["aanbieder_agb"]) {
        let agb = row["aanbieder_agb"]
        guard agb.isAGB else { throw row.unusable("aanbieder_agb") }
        let concern = row["concern"].isEmpty ? row["naam"] : row["concern"]
        if isReserved(concern) { throw row.unusable("concern") }
        providers[agb] = Provider(agb: agb, name: row["naam"], concern: concern)
      }
      return providers
    }
  }

  /// A subsidy; what counts is the settled amount where there is one.
  struct Subsidy {
    let recipient: Text
    let year: Int
    let cents: Int
    let granted: Int
    /// In cents; nil where none is given.
    let advance: Int?
    let costs: Int?
    let openingReserve: Int?
    private let settled: Int?

    /// Every row is a subsidy, but totals of those above them.
    static func all(_ rows: [Row]) throws -> [Subsidy] {
      var subsidies: [Subsidy] = []
      for row in rows {
        let subsidy = try Subsidy(row)
        guard row.firstColumn == "ontvanger_naam", isSum(row["ontvanger_naam"].description) else {
          subsidies.append(subsidy)
          continue
        }
        let ofYear = subsidies.filter { $0.year == subsidy.year }
        guard [ofYear, subsidies].contains(where: subsidy.isTotal(of:)) else {
          throw row.unusable("verleend_bedrag")
        }
      }
      return subsidies
    }

    private static func isSum(_ name: String) -> Bool {
      var name = name.lowercased()[...]
      while let last = name.last, "0123456789: \t\u{A0}".contains(last) { name.removeLast() }
      return ["totaal", "eindtotaal", "subtotaal", "som", "total"].contains(name)
    }

    private func isTotal(of others: [Subsidy]) -> Bool {
      let settledSum = others.reduce(0) { $0 + ($1.settled ?? 0) }
      return cents == others.reduce(0) { $0 + $1.cents }
        || (granted == others.reduce(0) { $0 + $1.granted } && settled ?? settledSum == settledSum)
    }

    private init(_ row: Row) throws {
      recipient = row["ontvanger_naam"]
      year = try row.required("jaar", row["jaar"].year)
      granted = try row.required(
        "verleend_bedrag",
        Number(row["verleend_bedrag"], decimals: 2)
      ).value
      settled = try row.optional("vastgesteld_bedrag") { Number($0, decimals: 2) }?.value
      cents = settled ?? granted
      advance = try row.optional("voorschot_bedrag") { Number($0, decimals: 2) }?.value
      costs = try row.optional("kosten_bedrag") { Number($0, decimals: 2) }?.value
      openingReserve = try row.optional("reserve_begin") { Number($0, decimals: 2) }?.value
    }
  }

  /// A contract rate of `tarieven.csv`.
  struct Rate {
    let product: Text
    /// Empty: for every provider.
    let agb: Text
    /// Empty: for every unit.
    let unit: Text
    /// In ten-thousandths of a euro.
    let value: Int
    let from: Day
    let to: Day?

    init(_ row: Row) throws {
      product = row["product_code"]
      agb = row["aanbieder_agb"]
      if !agb.isEmpty, !agb.isAGB { throw row.unusable("aanbieder_agb") }
      unit = try row.code("eenheid", in: Codes.units)
      value = try row.required("tarief", Number(row["tarief"], decimals: 4)).value
      from = try row.required("geldig_vanaf", Day(row["geldig_vanaf"]))
      to = try row.openEnd("geldig_tot")
    }
  }

  /// The rows, equal ones once; different rows with one key make the file unusable.
  static func distinct(_ rows: [Row], key: [String]) throws -> [Row] {
    var seen: [[Text]: Row] = [:]
    var result: [Row] = []
    for row in rows {
      if let earlier = seen[key.map(row.compared)] {
        let columns = Set(row.values.keys).union(earlier.values.keys)
        if columns.contains(where: { row.compared($0) != earlier.compared($0) }) {
          throw row.unusable(key[0])
        }
      } else {
        seen[key.map(row.compared)] = row
        result.append(row)
      }
    }
    return result
  }

  /// Names that the tables use themselves.
  static func isReserved(_ name: Text) -> Bool {
    ["totaal", "onbekend"].contains(name.lowercased)
  }
}

extension OracleReport.Text {
  var isAGB: Bool { scalarCount == 8 && wholeNumber != nil }

  /// A year of four digits.
  var year: Int? { scalarCount == 4 ? wholeNumber : nil }
}
