import Analytics
import Ingest

/// What the rows of a run's tables are about, each in the order of its table.
struct RowNames {
  /// A product, a kind (no code) or the whole (no kind).
  struct Market: Hashable {
    let kind: String
    let code: String

    var bundle: BundleName { .market(kind, code) }
  }

  private(set) var markets: [Market] = []
  /// Without the municipality.
  private(set) var districts: [String] = []
  private(set) var months: [Month] = []
  /// `1` … `6+`
  private(set) var groupCounts: [String] = []
  /// The product groups of the table of ages.
  private(set) var groups: [String] = []
  private(set) var ageClasses: [String] = []
  /// The product groups of the table of sequences.
  private(set) var sequenceGroups: [String] = []
  private(set) var combinations: [(name: String, groups: [String])] = []
  /// The concerns of every market, by rank, and those of them above 0.
  private(set) var concerns: [BundleName: [String]] = [:]
  private(set) var concernsAboveZero: [BundleName: [String]] = [:]

  init(_ tables: [Table]) {
    func forEachRow(of analysis: Analysis, _ body: (Table, [Cell]) -> Void) {
      guard let table = tables.first(where: { $0.name == analysis.name }) else { return }
      for row in table.rows { body(table, row) }
    }
    forEachRow(of: .productUse) { table, row in
      markets.append(Market(kind: table.text(row, .kind), code: table.text(row, .productCode)))
    }
    forEachRow(of: .districtUse) { table, row in
      guard table.holds(row, .total), !table.holds(row, .total, in: .district) else { return }
      districts.append(table.text(row, .district))
    }
    forEachRow(of: .monthlyCourse) { table, row in
      table.number(row, .month).map { months.append(Month(number: Int32($0))) }
    }
    forEachRow(of: .groupCounts) { table, row in
      groupCounts.append(table.text(row, .groupCount))
    }
    forEachRow(of: .ages) { table, row in
      if table.holds(row, .total, in: .productGroup) {
        ageClasses.append(table.text(row, .ageClass))
      } else {
        groups.appendIfNew(table.text(row, .productGroup))
      }
    }
    forEachRow(of: .sequences) { sequenceGroups.appendIfNew($0.text($1, .from)) }
    forEachRow(of: .providers) { table, row in
      let market = BundleName.market(table.text(row, .kind), table.text(row, .productCode))
      let concern = table.text(row, .concern)
      concerns[market, default: []].append(concern)
      guard table.number(row, .amount) ?? 0 > 0 else { return }
      concernsAboveZero[market, default: []].append(concern)
    }
    let known = Set((groups + sequenceGroups).map { BundleName($0) })
    forEachRow(of: .combinations) { table, row in
      let name = table.text(row, .combination)
      let count = Int(table.number(row, .groupCount) ?? 0)
      combinations.append((name, CombinationName.groups(of: name, count: count, among: known)))
    }
  }
}

extension [String] {
  /// Rows of one group follow each other.
  fileprivate mutating func appendIfNew(_ name: String) {
    if last.map({ BundleName($0) != BundleName(name) }) ?? true { append(name) }
  }
}

/// The names of combinations: product groups joined by ` + `, which a group's own name may hold.
enum CombinationName {
  private static let separator = " + "

  /// The groups of a combination of so many, of those known; what cannot be told apart is one group.
  static func groups(of name: String, count: Int, among known: Set<BundleName>) -> [String] {
    let pieces = name.components(separatedBy: separator)
    if pieces.count == count { return pieces }
    return split(pieces[...], into: count, among: known) ?? [name]
  }

  private static func split(
    _ pieces: ArraySlice<String>, into count: Int, among known: Set<BundleName>
  ) -> [String]? {
    if count == 0 { return pieces.isEmpty ? [] : nil }
    for length in 1...max(1, pieces.count) {
      let group = pieces.prefix(length).joined(separator: separator)
      guard known.contains(BundleName(group)),
        let rest = split(pieces.dropFirst(length), into: count - 1, among: known)
      else { continue }
      return [group] + rest
    }
    return nil
  }
}
