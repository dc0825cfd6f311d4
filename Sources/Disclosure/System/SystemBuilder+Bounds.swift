import Analytics
import Ingest

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
