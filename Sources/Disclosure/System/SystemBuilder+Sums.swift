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

  var kinds: [String] { ProvisionKind.allCases.map(\.code) }
  var whole: BundleName { .municipality }

  /// The products of a kind that are markets of the run.
  func products(of kind: String) -> [String] {
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

  func concerns(in kind: String, _ code: String) -> [String] {
    figures.rows.concerns[.market(kind, code)] ?? []
  }

  func careProducts(_ kind: String, _ concern: String) -> [String] {
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

  private func groupCountLabel(_ count: Int) -> String {
    Analysis.groupCountLabels[min(count, Analysis.groupCountLabels.count) - 1]
  }

  func combinations(with groups: String...) -> [String] {
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

  func productsOfGroup(_ group: String) -> [BundleName] {
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
  var monthsOfWindow: (within: [Month], touched: [Month])? {
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
