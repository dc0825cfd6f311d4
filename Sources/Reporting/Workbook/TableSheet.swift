import Analytics
import Ingest

/// One table on a sheet of its own: the columns of the CSV file, in its order and with its names.
struct TableSheet {
  let table: Table
  let report: Report

  /// Adds the sheet, under the name of the table.
  func write(to workbook: Workbook) throws -> Sheet {
    let sheet = try workbook.addSheet(table.name)
    try sheet.setWidths(table.columns.indices.map(width))
    for (column, definition) in table.columns.enumerated() {
      let style: CellStyle = definition.type == .text ? .header : .figureHeader
      try sheet.write(definition.name.text, row: 0, column: column, style)
    }
    guard table.rows.count < Sheet.maximumRowCount else { throw RunFailure.tooManyRows(table) }
    for (index, row) in table.rows.enumerated() {
      let isTotal = isOnlyTotal(index)
      let lines = row.reduce(1) { max($0, $1.lineCount) }
      try sheet.setHeight(row: index + 1, lines: lines)
      for (column, cell) in row.enumerated() {
        let type = table.columns[column].type
        try sheet.write(cell, type, row: index + 1, column: column, isTotal: isTotal)
      }
    }
    try sheet.setHeader(columnCount: table.columns.count, rowCount: table.rows.count)
    try sheet.setPage(title: table.title, of: report)
    return sheet
  }

  /// Whether a row is a total by itself, as against the lines of a whole block about the total.
  private func isOnlyTotal(_ index: Int) -> Bool {
    guard table.columns.contains(where: { $0.name == .level }) else { return false }
    func isTotal(_ index: Int) -> Bool {
      table.rows.indices.contains(index) && table.holds(table.rows[index], .total)
    }
    return isTotal(index) && !isTotal(index - 1) && !isTotal(index + 1)
  }

  /// Wide enough for the longest cell and for the header with the button of its filter.
  private func width(of column: Int) -> Double {
    let type = table.columns[column].type
    let longest = table.rows.reduce(0) { max($0, $1[column].shownLength(as: type)) }
    let header = table.columns[column].name.text.count + 4
    return Double(min(max(longest + 2, header), Self.maximumWidth))
  }

  /// A longer text takes more lines.
  static let maximumWidth = 70
}

extension Sheet {
  /// Writes a cell of a table; an empty one too, so that a total's line has no hole.
  func write(
    _ cell: Cell, _ type: ColumnType, row: Int, column: Int, isTotal: Bool = false
  ) throws {
    switch cell {
    case .text(let text):
      let isLong = text.count > TableSheet.maximumWidth
      try write(text, row: row, column: column, isTotal ? .totalText : isLong ? .wrapped : .text)
    case .number(let number):
      guard let figure = type.figureStyle else {
        return try write(String(number), row: row, column: column, isTotal ? .totalText : .text)
      }
      guard let value = ExcelNumber.value(number, type) else {
        let month = Month(number: Int32(number)).iso
        return try write(month, row: row, column: column, isTotal ? .totalText : .text)
      }
      try write(value, row: row, column: column, isTotal ? .total(figure) : .figure(figure))
    case .empty:
      if isTotal { try writeBlank(row: row, column: column, .totalText) }
    }
  }
}

extension Cell {
  fileprivate var lineCount: Int {
    guard case .text(let text) = self else { return 1 }
    return ExcelText.lineCount(text, width: TableSheet.maximumWidth - 4)
  }

  /// How many characters it takes on the screen, about.
  fileprivate func shownLength(as type: ColumnType) -> Int {
    switch self {
    case .empty: return 0
    case .text(let text): return text.count
    case .number(let number):
      let digits = FigureNotation.dutch.digits(number, decimals: type.decimals).count
      switch type {
      case .amount: return digits + 3
      case .month: return 8
      case .share: return 7
      case .text, .count, .ratio: return digits + 1
      }
    }
  }
}

extension RunFailure {
  fileprivate static func tooManyRows(_ table: Table) -> RunFailure {
    RunFailure(
      .cannotCreateOutput,
      "\(table.name) has \(table.rows.count) rows, more than a sheet of Excel can hold; leave "
        + "xlsx out of --format")
  }
}

/// Exact figures as the numbers of a spreadsheet.
enum ExcelNumber {
  /// The double next to the exact value: a quotient of two exact doubles is rounded once, so it is
  /// the one that reading the CSV's digits gives. Nil for a month that Excel cannot date.
  static func value(_ number: Int64, _ type: ColumnType) -> Double? {
    if type == .month { return serial(Month(number: Int32(number)).firstDay) }
    var divisor = 1.0
    for _ in 0..<type.decimals { divisor *= 10 }
    return Double(number) / divisor
  }

  /// Days since 1899-12-30, from March 1900 on: before, Excel counts a day that never was.
  private static func serial(_ day: Day) -> Double? {
    guard day.year > 1900, day.year <= 9999 else { return nil }
    return Double(day.number) + 25_569
  }
}
