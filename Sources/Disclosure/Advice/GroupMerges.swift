import Analytics

/// Merges of two product groups, of which only a run could tell exactly what becomes of them.
///
/// Exact are the combinations and how many there are of a number of groups, each client being in one
/// of them, and the clients of the merged group. Estimated, as few clients as there can be:
///
/// - an age of the merged group, of whose clients as many may be in both as use both at any age;
/// - sequences, where the earlier of two first months counts;
/// - who uses the merged group at the same time as others: who did so before.
///
/// The two largest clients of the merged group, and of its ages, are taken from those of the two, as if
/// nobody used both.
struct GroupMerges {
  private let risks: RiskCount
  /// Byte-wise.
  private let names: [String]
  private let combinations: [Combination]
  /// Positions of the combinations of every group.
  private let combinationsOfGroup: [[Int]]
  private let wholes: [RiskFigures]
  /// By group and age class.
  private let ages: [[RiskFigures]]
  private let sequences: GroupSequences

  private struct Combination {
    /// Rising.
    let groups: [Int]
    let figures: RiskFigures
    let simultaneous: Int64
  }

  init(_ risks: RiskCount) {
    let rows = risks.figures.rows
    self.risks = risks
    let used = rows.groups + rows.sequenceGroups + rows.combinations.flatMap(\.groups)
    let bundles = Set(used.map { BundleName($0) }).sorted()
    let index = Dictionary(uniqueKeysWithValues: bundles.enumerated().map { ($1, $0) })
    let names = bundles.map(\.text)
    self.names = names
    let combinations = rows.combinations.map { name, groups in
      Combination(
        groups: groups.compactMap { index[BundleName($0)] }.sorted(),
        figures: risks.figures(of: .combination(name)),
        simultaneous: risks.figures.clients(.simultaneous(name)))
    }
    self.combinations = combinations
    var positions = names.map { _ in [Int]() }
    for (position, combination) in combinations.enumerated() {
      for group in combination.groups { positions[group].append(position) }
    }
    combinationsOfGroup = positions
    wholes = names.map { risks.figures(of: .group($0)) }
    ages = names.map { group in rows.ageClasses.map { risks.figures(of: .age(group, $0)) } }
    sequences = GroupSequences(of: names, risks)
  }

  /// Every two; of two in all nothing is said, as their merger would repeat the total.
  var all: [MergeAdvice] {
    guard names.count > 2 else { return [] }
    return names.indices.flatMap { a in
      names.indices.dropFirst(a + 1).map { b in
        MergeAdvice(
          kind: .productGroups, first: names[a], second: names[b], fewer: fewer(a, b),
          atRisk: risks.all)
      }
    }
  }

  private func fewer(_ a: Int, _ b: Int) -> Int {
    let both = combinationsOfGroup[a].filter { combinations[$0].groups.contains(b) }
    let clients = both.reduce(0) { $0 + combinations[$1].figures.clients }
    return fewerOfCombinations(a, b) + (both.isEmpty ? 0 : fewerOfGroupCounts(a, b))
      + fewerOfAges(a, b, both: clients) + sequences.fewer(a, b)
  }

  private func fewerOfCombinations(_ a: Int, _ b: Int) -> Int {
    let touched =
      combinationsOfGroup[a]
      + combinationsOfGroup[b].filter { !combinations[$0].groups.contains(a) }
    var merged: [[Int]: (figures: RiskFigures, simultaneous: Int64)] = [:]
    var fewer = 0
    for combination in touched.map({ combinations[$0] }) {
      fewer +=
        risks.count(combination.figures) + risks.count(clients: combination.simultaneous)
      let others = combination.groups.filter { $0 != a && $0 != b }
      let known = merged[others] ?? (RiskFigures(), 0)
      merged[others] = (
        known.figures + combination.figures, known.simultaneous + combination.simultaneous
      )
    }
    for (others, combination) in merged {
      fewer -= risks.count(combination.figures)
      // One group alone is not used at the same time as another.
      if !others.isEmpty { fewer -= risks.count(clients: combination.simultaneous) }
    }
    return fewer
  }

  private func fewerOfGroupCounts(_ a: Int, _ b: Int) -> Int {
    let labels = risks.figures.rows.groupCounts
    guard !labels.isEmpty else { return 0 }
    var merged = labels.map { _ in RiskFigures() }
    for combination in combinations {
      let hasBoth = combination.groups.contains(a) && combination.groups.contains(b)
      let number = combination.groups.count - (hasBoth ? 1 : 0)
      let row = min(number, labels.count) - 1
      merged[row] = merged[row] + combination.figures
    }
    return zip(labels, merged).reduce(0) { fewer, row in
      fewer + risks.count(risks.figures(of: .groupCount(row.0))) - risks.count(row.1)
    }
  }

  private func fewerOfAges(_ a: Int, _ b: Int, both: Int64) -> Int {
    let whole = wholes[a] + wholes[b]
    let merged = whole.with(clients: whole.clients - both)
    let fewer = risks.count(wholes[a]) + risks.count(wholes[b]) - risks.count(merged)
    return zip(ages[a], ages[b]).reduce(fewer) { fewer, age in
      let (first, second) = age
      let merged = (first + second).with(
        clients: leastUnion(first.clients, second.clients, both: both))
      return fewer + risks.count(first) + risks.count(second) - risks.count(merged)
    }
  }
}

/// How many are at least in one of two sets that have no more than `both` in common.
func leastUnion(_ first: Int64, _ second: Int64, both: Int64) -> Int64 {
  max(first, second, first + second - both)
}
