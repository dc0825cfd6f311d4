extension OracleReport {
  /// `wijken`
  var districtTable: String {
    var rows = [
      [
        "gebied", "niveau", "voorzieningsoort", "inwoners", "clienten", "clienten_per_1000",
        "indicaties", "bedrag", "bedrag_per_client", "bedrag_per_inwoner",
      ]
    ]
    guard let clients = input.clients, let districts = input.districts else {
      return Format.csv(rows)
    }
    let year = referenceYear(of: districts)
    let areas = areasByWijk(districts, year)
    let uses = windowUses
    func area(_ use: Use) -> Text? {
      guard let wijk = clients[use.client]?.wijk else { return nil }
      return areas[wijk]
    }

    for name in Set(areas.values).sorted() {
      let own = districts.filter { $0.year == year && areas[$0.wijk] == name }
      rows += districtRows(name, inhabitants(own), uses.filter { area($0) == name })
    }
    let unknown = uses.filter { area($0) == nil }
    if !unknown.isEmpty { rows += districtRows("onbekend", nil, unknown) }
    rows += districtRows("totaal", inhabitants(districts.filter { $0.year == year }), uses)
    return Format.csv(rows)
  }

  /// The latest year of the file not after the window's last year, else the earliest.
  func referenceYear(of districts: [District]) -> Int? {
    referenceYear(of: districts, for: window)
  }

  func referenceYear(of districts: [District], for period: Window) -> Int? {
    let years = districts.map(\.year)
    guard let last = period.to?.year else { return years.max() }
    return years.filter { $0 <= last }.max() ?? years.min()
  }

  /// The area of every wijk: in the reference year, else in the nearest earlier year, else in the
  /// first later one.
  func areasByWijk(_ districts: [District], _ year: Int?) -> [Text: Text] {
    guard let year else { return [:] }
    var areas: [Text: Text] = [:]
    for (wijk, rows) in Dictionary(grouping: districts, by: \.wijk) {
      let earlier = rows.filter { $0.year <= year }.max { $0.year < $1.year }
      let later = rows.filter { $0.year > year }.min { $0.year < $1.year }
      areas[wijk] = (earlier ?? later)?.area
    }
    return areas
  }

  /// The sum over rows of the reference year; nil without rows, or where one has an empty cell.
  func inhabitants(_ rows: [District]) -> Int? {
    let known = rows.compactMap(\.inhabitants)
    return rows.isEmpty || known.count < rows.count ? nil : known.reduce(0, +)
  }

  /// The three kinds of a district, and its total.
  private func districtRows(_ name: Text, _ inhabitants: Int?, _ uses: [Use]) -> [[String]] {
    let kinds = Product.kinds.map { kind in
      ("voorzieningsoort", kind, uses.filter { $0.product.kind == kind })
    }
    return (kinds + [("totaal", "", uses)]).map { level, kind, uses in
      [
        name.description, level, kind.description, inhabitants.map(String.init) ?? "",
        String(uses.clientCount),
        Format.quotient(
          Int128(uses.clientCount) * 1000,
          Int128(inhabitants ?? 0),
          decimals: 4
        ),
        String(uses.indicationCount), Format.money(uses.net),
        Format.money(uses.net, per: uses.clientCount), Format.money(uses.net, per: inhabitants),
      ]
    }
  }
}
