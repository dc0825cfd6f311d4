extension OracleReport {
  /// `verblijfsduur`
  var stayTable: String {
    var rows = [
      [
        "product_groep", "na_maanden", "perioden", "beeindigd", "mediaan", "in_beeld", "aandeel",
        "ondergrens", "bovengrens",
      ]
    ]
    if lines.isEmpty { return Format.csv(rows) }
    let usesByMonth = usesByMonth(of: lines)
    let developed = lastDevelopedMonth
    let groups = Set(usesByMonth.values.flatMap { $0.map(\.product.group) }).sorted()
    func add(_ name: Text, _ stays: [Survival.Stay]) {
      let survival = Survival(stays: stays)
      for time in [3, 6, 12, 24] {
        let limits = survival.limits(time)
        rows.append([
          name.description, String(time), String(stays.count),
          String(stays.filter(\.hasEnded).count), survival.median.map(String.init) ?? "",
          String(survival.atRisk(time)),
          Format.decimal(survival.knownShare(time), decimals: 6),
          Format.decimal(limits?.lower, decimals: 6), Format.decimal(limits?.upper, decimals: 6),
        ])
      }
    }
    for group in groups {
      let own = usesByMonth.mapValues { $0.filter { $0.product.group == group } }
      let stays = self.stays(own, developed)
      if !stays.isEmpty { add(group, stays) }
    }
    add("totaal", stays(usesByMonth, developed))
    return Format.csv(rows)
  }

  /// The last month of which nearly all is declared.
  var lastDevelopedMonth: Int? {
    guard let triangle else { return nil }
    if settings.basis == .declaratie { return triangle.last }
    let total = triangle.total
    var delay = total.end
    while delay > 0,
      Development.isAtLeast(total.developed(at: delay - 1), settings.course.developedFrom)
    {
      delay -= 1
    }
    return triangle.last - delay
  }

  /// The spells of clients that count, by what they use in each month.
  func stays(_ usesByMonth: [Month: [Use]], _ developed: Int?) -> [Survival.Stay] {
    guard let developed, let first = allMonths.first else { return [] }
    // An end is only seen where the gap behind it is developed as well.
    let last = developed - settings.gapMonths - 1
    let known = usesByMonth.filter { $0.key.number <= developed }
    var stays: [Survival.Stay] = []
    for (client, months) in activeMonthsByClient(known) {
      for spell in spells(of: months) where spell.lowerBound.number <= last {
        var start = spell.lowerBound
        if start == first {
          let uses = (known[first] ?? []).filter { $0.client == client }
          start = min(start, uses.map(\.allocated.calendarMonth).min() ?? start)
        }
        let hasEnded = spell.upperBound.number <= last
        stays.append(
          Survival.Stay(
            entry: spell.lowerBound.number - start.number,
            months: (hasEnded ? spell.upperBound.number : last) - start.number + 1,
            hasEnded: hasEnded
          )
        )
      }
    }
    return stays
  }

  private func activeMonthsByClient(_ usesByMonth: [Month: [Use]]) -> [Text: Set<Month>] {
    var months: [Text: Set<Month>] = [:]
    for (month, uses) in usesByMonth {
      for client in uses.clients { months[client, default: []].insert(month) }
    }
    return months
  }

  /// `instroom-uitstroom`
  var flowTable: String {
    var rows = [["niveau", "naam", "maand", "aanwezig", "instroom", "uitstroom"]]
    let usesByMonth = usesByMonth(of: lines)
    func add(_ level: String, _ name: String, _ belongs: (Use) -> Bool) {
      let months = activeMonthsByClient(usesByMonth.mapValues { $0.filter(belongs) })
      let spells = months.values.flatMap { self.spells(of: $0) }
      for month in allMonths {
        let present = spells.filter { $0.contains(month) }.count
        let started = spells.filter { $0.lowerBound == month }.count
        let ended = spells.filter { $0.upperBound.number == month.number - 1 }.count
        rows.append([level, name, month.iso, String(present), String(started), String(ended)])
      }
    }
    for group in Set(lines.compactMap { input.products[$0.product]?.group }).sorted() {
      add("product_groep", group.description) { $0.product.group == group }
    }
    for kind in Product.kinds {
      add("voorzieningsoort", kind.description) { $0.product.kind == kind }
    }
    if let clients = input.clients, let districts = input.districts {
      let areas = areasByWijk(districts, referenceYear(of: districts))
      func area(_ use: Use) -> Text? { clients[use.client]?.wijk.flatMap { areas[$0] } }
      for name in Set(areas.values).sorted() {
        add("gebied", name.description) { area($0) == name }
      }
      if usesByMonth.values.contains(where: { $0.contains { area($0) == nil } }) {
        add("gebied", "onbekend") { area($0) == nil }
      }
    }
    add("totaal", "") { _ in true }
    return Format.csv(rows)
  }
}
