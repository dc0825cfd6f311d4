extension OracleReport {
  /// `wijken-gestandaardiseerd`
  var standardisedRates: String {
    var rows = [
      [
        "gebied", "clienten", "zonder_leeftijd", "inwoners", "ruw_per_1000", "direct_per_1000",
        "direct_van", "direct_tot", "verwacht", "indirect_per_1000", "indirect_van", "indirect_tot",
      ]
    ]
    guard let clients = input.clients, let districts = input.districts else {
      return Format.csv(rows)
    }
    let year = referenceYear(of: districts)
    let ofYear = districts.filter { $0.year == year }
    if !ofYear.contains(where: { $0.inhabitantsByAge.allSatisfy { $0 != nil } }) {
      return Format.csv(rows)
    }
    let areas = areasByWijk(districts, year)
    let users = windowUses.clients
    func area(_ client: Text) -> Text? { clients[client]?.wijk.flatMap { areas[$0] } }

    let names = Set(areas.values).sorted()
    let populations = names.map { name in
      Population(
        users: users.filter { area($0) == name }.map { age(of: clients[$0]) },
        inhabitants: Self.inhabitantsByAge(ofYear.filter { areas[$0.wijk] == name })
      )
    }
    let complete = populations.filter { $0.inhabitants != nil }
    func sum(_ figures: [[Int]]) -> [Int] {
      (0..<5).map { age in figures.map { $0[age] }.reduce(0, +) }
    }
    let standard = Standard(
      users: sum(complete.map(\.usersByAge)), inhabitants: sum(complete.compactMap(\.inhabitants)))

    for (name, population) in zip(names, populations) {
      rows.append(
        [name.description] + population.counts
          + standard.rates(users: population.usersByAge, inhabitants: population.inhabitants))
    }
    let unknown = users.filter { area($0) == nil }.map { age(of: clients[$0]) }
    if !unknown.isEmpty {
      rows.append(
        ["onbekend"] + Population(users: unknown, inhabitants: nil).counts
          + standard.rates(users: [], inhabitants: nil))
    }
    let inhabitants = complete.isEmpty ? nil : standard.inhabitants
    let all = Population(users: users.map { age(of: clients[$0]) }, inhabitants: inhabitants)
    rows.append(
      ["totaal"] + all.counts + standard.rates(users: standard.users, inhabitants: inhabitants))
    return Format.csv(rows)
  }

  /// The sums over the wijken of a district; nil without one, or where one has an empty cell.
  private static func inhabitantsByAge(_ rows: [District]) -> [Int]? {
    if rows.isEmpty { return nil }
    var sums = [0, 0, 0, 0, 0]
    for row in rows {
      for (age, count) in row.inhabitantsByAge.enumerated() {
        guard let count else { return nil }
        sums[age] += count
      }
    }
    return sums
  }

  /// The clients and inhabitants of a district.
  private struct Population {
    /// The age of every client; nil where it is unknown.
    let users: [Int?]
    /// By age; nil where the district is not complete.
    let inhabitants: [Int]?

    var usersByAge: [Int] {
      var counts = [0, 0, 0, 0, 0]
      for age in users.compactMap({ $0 }) {
        counts[[15, 25, 45, 65].filter { $0 <= age }.count] += 1
      }
      return counts
    }

    /// `clienten`, `zonder_leeftijd` and `inwoners`.
    var counts: [String] {
      let known = users.compactMap { $0 }.count
      return [
        String(known), String(users.count - known),
        inhabitants.map { String($0.reduce(0, +)) } ?? "",
      ]
    }
  }
}
