public import Analytics

extension Table {
  /// The position of a column; nil when the table has none of that name.
  func column(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The cell in a column of one of its rows; empty where there is no such column.
  func cell(_ row: [Cell], _ name: String) -> Cell {
    column(name).map { row[$0] } ?? .empty
  }

  /// The text in a column; "" where there is none.
  public func text(_ row: [Cell], _ name: String) -> String {
    guard case .text(let text) = cell(row, name) else { return "" }
    return text
  }

  /// The number in a column; nil where there is none.
  public func number(_ row: [Cell], _ name: String) -> Int64? {
    guard case .number(let number) = cell(row, name) else { return nil }
    return number
  }

  /// The rows whose column holds this text.
  func rows(_ name: String, _ text: String) -> [[Cell]] {
    rows.filter { self.text($0, name) == text }
  }

  /// The positions of the rows whose cells of these columns hold these texts; none when a column is
  /// missing.
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
