extension OracleReport {
  /// `wijkbudget`
  var districtBudgetTable: String {
    var rows = [
      [
        "gebied", "inwoners", "gewicht", "budget", "gerealiseerd", "verschil", "per_inwoner",
      ]
    ]
    guard let settings = settings.money.districtBudget, let clients = input.clients,
      let districts = input.districts
    else { return Format.csv(rows) }
    let year = referenceYear(of: districts)
    let areas = areasByWijk(districts, year)
    let names = Set(areas.values).sorted()
    func rowsOf(_ name: Text) -> [District] {
      districts.filter { $0.year == year && areas[$0.wijk] == name }
    }
    func those(_ uses: [Use], of name: Text) -> [Use] {
      uses.filter { use in clients[use.client]?.wijk.flatMap { areas[$0] } == name }
    }
    let isCompared = comparison.from != nil && comparison.to != nil
    let basis = isCompared ? uses(of: lines(in: comparison)) : windowUses
    var weights = names.map { _ in Exact(0) }
    for key in settings.keys {
      let values = names.map { name -> Int? in
        switch key.name {
        case "clienten": those(basis, of: name).clientCount
        case "bedrag": those(basis, of: name).net
        default: Self.value(key.name, rowsOf(name))
        }
      }
      let known = values.compactMap { $0 }
      let sum = known.reduce(0, +)
      if known.count < names.count || sum <= 0 { return Format.csv(rows) }
      for (place, value) in known.enumerated() {
        weights[place] = weights[place] + key.share * Exact(value, over: sum)
      }
    }
    let budgets = Self.largestRemainder(weights.map { $0 * Exact(settings.amount) })
    let uses = windowUses
    func add(_ name: Text, _ inhabitants: Int?, _ weight: Exact, _ budget: Int, _ net: Int) {
      rows.append([
        name.description, inhabitants.map(String.init) ?? "", weight.text(decimals: 6),
        Format.money(budget), Format.money(net), Format.money(budget - net),
        Format.money(budget, per: inhabitants),
      ])
    }

    for (place, name) in names.enumerated() {
      add(
        name, inhabitants(rowsOf(name)), weights[place], budgets[place], those(uses, of: name).net)
    }
    let all = inhabitants(districts.filter { $0.year == year })
    add("totaal", all, Exact(1), settings.amount, uses.net)
    return Format.csv(rows)
  }

  /// The sum of a column over the wijken of a district; nil without one, or with an empty cell.
  private static func value(_ column: Text, _ rows: [District]) -> Int? {
    let values = rows.map { row -> Int? in
      switch column {
      case "inwoners": row.inhabitants
      case "huishoudens": row.households
      default:
        District.ageColumns.firstIndex(of: column.description).flatMap { row.inhabitantsByAge[$0] }
      }
    }
    let known = values.compactMap { $0 }
    return rows.isEmpty || known.count < rows.count ? nil : known.reduce(0, +)
  }

  /// Whole numbers with the same sum: each rounded down, and one more for those that lose most by
  /// it, the first of equals.
  static func largestRemainder(_ parts: [Exact]) -> [Int] {
    let floors = parts.map { part -> Int in
      let near = Int(part.rounded)
      return (Exact(near) - part).isPositive ? near - 1 : near
    }
    var result = floors
    let missing = Int(parts.sum.rounded) - floors.reduce(0, +)
    let order = parts.indices.sorted { one, other in
      let first = parts[one] - Exact(floors[one])
      let second = parts[other] - Exact(floors[other])
      if (first - second).isPositive { return true }
      return !(second - first).isPositive && one < other
    }
    for place in order.prefix(missing) { result[place] += 1 }
    return result
  }
}
