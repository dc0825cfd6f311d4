/// What the tables of some towns have come upon, by table: values, levels and columns that say more than
/// nothing in some row.
struct FoundInTowns {
  private(set) var values: [String: Set<String>] = [:]

  mutating func note(_ table: String, _ value: String) {
    values[table, default: []].insert(value)
  }

  /// Notes the columns that say more than nothing in some row.
  mutating func note(_ table: String, _ row: [String: String]) {
    for (column, value) in row where !["", "0", "0.00", "0.000000"].contains(value) {
      note(table, column)
    }
    if let level = row["niveau"] { note(table, level) }
  }

  func lacks(_ table: String, _ expected: Set<String>) -> Set<String> {
    expected.subtracting(values[table] ?? [])
  }
}
