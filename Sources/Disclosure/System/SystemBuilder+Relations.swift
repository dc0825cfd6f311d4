import Analytics
import Ingest

// Sums that hold exactly.
extension SystemBuilder {
  mutating func addSums() {
    addMarketSums()
    addCombinationSums()
    addAgeSums()
    addDistrictSums()
    addMonthSums()
  }

  private var kinds: [String] { ProvisionKind.allCases.map(\.code) }
  private var whole: BundleName { .market("", "") }

  /// The products of a kind that are markets of the run.
  private func products(of kind: String) -> [String] {
    figures.rows.markets.filter { $0.kind == kind && !$0.code.isEmpty }.map(\.code)
  }

  private mutating func addMarketSums() {
    for kind in kinds {
      add(sum: products(of: kind).map { .market(kind, $0) }, to: .market(kind, ""), .amount)
    }
    add(sum: kinds.map { .market($0, "") }, to: whole, .amount)
    for market in figures.rows.markets {
      add(
        sum: concerns(in: market.kind, market.code)
          .map { .care(market.kind, market.code, $0) },
        to: .market(market.kind, market.code), .amount)
    }
    for concern in concerns(in: "", "") {
      for kind in kinds {
        add(
          sum: careProducts(kind, concern).map { .care(kind, $0, concern) },
          to: .care(kind, "", concern), .amount)
      }
      add(
        sum: kinds.map { .care($0, "", concern) }, to: .care("", "", concern), .amount)
    }
  }

  private func concerns(in kind: String, _ code: String) -> [String] {
    figures.rows.concerns[.market(kind, code)] ?? []
  }

  private func careProducts(_ kind: String, _ concern: String) -> [String] {
    products(of: kind).filter { figures[.care(kind, $0, concern)] != nil }
  }

  private mutating func addCombinationSums() {
    for label in figures.rows.groupCounts {
      let names = figures.rows.combinations.filter { label == groupCountLabel($0.groups.count) }
        .map { BundleName.combination($0.name) }
      add(sum: names, to: .groupCount(label), .amount)
      add(sum: names, to: .groupCount(label), .clients)
    }
    let counts = figures.rows.groupCounts.map { BundleName.groupCount($0) }
    add(sum: counts, to: whole, .amount)
    add(sum: counts, to: whole, .clients)
    add(
      sum: figures.rows.combinations.map { .combination($0.name) }, to: whole, .clients)
    for group in figures.rows.groups {
      add(
        sum: combinations(with: group).map { .combination($0) }, to: .group(group), .clients)
    }
  }

  private func groupCountLabel(_ count: Int) -> String { count < 6 ? "\(count)" : "6+" }

  private func combinations(with groups: String...) -> [String] {
    figures.rows.combinations.filter { combination in
      groups.allSatisfy { group in
        combination.groups.contains { BundleName($0) == BundleName(group) }
      }
    }.map(\.name)
  }

  private mutating func addAgeSums() {
    for group in figures.rows.groups {
      let ages = figures.rows.ageClasses.map { BundleName.age(group, $0) }
      add(sum: ages, to: .group(group), .clients)
      add(sum: ages, to: .group(group), .amount)
      add(sum: productsOfGroup(group), to: .group(group), .amount)
    }
    let totals = figures.rows.ageClasses.map { BundleName.age(Level.total.rawValue, $0) }
    add(sum: totals, to: whole, .clients)
    add(sum: totals, to: whole, .amount)
    for ageClass in figures.rows.ageClasses {
      add(
        sum: figures.rows.groups.map { .age($0, ageClass) },
        to: .age(Level.total.rawValue, ageClass), .amount)
    }
  }

  private func productsOfGroup(_ group: String) -> [BundleName] {
    let codes = Set(
      (risks?.productGroups ?? []).filter { BundleName($0.group) == BundleName(group) }
        .map { BundleName($0.code) })
    return figures.rows.markets.filter { codes.contains(BundleName($0.code)) }
      .map { .market($0.kind, $0.code) }
  }

  private mutating func addDistrictSums() {
    for district in figures.rows.districts {
      add(
        sum: kinds.map { .district(district, $0) }, to: .district(district, ""), .amount)
    }
    for kind in kinds + [""] {
      let districts = figures.rows.districts.map { BundleName.district($0, kind) }
      for measure in Measure.allCases {
        add(sum: districts, to: .market(kind, ""), measure)
      }
    }
  }

  private mutating func addMonthSums() {
    addEnds()
    for (previous, month) in zip(figures.rows.months, figures.rows.months.dropFirst()) {
      add(presence: month, after: previous)
    }
    guard let (within, touched) = monthsOfWindow else { return }
    if within.count == touched.count {
      add(sum: within.map { .month($0.iso) }, to: whole, .amount)
    } else {
      let total = [(cell(whole, .amount), Int64(1))]
      add(within.map { (cell(.month($0.iso), .amount), 1) }, isAtMost: total)
      add(total, isAtMost: touched.map { (cell(.month($0.iso), .amount), 1) })
    }
  }

  /// Before the first month nobody is present, and in the first and the last one nobody is without being
  /// active; without gaps in a spell that is so in every month.
  private mutating func addEnds() {
    let months = figures.rows.months
    guard let first = months.first, let last = months.last else { return }
    add(cell(.present(first.iso), .clients), equals: cell(.inflow(first.iso), .clients))
    let hasGaps = months.contains {
      figures.clients(.month($0.iso)) != figures.clients(.present($0.iso))
    }
    for month in hasGaps ? [first, last] : months {
      add(cell(.month(month.iso), .clients), equals: cell(.present(month.iso), .clients))
    }
  }

  /// The months of the table that lie wholly in the window, and those that it touches.
  private var monthsOfWindow: (within: [Month], touched: [Month])? {
    guard let window else { return nil }
    let touched = figures.rows.months.filter {
      $0.firstDay <= window.upperBound && window.lowerBound <= $0.lastDay
    }
    return (
      touched.filter { window.lowerBound <= $0.firstDay && $0.lastDay <= window.upperBound },
      touched
    )
  }
}

// Counts that are counted anew in every row.
extension SystemBuilder {
  mutating func addDistinctCounts() {
    for measure in [Measure.clients, .indications] {
      for kind in kinds {
        add(
          distinct: products(of: kind).map { .market(kind, $0) }, in: .market(kind, ""), measure)
      }
      add(distinct: kinds.map { .market($0, "") }, in: whole, measure)
      for district in figures.rows.districts {
        add(
          distinct: kinds.map { .district(district, $0) }, in: .district(district, ""), measure)
      }
    }
    for market in figures.rows.markets {
      let care = concerns(in: market.kind, market.code)
      func bundle(_ concern: String) -> BundleName { .care(market.kind, market.code, concern) }
      add(distinct: care.map(bundle), in: .market(market.kind, market.code), .clients)
      let largest = figures.rows.concernsAboveZero[.market(market.kind, market.code)] ?? []
      let three = BundleName.threeLargest(market.kind, market.code)
      add(distinct: largest.prefix(3).map(bundle), in: three, .clients)
      add(cell(three, .clients), isAtMost: cell(.market(market.kind, market.code), .clients))
    }
    for concern in concerns(in: "", "") {
      for kind in kinds {
        add(
          distinct: careProducts(kind, concern).map { .care(kind, $0, concern) },
          in: .care(kind, "", concern), .clients)
      }
      add(
        distinct: kinds.map { .care($0, "", concern) }.filter { figures[$0] != nil },
        in: .care("", "", concern), .clients)
    }
    for ageClass in figures.rows.ageClasses {
      add(
        distinct: figures.rows.groups.map { .age($0, ageClass) },
        in: .age(Level.total.rawValue, ageClass), .clients)
    }
    for group in figures.rows.groups {
      add(distinct: productsOfGroup(group), in: .group(group), .clients)
    }
    if figures.rows.groups.isEmpty { addGroupsWithoutAges() }
    guard let (within, touched) = monthsOfWindow else { return }
    for month in within {
      add(cell(.month(month.iso), .clients), isAtMost: cell(whole, .clients))
    }
    guard let first = touched.first else { return }
    add(
      [(cell(whole, .clients), 1)],
      isAtMost: [(cell(.present(first.iso), .clients), 1)]
        + touched.dropFirst().map { (cell(.inflow($0.iso), .clients), 1) })
  }
}

// Without clients.csv no table has the clients of a group, but its combinations add up to them.
extension SystemBuilder {
  private mutating func addGroupsWithoutAges() {
    for group in figures.rows.sequenceGroups {
      let whole = combinations(with: group).map { (cell(.combination($0), .clients), Int64(1)) }
      let products = productsOfGroup(group).map { (cell($0, .clients), Int64(1)) }
      guard !products.isEmpty else { continue }
      for product in products { add([product], isAtMost: whole) }
      add(whole, isAtMost: products)
      add(whole, isAtMost: [(cell(.from(group), .clients), 1)])
    }
  }
}

// Figures of which one cannot exceed the other.
extension SystemBuilder {
  mutating func addOrder() {
    for month in figures.rows.months {
      let present = cell(.present(month.iso), .clients)
      add(cell(.inflow(month.iso), .clients), isAtMost: cell(.month(month.iso), .clients))
      add(cell(.month(month.iso), .clients), isAtMost: present)
    }
    for (previous, month) in zip(figures.rows.months, figures.rows.months.dropFirst()) {
      add(
        cell(.outflow(month.iso), .clients), isAtMost: cell(.month(previous.iso), .clients))
    }
    for group in figures.rows.groups {
      add(cell(.group(group), .clients), isAtMost: cell(.from(group), .clients))
      // Where no client's net in a group is below 0, its amount is part of those of its combinations.
      add(
        [(cell(.group(group), .amount), 1)],
        isAtMost: combinations(with: group).map { (cell(.combination($0), .amount), 1) })
    }
    let counted = figures.bundles.filter { $0.value[.indications] != nil }
    guard counted.allSatisfy({ $0.value[.clients] ?? 0 <= $0.value[.indications] ?? 0 }) else {
      return
    }
    for bundle in counted.keys.sorted() {
      add(cell(bundle, .clients), isAtMost: cell(bundle, .indications))
    }
  }

  /// Clients who used both groups are in both: those whose combination holds them.
  private mutating func addBoth(_ a: String, _ b: String, _ both: [(Int?, Int64)]) {
    add(both, isAtMost: [(cell(.from(a), .clients), 1)])
    add(both, isAtMost: [(cell(.from(b), .clients), 1)])
    add(combinations(with: a, b).map { (cell(.combination($0), .clients), 1) }, isAtMost: both)
  }

  private mutating func addImplicitPairs() {
    for (position, a) in figures.rows.sequenceGroups.enumerated() {
      for b in figures.rows.sequenceGroups.dropFirst(position + 1) {
        let ab = cell(.follows(a, b), .clients)
        let ba = cell(.follows(b, a), .clients)
        let together = cell(.together(a, b), .clients)
        addImplicit("van/\(a)-\(b)", [(cell(.from(a), .clients), 1), (ab, -1), (together, -1)])
        addImplicit("van/\(b)-\(a)", [(cell(.from(b), .clients), 1), (ba, -1), (together, -1)])
        let both: [(Int?, Int64)] = [(ab, 1), (ba, 1), (together, 1)]
        addImplicit("beide/\(a)/\(b)", both)
        addBoth(a, b, both)
      }
    }
  }

  mutating func addImplicitCells() {
    for combination in figures.rows.combinations where combination.groups.count > 1 {
      addImplicit(
        "combi/\(combination.name)-gelijktijdig",
        [
          (cell(.combination(combination.name), .clients), 1),
          (cell(.simultaneous(combination.name), .clients), -1),
        ])
    }
    addImplicitPairs()
    for market in figures.rows.markets {
      addImplicit(
        "markt/\(market.kind)/\(market.code)-cr3",
        [
          (cell(.market(market.kind, market.code), .clients), 1),
          (cell(.threeLargest(market.kind, market.code), .clients), -1),
        ])
    }
    addUsersOfSeveralKinds("markt") { .market($0, "") }
    for district in figures.rows.districts {
      addUsersOfSeveralKinds("wijk/\(district)") { .district(district, $0) }
    }
  }

  /// What the kinds count more than all of them together.
  private mutating func addUsersOfSeveralKinds(_ name: String, _ bundle: (String) -> BundleName) {
    addImplicit(
      "\(name)/soorten",
      kinds.map { (cell(bundle($0), .clients), 1) } + [(cell(bundle(""), .clients), -1)])
  }
}
