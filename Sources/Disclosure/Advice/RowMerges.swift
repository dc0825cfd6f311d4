import Analytics
import Ingest

// Merges of rows that have no client in common, so that counts and amounts add up: exact.
//
// Of two rows nothing is said: as one they would repeat the total.
extension RiskCount {
  /// Every two districts; who has none cannot be given one.
  var districtMerges: [MergeAdvice] {
    let districts = figures.rows.districts.filter { Cell.text($0) != .level(.unknown) }
    guard districts.count > 2 else { return [] }
    let kinds = ProvisionKind.allCases.map(\.code) + [""]
    let rows = districts.map { name in kinds.map { figures(of: .district(name, $0)) } }
    return districts.indices.flatMap { a in
      districts.indices.dropFirst(a + 1).map { b in
        MergeAdvice(
          kind: .districts, first: districts[a], second: districts[b],
          fewer: fewer(rows[a], rows[b]), atRisk: all)
      }
    }
  }

  /// Every two age classes that follow each other.
  var ageMerges: [MergeAdvice] {
    let classes = figures.rows.ageClasses.filter { Cell.text($0) != .level(.unknown) }
    let lowerBounds = classes.compactMap { Int($0.prefix(while: \.isNumber)) }
    guard classes.count > 2, lowerBounds.count == classes.count else { return [] }
    let groups = figures.rows.groups + [Level.total.rawValue]
    let rows = classes.map { name in groups.map { figures(of: .age($0, name)) } }
    return classes.indices.dropLast().map { index in
      var left = lowerBounds
      left.remove(at: index + 1)
      return MergeAdvice(
        kind: .ageClasses(lowerBounds: left), first: classes[index], second: classes[index + 1],
        fewer: fewer(rows[index], rows[index + 1]), atRisk: all)
    }
  }

  /// What joining two rows of bundles takes away, one by one.
  private func fewer(_ first: [RiskFigures], _ second: [RiskFigures]) -> Int {
    zip(first, second).reduce(0) { $0 + count($1.0) + count($1.1) - count($1.0 + $1.1) }
  }
}
