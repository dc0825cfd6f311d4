import Analytics

/// The tables of an edition that have cells to hide.
public enum EditionTable {
  /// How many figures of a table something holds for.
  public struct Count: Sendable, Equatable {
    public let table: String
    public let count: Int
  }

  /// The table in which the figures of a bundle stand first, by the beginning of its name.
  private static let families: [(analysis: Analysis, prefixes: [String])] = [
    (.productUse, ["markt"]), (.monthlyCourse, ["maand"]),
    (.combinations, ["combi"]), (.groupCounts, ["aantal"]),
    (.sequences, ["van", "volgt", "samen", "beide"]), (.concentration, ["cr3"]),
    (.providers, ["zorg"]), (.districtUse, ["wijk"]), (.ages, ["leeftijd", "groep"]),
  ]

  static func name(ofCell cell: SystemCell, in system: CellSystem) -> String {
    let name = cell.bundle.map { system.bundles[$0].name.text } ?? cell.name
    // That of a former edition or of a difference names the editions first.
    let parts = name.split(separator: "/").map(String.init)
    return parts.lazy.compactMap { part in
      families.first { $0.prefixes.contains(part) }?.analysis.name
    }.first ?? name
  }

  static func counts(of cells: [SystemCell], in system: CellSystem) -> [Count] {
    let names = cells.map { name(ofCell: $0, in: system) }
    return families.map(\.analysis.name).compactMap { table in
      let count = names.count { $0 == table }
      return count == 0 ? nil : Count(table: table, count: count)
    }
  }
}

/// What is told of an edition: counts only, and nothing that says of a hidden figure why it is.
public struct SuppressionAccount: Sendable, Equatable {
  public struct TableCount: Sendable, Equatable {
    public let table: String
    /// Base cells that are not 0, each counted in the table where it stands first.
    public let cells: Int
    public let hidden: Int
  }

  public private(set) var tables: [TableCount]
  /// The share of the money of products in hidden rows, in whole percent, half up.
  public let hiddenProductMoneyPercent: Int
  /// Whether the rule on a client who dominates an amount was applied.
  public let hasDominance: Bool
  /// Former editions that were taken into account, byte-wise.
  public let formerEditions: [String]
  /// How many figures at risk are public through former editions.
  public let publicCount: Int

  init(
    _ system: CellSystem, _ source: EditionSource, _ hidden: HiddenBundles,
    formerEditions: [String], publicCount: Int
  ) {
    let own = system.cells.filter { cell in
      cell.value != 0 && cell.bundle.map { system.bundles[$0].formerly == nil } ?? false
    }
    func isHidden(_ cell: SystemCell) -> Bool {
      cell.bundle.map { hidden.contains(system.bundles[$0].name) } ?? false
    }
    let all = EditionTable.counts(of: own, in: system)
    let hiddenCounts = EditionTable.counts(of: own.filter(isHidden), in: system)
    tables = all.map { count in
      TableCount(
        table: count.table, cells: count.count,
        hidden: hiddenCounts.first { $0.table == count.table }?.count ?? 0)
    }
    let figures = BaseFigures(source.tables)
    let money = figures.rows.markets.filter { !$0.code.isEmpty }.map { market in
      (name: market.bundle, cents: Int128((figures[market.bundle]?[.amount] ?? 0).magnitude))
    }
    let whole = money.reduce(0) { $0 + $1.cents }
    let part = money.filter { hidden.contains($0.name) }.reduce(0) { $0 + $1.cents }
    hiddenProductMoneyPercent = whole == 0 ? 0 : Int((part * 200 + whole) / (2 * whole))
    hasDominance = source.risks != nil
    self.formerEditions = formerEditions.sorted(by: { BundleName($0) < BundleName($1) })
    self.publicCount = publicCount
    addSpending(figures, hidden)
  }
  /// An amount with what is public added is one of its own, in the table that divides spending.
  private mutating func addSpending(_ figures: BaseFigures, _ hidden: HiddenBundles) {
    let amounts = figures.publicAmounts.filter { name, more in
      (figures[name]?[.amount] ?? 0) + more != 0
    }
    guard !amounts.isEmpty else { return }
    tables.append(
      TableCount(
        table: Analysis.spendingShares.name, cells: amounts.count,
        hidden: amounts.keys.count { hidden.contains($0) }))
  }
}
