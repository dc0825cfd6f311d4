import Analytics
import Ingest

/// Unknown cells that hang together by relations, with the cells at risk among them.
final class AttackedComponent {
  private let shown: SeenFigures
  private let program: RangeProgram
  private let columns: [Figure: Int]
  private let targets: [Attacked]
  /// Cents in one unit of the program; 1 for counts.
  private let unit: Double
  /// Least and greatest difference from the truth that a solution had, per target.
  private var seen: [(least: Double, greatest: Double)]

  private struct Attacked {
    let target: Target
    let terms: [(column: Int, factor: Double)]
  }

  private init(
    _ shown: SeenFigures, _ figures: [Figure], _ relations: [(terms: Terms, isEqual: Bool)],
    _ targets: [Target]
  ) {
    self.shown = shown
    let isAmount = figures.contains { $0.isAmount }
    let unit: Double = isAmount ? 10_000 : 1
    let columns = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1, $0) })
    // Where nothing bounds a cell this does: far beyond what any condition asks.
    let size = figures.reduce(0.0) { max($0, abs(Double(shown.run.value($1)))) }
    let far = (4 * size + 100_000) / unit
    var lower: [Double] = []
    var upper: [Double] = []
    for figure in figures {
      let value = shown.run.value(figure)
      let bounds = AttackedComponent.bounds(shown, figure)
      lower.append(bounds.least.map { Double(min($0, value) - value) / unit } ?? -far)
      upper.append(bounds.greatest.map { Double(max($0, value) - value) / unit } ?? far)
    }
    let rows = relations.map { relation in
      let terms = Self.columns(relation.terms, columns)
      return RangeProgram.Row(
        columns: terms.map { Int32($0.column) }, factors: terms.map(\.factor),
        least: relation.isEqual ? 0 : -Double(relation.terms.value(shown.run)) / unit,
        greatest: relation.isEqual ? 0 : .infinity)
    }
    self.unit = unit
    self.columns = columns
    program = RangeProgram(lower: lower, upper: upper, rows: rows)
    self.targets = targets.map { Attacked(target: $0, terms: Self.columns($0.terms, columns)) }
    seen = targets.map { _ in (0, 0) }
  }

  /// A figure's own bounds; those of `algemeen` come from two places.
  private static func bounds(_ shown: SeenFigures, _ figure: Figure) -> (
    least: Int64?, greatest: Int64?
  ) {
    var bounds = shown.bounds(figure)
    let spending = BundleName.spending
    guard figure == spending.bundle.amount(), shown.run.values[spending] != nil else {
      return bounds
    }
    // Subsidies are public and exact; they are in the spending on `algemeen`.
    let subsidies = shown.run.value(spending) - shown.run.value(figure)
    let other = shown.bounds(spending)
    if !shown.isHidden(spending), let least = other.least, let greatest = other.greatest {
      bounds.least = max(bounds.least ?? least - subsidies, least - subsidies)
      bounds.greatest = min(bounds.greatest ?? greatest - subsidies, greatest - subsidies)
    }
    return bounds
  }

  /// Columns and factors of the unknown figures; a figure named twice has one factor.
  private static func columns(_ terms: Terms, _ columns: [Figure: Int])
    -> [(column: Int, factor: Double)]
  {
    var factors: [Int: Double] = [:]
    for term in terms.terms {
      guard let column = columns[term.figure] else { continue }
      factors[column, default: 0] += Double(term.factor)
    }
    return factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (column: $0.key, factor: $0.value) }
  }

  static func components(
    _ shown: SeenFigures, _ relations: KnownRelations, _ targets: [Target]
  ) -> [AttackedComponent] {
    let unknown = shown.run.figures.filter { figure in
      guard figure.part != .spending else { return false }
      let bounds = bounds(shown, figure)
      return bounds.least == nil || bounds.least != bounds.greatest
    }
    let place = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
    var parent = Array(unknown.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while parent[place] != place { place = parent[place] }
      return place
    }
    let all =
      relations.equalities.map { (terms: $0, isEqual: true) }
      + relations.inequalities.map { (terms: $0, isEqual: false) }
    let places = { (terms: Terms) in terms.terms.compactMap { place[$0.figure] } }
    for terms in all.map(\.terms) + targets.map(\.terms) {
      let members = places(terms)
      for member in members.dropFirst() {
        let (a, b) = (root(members[0]), root(member))
        parent[max(a, b)] = min(a, b)
      }
    }
    var figures: [Int: [Figure]] = [:]
    for (place, figure) in unknown.enumerated() { figures[root(place), default: []].append(figure) }
    var own: [Int: [(terms: Terms, isEqual: Bool)]] = [:]
    for relation in all {
      if let first = places(relation.terms).first { own[root(first), default: []].append(relation) }
    }
    // A target without any unknown is known: it is attacked in a component of its own.
    var risks: [Int: [Target]] = [:]
    for target in targets {
      risks[places(target.terms).first.map(root) ?? -1, default: []].append(target)
    }
    return risks.keys.sorted().map {
      AttackedComponent(shown, figures[$0] ?? [], own[$0] ?? [], risks[$0] ?? [])
    }
  }

  /// The cells at risk whose range is too narrow.
  func ranges() -> [Violation] {
    var violations: [Violation] = []
    for (place, attacked) in targets.enumerated() {
      if isSafe(place) { continue }
      for sign in [1.0, -1.0] where !isSafe(place) {
        if !widen(attacked.terms.map { ($0.column, $0.factor * sign) }) {
          violations.append(solverFailure(attacked.target))
        }
      }
      if isSafe(place) { continue }
      let (least, greatest) = range(place)
      violations.append(
        Violation(
          kind: .range, cell: attacked.target.name,
          details: "in \(least)...\(greatest), is \(attacked.target.value), wanted "
            + attacked.target.wanted(shown.parameters)))
    }
    return violations
  }

  private func solverFailure(_ target: Target) -> Violation {
    Violation(kind: .solver, cell: target.name, details: "no solution")
  }

  /// Solves, and notes for every target what the solution makes of it.
  private func widen(_ terms: [(column: Int, factor: Double)]) -> Bool {
    guard !terms.isEmpty else { return true }
    guard let solution = program.greatest(terms) else { return false }
    for place in targets.indices {
      var difference = 0.0
      for term in targets[place].terms { difference += term.factor * solution[term.column] }
      if difference < seen[place].least { seen[place].least = difference }
      if difference > seen[place].greatest { seen[place].greatest = difference }
    }
    return true
  }

  /// In cents, or in whole clients inward.
  private func range(_ place: Int) -> (least: Double, greatest: Double) {
    let target = targets[place].target
    let value = Double(target.value)
    let (least, greatest) = (
      value + seen[place].least * unit, value + seen[place].greatest * unit
    )
    if target.isAmount { return (least, greatest) }
    return ((least - 1e-6).rounded(.up), (greatest + 1e-6).rounded(.down))
  }

  private func isSafe(_ place: Int) -> Bool {
    let (least, greatest) = range(place)
    return targets[place].target.isSafe(least, greatest, shown.parameters)
  }

  /// A client alone in a cell at risk knows it: then no other part at risk of the same sum may be
  /// exactly known (a count: one value; an amount: within p %).
  func alone(_ sums: [[Figure]]) -> [Violation] {
    var violations: [Violation] = []
    let placeOf = Dictionary(
      targets.enumerated().compactMap { place, attacked in
        attacked.target.figure.map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    var others: [Figure: Set<Int>] = [:]
    for sum in sums {
      let parts = sum.filter { placeOf[$0] != nil }
      for part in parts where shown.run.clients(of: part.bundle) == 1 {
        others[part, default: []].formUnion(parts.filter { $0 != part }.compactMap { placeOf[$0] })
      }
    }
    for figure in shown.run.figures {
      guard let others = others[figure]?.sorted(), let column = columns[figure] else { continue }
      program.hold(column, true)
      defer { program.hold(column, false) }
      seen = targets.map { _ in (0, 0) }
      for place in others {
        let attacked = targets[place]
        for sign in [1.0, -1.0] where isKnown(place) {
          if !widen(attacked.terms.map { ($0.column, $0.factor * sign) }) {
            violations.append(solverFailure(attacked.target))
          }
        }
        if isKnown(place) {
          let (least, greatest) = range(place)
          violations.append(
            Violation(
              kind: .alone, cell: attacked.target.name,
              details: "\(least)...\(greatest) to the client of \(figure.text)"))
        }
      }
    }
    return violations
  }

  private func isKnown(_ place: Int) -> Bool {
    let target = targets[place].target
    let (least, greatest) = range(place)
    if !target.isAmount { return greatest - least < 1 }
    // At 0 there is no percentage: one rounding base, as in the condition.
    let room =
      target.value == 0
      ? Double(shown.parameters.amountBase)
      : abs(Double(target.value)) * Double(shown.parameters.percent) / 100
    return least > Double(target.value) - room + 0.5
      && greatest < Double(target.value) + room - 0.5
  }
}
