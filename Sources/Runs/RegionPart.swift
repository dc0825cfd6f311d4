import Analytics
import Ingest
import Reporting

/// What a run says of its municipalities.
struct RegionPart {
  /// The path of its folder, which ends with its name.
  let run: String
  let period: Report.Period?
  let basis: CountingParameters.Basis
  let region: Table
  let overlap: Table
}

extension RegionPart {
  /// In the order of their paths, so that what is told of runs does not depend on theirs.
  ///
  /// Throws 65 for runs that do not belong together, and what opening a run can come to.
  static func parts(of runs: [PublishedRun]) throws(RunFailure) -> [RegionPart] {
    var parts: [RegionPart] = []
    var others: [String] = []
    for run in runs.sorted(by: { precedesByteWise($0.path, $1.path) }) {
      if let part = try RegionPart(run) { parts.append(part) } else { others.append(run.path) }
    }
    guard others.isEmpty else { throw .noRegion(others) }
    try refuseDifferences(between: parts)
    return parts
  }

  /// Nil for a run without rows in `regio`.
  private init?(_ run: PublishedRun) throws(RunFailure) {
    let report = try run.report(sourceDate: nil)
    func table(_ analysis: Analysis) -> Table? {
      report.tables.first { $0.name == analysis.name }
    }
    guard let region = table(.region), !region.rows.isEmpty, let overlap = table(.overlap) else {
      return nil
    }
    self.init(
      run: run.path, period: report.period, basis: report.basis, region: region, overlap: overlap)
  }

  /// Throws 65 where runs count by different dates or rules, or where a municipality is in two.
  static func refuseDifferences(between parts: [RegionPart]) throws(RunFailure) {
    try refuseDifferences(between: parts, in: "periods", \.periodText)
    try refuseDifferences(between: parts, in: "bases", \.basis.rawValue)
    var runOfMunicipality: [Cell: String] = [:]
    for part in parts {
      for case .text(let code) in part.municipalities {
        if let other = runOfMunicipality.updateValue(part.run, forKey: .text(code)) {
          throw .municipalityInTwoRuns(code, other, part.run)
        }
      }
    }
    // Where a run has no overlap the region has none, so it matters to nobody what others count there.
    let overlapping = parts.filter { !$0.overlap.rows.isEmpty }
    try refuseOtherRules(in: parts, \.region, ofOverlap: overlapping.count == parts.count)
    try refuseOtherRules(in: overlapping, \.overlap)
  }

  private static func refuseDifferences(
    between parts: [RegionPart], in what: String, _ text: (RegionPart) -> String
  ) throws(RunFailure) {
    guard Set(parts.map(text)).count > 1 else { return }
    throw .differentRuns(what, parts.map { ($0.run, text($0)) })
  }

  /// - Parameter ofOverlap: Whether the rule counts that names the functions of the overlap.
  private static func refuseOtherRules(
    in parts: [RegionPart], _ table: (RegionPart) -> Table, ofOverlap: Bool = true
  ) throws(RunFailure) {
    // A run without gebieden.csv has no inhabitants, and so no year to differ in.
    let haveYears = parts.allSatisfy { part in
      table(part).countingRules.contains { $0.hasPrefix(SupplyParameters.yearRuleStart) }
    }
    // Rules are equal when their bytes are: cells compare these.
    func rules(_ part: RegionPart) -> [Cell] {
      table(part).countingRules.filter {
        (ofOverlap || !$0.hasPrefix(SupplyParameters.overlapRuleStart))
          && (haveYears || !$0.hasPrefix(SupplyParameters.yearRuleStart))
      }.map(Cell.text)
    }
    guard let first = parts.first,
      let other = parts.first(where: { rules($0) != rules(first) })
    else { return }
    throw .otherCountingRules(of: table(first).name, first.run, other.run)
  }

  private var periodText: String {
    period.map { "\($0.days.lowerBound.iso)..\($0.days.upperBound.iso)" } ?? "none"
  }

  /// In their order, without what is unknown.
  private var municipalities: [Cell] {
    region.rows(at: .total).map { region.cell($0, .municipality) }
      .filter { $0 != .level(.unknown) && $0 != .level(.total) }
  }
}
