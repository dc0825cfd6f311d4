import Analytics
import Ingest

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

  /// How many months come before the first that is not complete.
  private static func completeCount(of table: Table, in report: Report) -> Int {
    guard let from = report.incompleteFrom else { return table.rows.count }
    let first = table.rows.firstIndex { row in
      table.number(row, .month).map { Month(number: Int32($0)) >= from } ?? false
    }
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

extension Report {
  /// From this share on (in millionths) a month counts as declared.
  private static let declaredShare: Int64 = 950_000

  /// The first service month since which none is declared for 95 %; nil where the months of the
  /// report are those of declarations, or nothing is known of what is still to come.
  fileprivate var incompleteFrom: Month? {
    guard basis == .service, let table = table(.stillToCome) else { return nil }
    let rows = table.serviceMonths.map { table.rows[$0] }
    func month(_ row: [Cell]) -> Month? {
      table.number(row, .serviceMonth).map { Month(number: Int32($0)) }
    }
    let declared = rows.last { (table.number($0, .developed) ?? 0) >= Self.declaredShare }
    guard let declared else { return rows.first.flatMap(month) }
    return month(declared).map { Month(number: $0.number + 1) }
  }
}

/// Of the table `nog-te-verwachten`.
extension Table {
  /// Its rows of a month and all product groups.
  fileprivate var serviceMonths: [Int] {
    indices { holds($0, .month) && holds($0, .total, in: .productGroup) }
  }

  /// The youngest three years of them, to the last of which anything is expected: a stray date of
  /// declaration brings years without.
  var recentServiceMonths: [Int] {
    let months = serviceMonths
    let last = months.lastIndex { (number(rows[$0], .expected) ?? 0) != 0 }
    return Array(months.prefix((last ?? -1) + 1).suffix(36))
  }
}
