import Analytics

extension Table {
  /// `uitgaven-verhouding`: shares in the sum of the amounts that are shown.
  func spendingShares(_ figures: ShownFigures) -> [[Cell]] {
    let rows = figures.rows(of: self)
    let amounts = rows.map { cell($0, .amount) }
    let total: Cell =
      amounts.contains(.hidden)
      ? .hidden : .number(rows.reduce(0) { $0 + (number($1, .amount) ?? 0) })
    return rows.map { row in
      row.with(.share(cell(row, .amount), of: total), in: .share, of: self)
    }
  }
}

extension [Cell] {
  /// A row with another cell in a column.
  func with(_ cell: Cell, in column: ColumnName, of table: Table) -> [Cell] {
    var row = self
    row[table.position(of: column)] = cell
    return row
  }
}
