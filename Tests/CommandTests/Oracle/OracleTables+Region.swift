extension OracleReport {
  /// The municipality of a client; nil where neither clients nor the configuration name one.
  private func municipality(of client: Text) -> Text? {
    let clients = input.clients ?? [:]
    if clients.values.contains(where: { $0.municipality != nil }) {
      return clients[client]?.municipality ?? "onbekend"
    }
    return settings.municipality
  }

  private func function(_ product: Product) -> Text { settings.supply.function.name(product) }

  /// The wijken of the reference year.
  private var referenceDistricts: [District] {
    let districts = input.districts ?? []
    let year = referenceYear(of: districts)
    return districts.filter { $0.year == year }
  }

  /// Municipalities, `onbekend` if it has use, then `totaal`, each with its use; nil where no
  /// municipality is named.
  private var municipalities: [(name: Text, uses: [Use])]? {
    guard windowEnds != nil, municipality(of: "") != nil else { return nil }
    let uses = windowUses
    let declared = (input.clients ?? [:]).values.compactMap(\.municipality)
    let named = declared.isEmpty ? [settings.municipality].compactMap { $0 } : declared
    let served = uses.compactMap { municipality(of: $0.client) }
    let names = named.filter { name in
      served.contains(name) || referenceDistricts.contains { $0.wijk.hasPrefix(name) }
    }
    let all = Set(names).sorted() + (served.contains("onbekend") ? ["onbekend"] : [])
    return all.map { name in (name, uses.filter { municipality(of: $0.client) == name }) }
      + [("totaal", uses)]
  }

  /// `regio`
  var region: String {
    var rows = [
      [
        "gemeente_code", "niveau", "functie", "inwoners", "clienten", "per_1000", "indicaties",
        "bedrag",
      ]
    ]
    guard let municipalities else { return Format.csv(rows) }
    let known = municipalities.map(\.name).filter { $0 != "onbekend" && $0 != "totaal" }
    let functions = Set(windowUses.map { function($0.product) }).sorted()
    for (name, uses) in municipalities {
      let inhabitants: Int? =
        switch name {
        case "onbekend": nil
        case "totaal":
          known.map(self.inhabitants).reduce(known.isEmpty ? nil : 0) { sum, count in
            sum.flatMap { sum in count.map { sum + $0 } }
          }
        default: self.inhabitants(name)
        }
      func add(_ level: String, _ function: Text, _ own: [Use]) {
        rows.append([
          name.description, level, function.description, inhabitants.map(String.init) ?? "",
          String(own.clientCount),
          Format.quotient(Int128(own.clientCount) * 1000, Int128(inhabitants ?? 0), decimals: 4),
          String(own.indicationCount), Format.money(own.net),
        ])
      }
      for function in functions {
        add("functie", function, uses.filter { self.function($0.product) == function })
      }
      add("totaal", "", uses)
    }
    return Format.csv(rows)
  }

  /// Of all its wijken; nil without one, or where one has an empty cell.
  private func inhabitants(_ municipality: Text) -> Int? {
    let own = referenceDistricts.filter { $0.wijk.hasPrefix(municipality) }
    let known = own.compactMap(\.inhabitants)
    return own.isEmpty || known.count < own.count ? nil : known.reduce(0, +)
  }

  /// `overlap`
  var overlaps: String {
    var rows = [["gemeente_code", "clienten", "ook", "aandeel"]]
    let group = settings.supply.overlapGroup
    guard let municipalities, !group.isEmpty else { return Format.csv(rows) }
    let others = input.products.values.map(function).filter { !group.contains($0) }
    let with = settings.supply.overlapWith ?? others
    for (name, uses) in municipalities {
      let clients = uses.filter { group.contains(function($0.product)) }.clients
      let also = uses.filter { with.contains(function($0.product)) }.clients.intersection(clients)
      rows.append([
        name.description, String(clients.count), String(also.count),
        Format.share(also.count, of: clients.count),
      ])
    }
    return Format.csv(rows)
  }
}
