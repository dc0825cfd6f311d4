extension OracleReport {
  /// A way of funding.
  private enum Funding: String, CaseIterable {
    case effort = "inspanning"
    case area = "taak-gebied"
    case clients = "taak-groep"
    case path = "traject"
    case availability = "beschikbaarheid"
  }

  /// A period of the comparison of funding, with all that is counted in it.
  private struct FundingPeriod {
    let lines: [Line]
    let uses: [Use]
    /// First months of spells in the period, by group.
    let starts: [Text: Int]
    /// By client.
    let areas: [Text: Text]
    /// Of districts with inhabitants.
    let inhabitants: [Text: Int]

    func net(_ group: Text) -> Int { those(group).net }
    func those(_ group: Text) -> [Use] { uses.filter { $0.product.group == group } }
  }

  /// `bekostiging-vergelijking`
  var fundingTable: String {
    var rows = [
      [
        "vorm", "niveau", "product_groep", "bedrag", "verschil", "gemeente", "aanbieder",
        "spreiding_maanden", "spreiding_gebieden",
      ]
    ]
    guard !lines.isEmpty, comparison.from != nil, comparison.to != nil, let year = window.to?.year
    else { return Format.csv(rows) }
    let now = fundingPeriod(window)
    let then = fundingPeriod(comparison)
    let percent =
      settings.money.fundingIndex.map { Exact($0, over: 10_000) } ?? applied(year) ?? Exact(0)
    let factor = Exact(1) + percent * Exact(1, over: 100)
    let groups = Set((now.uses + then.uses).map(\.product.group)).sorted()
    for form in Funding.allCases {
      if form == .area, Set(now.inhabitants.keys).isDisjoint(with: then.inhabitants.keys) {
        continue
      }
      var sums = [0, 0, 0, 0]
      for group in groups {
        let amount = amount(form, group, now, then, factor)
        let net = now.net(group)
        let indexed = Self.cents(Exact(then.net(group)) * factor)
        let figures = [amount, amount - net, amount - indexed, net - amount]
        for (place, figure) in figures.enumerated() { sums[place] += figure }
        rows.append(
          [form.rawValue, "product_groep", group.description] + figures.map(Format.money)
            + spread(now) { $0.group == group })
      }
      rows.append(
        [form.rawValue, "totaal", ""] + sums.map(Format.money) + spread(now) { _ in true })
    }
    return Format.csv(rows)
  }

  private static func cents(_ amount: Exact) -> Int { Int(amount.rounded) }

  private func fundingPeriod(_ period: Window) -> FundingPeriod {
    let own = lines(in: period)
    var starts: [Text: Int] = [:]
    for (key, months) in activeMonths(of: lines) {
      for spell in spells(of: months) {
        guard let from = period.from?.calendarMonth, let to = period.to?.calendarMonth,
          from <= spell.lowerBound, spell.lowerBound <= to
        else { continue }
        starts[key.group, default: 0] += 1
      }
    }
    var areasByClient: [Text: Text] = [:]
    var inhabitantsByArea: [Text: Int] = [:]
    if let clients = input.clients, let districts = input.districts {
      let year = referenceYear(of: districts, for: period)
      let areas = areasByWijk(districts, year)
      areasByClient = clients.compactMapValues { $0.wijk.flatMap { areas[$0] } }
      for name in Set(areas.values) {
        let wijken = districts.filter { $0.year == year && areas[$0.wijk] == name }
        if let count = inhabitants(wijken), count > 0 { inhabitantsByArea[name] = count }
      }
    }
    return FundingPeriod(
      lines: own, uses: uses(of: own), starts: starts, areas: areasByClient,
      inhabitants: inhabitantsByArea)
  }

  /// What the municipality would have paid for a group, in cents.
  private func amount(
    _ form: Funding, _ group: Text, _ now: FundingPeriod, _ then: FundingPeriod, _ factor: Exact
  ) -> Int {
    let net = now.net(group)
    /// What it cost then, times what there is now over what there was then.
    func scaled(_ net: Int, _ before: Int, _ after: Int) -> Int? {
      (Exact(net) * Exact(after) * factor / Exact(before)).map(Self.cents)
    }
    switch form {
    case .effort: return net
    case .availability: return Self.cents(Exact(then.net(group)) * factor)
    case .clients:
      return scaled(then.net(group), then.those(group).clientCount, now.those(group).clientCount)
        ?? net
    case .path:
      return scaled(then.net(group), then.starts[group] ?? 0, now.starts[group] ?? 0) ?? net
    case .area:
      let named = Set(now.inhabitants.keys).intersection(then.inhabitants.keys)
      let others = now.those(group).filter { use in
        now.areas[use.client].map { !named.contains($0) } ?? true
      }
      var sum = others.net
      for area in named {
        let before = then.those(group).filter { then.areas[$0.client] == area }
        guard let people = now.inhabitants[area], let peopleThen = then.inhabitants[area] else {
          continue
        }
        sum += scaled(before.net, peopleThen, people) ?? 0
      }
      return sum
    }
  }

  /// `spreiding_maanden` and `spreiding_gebieden`
  private func spread(_ now: FundingPeriod, _ belongs: (Product) -> Bool) -> [String] {
    let own = now.lines.filter { input.products[$0.product].map(belongs) ?? false }
    let months = wholeMonths.map { Array($0.first...$0.last) } ?? []
    let nets = months.map { month in
      own.filter { basisDay($0).calendarMonth.number == month }.map(\.amount).reduce(0, +)
    }
    let byMonth = Format.quotient(
      Int128(nets.max() ?? 0) * Int128(nets.count), Int128(nets.reduce(0, +)), decimals: 2)

    let areas = now.inhabitants.sorted { $0.key < $1.key }.map { area, inhabitants in
      let uses = now.uses.filter { belongs($0.product) && now.areas[$0.client] == area }
      return (net: uses.net, inhabitants: inhabitants)
    }
    let highest = areas.max {
      Int128($0.net) * Int128($1.inhabitants) < Int128($1.net) * Int128($0.inhabitants)
    }
    let net = areas.map(\.net).reduce(0, +)
    let inhabitants = areas.map(\.inhabitants).reduce(0, +)
    let byArea = highest.map { highest in
      Format.quotient(
        Int128(highest.net) * Int128(inhabitants), Int128(highest.inhabitants) * Int128(net),
        decimals: 2)
    }
    return [byMonth, byArea ?? ""]
  }
}
