import Analytics

extension SheetChart {
  /// Of months whose declarations are not in yet, the figures stand in a series of their own.
  static func months(in report: Report) -> [SheetChart] {
    guard let table = report.table(.monthlyCourse) else { return [] }
    let complete = completeCount(of: table, in: report)
    guard complete < table.rows.count else {
      return [
        SheetChart("Netto bedrag per maand", .columns, table, .month, .amount),
        SheetChart("Cliënten per maand", .line, table, .month, .clients),
      ].compactMap { $0 }
    }
    // A broken line goes on from the last complete month.
    let amounts = marked(.amount, of: table, from: complete)
    let clients = marked(.clients, of: table, from: complete, overlap: 1)
    return [
      SheetChart(
        "Netto bedrag per maand", .stackedColumns, beside: table, made: amounts.columns,
        rows: amounts.rows),
      SheetChart(
        "Cliënten per maand", .line, beside: table, made: clients.columns, rows: clients.rows),
    ].compactMap { $0 }
  }

  /// How many months come before the first that is not complete; all, where the months of the report
  /// are those of declarations.
  private static func completeCount(of table: Table, in report: Report) -> Int {
    guard report.basis == .service, let from = report.firstIncompleteMonth else {
      return table.rows.count
    }
    let first = table.rows.firstIndex { table.month($0, .month).map { $0 >= from } ?? false }
    return first ?? table.rows.count
  }

  /// A column in two: months before a row, and months from it on.
  private static func marked(
    _ column: ColumnName, of table: Table, from first: Int, overlap: Int = 0
  ) -> (columns: [Column], rows: [[Cell]]) {
    let whole = table.columns[table.position(of: column)]
    let mark = ColumnName("\(column.text) (minder dan 95 % gedeclareerd)")
    let rows = table.rows.enumerated().map { index, row -> [Cell] in
      let figure = table.cell(row, column)
      return [
        table.cell(row, .month), index < first ? figure : .empty,
        index >= first - overlap ? figure : .empty,
      ]
    }
    return (
      [.key(.month, .month), whole, .derived(mark, whole.type, from: column)], rows
    )
  }
}

extension Table {
  /// The youngest three years of ``serviceMonths``, to the last of which anything is expected: a stray date of
  /// declaration brings years without.
  var recentServiceMonths: [Int] {
    let months = serviceMonths
    let last = months.lastIndex { (number(rows[$0], .expected) ?? 0) != 0 }
    return Array(months.prefix((last ?? -1) + 1).suffix(36))
  }
}
