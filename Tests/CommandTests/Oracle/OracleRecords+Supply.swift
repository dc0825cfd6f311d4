extension OracleReport {
  /// A row of `contracten.csv`: one party of one lot.
  struct Contract {
    let lot: Text
    /// A concern, or who has no provider.
    let party: Text
    /// `hoofdaannemer`, `onderaannemer` or `lid`.
    let role: Text
    let form: Text
    let funding: Text
    let from: Day
    let to: Day?
    /// In cents; nil where none is given.
    let ceiling: Int?

    static let roles: [Text] = ["hoofdaannemer", "onderaannemer", "lid"]

    static func all(_ rows: [Row], _ providers: [Text: Provider]) throws -> [Contract] {
      // A role is compared as it is read.
      let rows = try rows.map { row in
        var row = row
        let role = row["rol"].isEmpty ? "hoofdaannemer" : row["rol"].lowercased
        guard roles.contains(role) else { throw row.unusable("rol") }
        row.values["rol"] = role
        return row
      }
      let key = ["perceel", "aanbieder_agb", "naam", "rol", "geldig_vanaf"]
      return try distinct(rows, key: key).map { try Contract($0, providers) }
    }

    private init(_ row: Row, _ providers: [Text: Provider]) throws {
      lot = row["perceel"]
      if isReserved(lot) { throw row.unusable("perceel") }
      let (agb, name) = (row["aanbieder_agb"], row["naam"])
      if agb.isEmpty, name.isEmpty { throw row.unusable("aanbieder_agb") }
      if !agb.isEmpty, !agb.isAGB { throw row.unusable("aanbieder_agb") }
      let namesakes = providers.values.filter { !name.isEmpty && $0.name == name }
      let concerns = Set(namesakes.map(\.concern))
      if let provider = providers[agb] {
        party = provider.concern
      } else if concerns.count > 1 {
        throw row.unusable("naam")
      } else {
        party = concerns.first ?? (name.isEmpty ? agb : name)
      }
      role = row["rol"]
      form = row["contractvorm"]
      funding = row["bekostiging"]
      from = try row.required("geldig_vanaf", Day(row["geldig_vanaf"]))
      to = try row.openEnd("geldig_tot")
      if let to, to < from { throw row.unusable("geldig_tot") }
      ceiling = try row.optional("plafond") { Number($0, decimals: 2) }?.value
      if let ceiling, ceiling < 0 { throw row.unusable("plafond") }
    }

    /// On one of these days.
    func isInForce(from first: Day, to last: Day) -> Bool {
      first <= last && from <= last && first <= to ?? last
    }
  }

  /// A row of `pgb.csv`: one personal budget of one year.
  struct PersonalBudget {
    let client: Text
    let year: Int
    let group: Text
    /// In cents.
    let granted: Int
    /// In cents; nil where none is given.
    let spent: Int?

    static func all(_ rows: [Row]) throws -> [PersonalBudget] {
      // A label is its code.
      let rows = try rows.map { row in
        var row = row
        row.values["product_categorie"] = try row.code("product_categorie", in: Codes.categories)
        return row
      }
      let key = ["client_id", "jaar", "product_categorie", "product_groep"]
      return try distinct(rows, key: key).map(PersonalBudget.init)
    }

    private init(_ row: Row) throws {
      client = row["client_id"]
      year = try row.required("jaar", row["jaar"].year)
      let category = try row.code("product_categorie", in: Codes.categories)
      let name = row["product_groep"]
      if isReserved(name) || name.description.contains(" + ") {
        throw row.unusable("product_groep")
      }
      if category.isEmpty, name.isEmpty { throw row.unusable("product_categorie") }
      group = name.isEmpty ? Codes.categoryName(category) : name
      granted = try row.required("toegekend", Number(row["toegekend"], decimals: 2)).value
      spent = try row.optional("besteed") { Number($0, decimals: 2) }?.value
    }
  }

  /// A row of `gebieden.csv` that is no wijk but a buurt.
  struct Neighbourhood {
    let code: Text
    let year: Int?
    /// Nil where none can be read.
    let inhabitants: Int?

    /// Nil for another row. `year` is that of the configuration.
    init?(_ row: Row, year: Int?) {
      let code = row["wijk_code"]
      let isNamed = code.digits(8) != nil && row["recs"].lowercased == "buurt"
      guard code.hasDistrictPrefix(["BU"]) || isNamed else { return nil }
      self.code = code.withoutDistrictPrefix
      self.year = row["peiljaar"].isEmpty ? year : row["peiljaar"].year
      inhabitants = row["inwoners"].wholeNumber
    }
  }
}

extension OracleReport.Text {
  /// So many digits, without a prefix before them; nil for anything else.
  func digits(_ count: Int, prefix: OracleReport.Text? = nil) -> OracleReport.Text? {
    var code = self
    if let prefix, hasDistrictPrefix([prefix]) { code = withoutDistrictPrefix }
    return code.bytes.count == count && code.wholeNumber != nil ? code : nil
  }

  /// `1234AB` or `1234`; nil for anything else.
  var postcode: OracleReport.Text? {
    let digits = bytes.prefix(4)
    let letters = bytes.dropFirst(4).drop { $0 == 0x20 }
    guard OracleReport.Text(digits).digits(4) != nil else { return nil }
    if letters.isEmpty { return OracleReport.Text(digits) }
    let upper = letters.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    guard upper.count == 2, upper.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return OracleReport.Text(digits + upper)
  }
}
