/// The columns in which two programs may differ by one unit of the last decimal, by table, as the
/// contract marks them.
enum ApproximateColumns {
  static let byTable: [String: [OracleReport.Text]] = [
    "declaratie-factoren": ["factor", "sigma", "ontwikkeld"],
    "nog-te-verwachten": ["ontwikkeld", "verwacht", "nog_te_verwachten", "standaardfout"],
    // What follows from them in words, `binnen_twee`, differs so seldom that it is compared.
    "terugblik": ["verwacht", "verschil", "standaardfout"],
    "kostenontwikkeling": ["clienten", "mix", "volume", "prijs"],
    "verblijfsduur": ["aandeel", "ondergrens", "bovengrens"],
    "opvolging-in-de-tijd": ["aandeel"],
    "wijken-gestandaardiseerd": [
      "direct_per_1000", "direct_van", "direct_tot", "verwacht", "indirect_per_1000",
      "indirect_van", "indirect_tot",
    ],
    // `nv`, `maand_bereikt` and `signaal`, too, differ too seldom.
    "begroting-bewaking": ["nog_te_verwachten", "verplicht", "prognose", "afwijking"],
    // Nor are `signaal` and the order of rows, which follow from p.
    "signalen": ["p", "q", "vals_verwacht"],
  ]

  /// Whether two texts of one file (`tables/<name>.csv`) say the same.
  static func agree(_ file: String, _ one: String, _ other: String) -> Bool {
    if one.utf8.elementsEqual(other.utf8) { return true }
    let name = file.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    guard let columns = name.flatMap({ byTable[$0] }),
      let mine = try? OracleReport.Parser.records(of: one).map(\.fields),
      let theirs = try? OracleReport.Parser.records(of: other).map(\.fields),
      let header = mine.first, mine.count == theirs.count, theirs.first == header
    else { return false }
    return zip(mine, theirs).allSatisfy { first, second in
      first.count == header.count && second.count == header.count
        && header.indices.allSatisfy { place in
          first[place] == second[place]
            || (columns.contains(header[place]) && isNear(first[place], second[place]))
        }
    }
  }

  /// Whether two figures differ by a unit of the last decimal at most; where a double has fewer
  /// digits than the figure, by what it cannot tell apart.
  static func isNear(_ one: OracleReport.Text, _ other: OracleReport.Text) -> Bool {
    guard let first = steps(one), let second = steps(other), first.decimals == second.decimals
    else { return false }
    let largest = max(abs(first.count), abs(second.count))
    return abs(first.count - second.count) <= max(1, largest / 1_000_000_000_000)
  }

  /// A figure in units of its last decimal; nil where there is none.
  private static func steps(_ figure: OracleReport.Text) -> (count: Int128, decimals: Int)? {
    let parts = figure.description.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let count = Int128(parts.joined()) else { return nil }
    return (count, parts.count == 2 ? parts[1].count : 0)
  }
}
