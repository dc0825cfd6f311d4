extension OracleReport {
  /// A budget of one year as its blocks build it.
  struct BudgetBuild {
    let budget: Text
    let year: Int
    var blocks: [(block: Block, percentage: Exact?, amount: Int)] = []

    /// In cents.
    var total: Int { blocks.map(\.amount).reduce(0, +) }

    /// What the next year may begin with.
    var lasting: Int { blocks.filter { $0.block.sort != "eenmalig" }.map(\.amount).reduce(0, +) }
  }

  /// Budgets byte-wise, then years.
  static func builds(_ blocks: [Block], _ indexation: [IndexYear]) throws -> [BudgetBuild] {
    var builds: [BudgetBuild] = []
    for budget in Set(blocks.map(\.budget)).sorted() {
      let ofBudget = blocks.filter { $0.budget == budget }
      for year in Set(ofBudget.map(\.year)).sorted() {
        let before = builds.last { $0.budget == budget && $0.year == year - 1 }
        let applied = indexation.first { $0.year == year }?.applied
        var build = BudgetBuild(budget: budget, year: year)
        for block in ofBudget.filter({ $0.year == year }).sorted(by: { $0.order < $1.order }) {
          var percentage = block.percentage.map { Exact($0, over: 10_000) }
          var amount = block.amount
          if amount == nil, percentage == nil {
            if block.sort == "basis" {
              amount = before?.lasting
            } else {
              percentage = applied
            }
          }
          if amount == nil, let percentage {
            let bases = build.blocks.filter { $0.block.sort == "basis" }
            let whole = block.isOfBase ? bases.map(\.amount).reduce(0, +) : build.total
            amount = Int((percentage * Exact(whole, over: 100)).rounded)
          }
          guard let amount else { throw Unusable(reason: "bouwstenen: \(budget) \(year)") }
          build.blocks.append((block, percentage, block.sort == "korting" ? -amount : amount))
        }
        builds.append(build)
      }
    }
    return builds
  }

  /// `begroting-opbouw`
  var buildTable: String {
    var rows = [
      [
        "budget", "jaar", "niveau", "volgorde", "soort", "omschrijving", "percentage", "bedrag",
        "cumulatief", "aandeel",
      ]
    ]
    for build in builds {
      let keys = [build.budget.description, String(build.year)]
      let total = build.total
      var cumulative = 0
      for (block, percentage, amount) in build.blocks {
        cumulative += amount
        rows.append(
          keys + [
            "bouwsteen", String(block.order), block.sort.description,
            block.description.description, percentage?.text(decimals: 4) ?? "",
            Format.money(amount), Format.money(cumulative), Format.share(amount, of: total),
          ])
      }
      rows.append(
        keys + [
          "totaal", "", "", "", "", Format.money(total), Format.money(cumulative),
          Format.share(total, of: total),
        ])
      let line = (input.budgetLines ?? []).first {
        $0.year == build.year && $0.name == build.budget
      }
      guard let budgeted = line?.amounts["actueel"] else { continue }
      let difference = budgeted - total
      rows.append(
        keys + [
          "verschil", "", "", "", "", Format.money(difference), "",
          Format.share(difference, of: total),
        ])
    }
    return Format.csv(rows)
  }
}
