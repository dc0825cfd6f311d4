extension OracleReport {
  /// `leeftijd`
  var ageTable: String {
    var rows = [["product_groep", "leeftijdsklasse", "clienten", "aandeel", "bedrag"]]
    guard let clients = input.clients else { return Format.csv(rows) }
    let uses = windowUses
    let groups = Set(uses.map(\.product.group)).sorted()
    let sections = groups.map { group in (group, uses.filter { $0.product.group == group }) }
    for (name, uses) in sections + [("totaal", uses)] {
      for ageClass in ageClasses {
        let own = uses.filter { use in ageClass == self.ageClass(of: clients[use.client]) }
        rows.append([
          name.description, ageClass, String(own.clientCount),
          Format.share(own.clientCount, of: uses.clientCount), Format.money(own.net),
        ])
      }
    }
    return Format.csv(rows)
  }

  /// `0-17`, …, `85+`, `onbekend`
  var ageClasses: [String] {
    let bounds = settings.ageClasses
    return bounds.indices.map { index in
      index + 1 < bounds.count ? "\(bounds[index])-\(bounds[index + 1] - 1)" : "\(bounds[index])+"
    } + ["onbekend"]
  }

  func ageClass(of client: Client?) -> String {
    guard let age = age(of: client),
      let index = settings.ageClasses.lastIndex(where: { $0 <= age })
    else { return "onbekend" }
    return ageClasses[index]
  }

  /// The age on the last day of the window; nil where it is unknown or below 0.
  func age(of client: Client?) -> Int? {
    guard let birth = client?.birth, let last = window.to else { return nil }
    let age =
      switch birth {
      case .date(let day): day.wholeYears(until: last)
      case .year(let year): last.year - year
      }
    return age < 0 ? nil : age
  }
}
