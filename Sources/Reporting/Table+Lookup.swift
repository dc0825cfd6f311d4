import Analytics

extension Table {
  /// The position of a column; nil when the table has none of that name.
  func column(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The rows whose cells of these columns hold these texts; none when a column is missing.
  func rows(where texts: [String: String]) -> [Int] {
    let wanted = texts.map { (column($0.key), Cell.text($0.value)) }
    return rows.indices.filter { row in
      wanted.allSatisfy { position, cell in position.map { rows[row][$0] == cell } ?? false }
    }
  }
}

extension Report {
  /// The table of that name.
  func table(_ name: String) -> Table? {
    tables.first { $0.name == name }
  }
}
