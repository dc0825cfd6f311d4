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
        try sheet.write(
          cell, shownType(of: column), row: index + 1, column: column, isTotal: isTotal)
      }
    }
    try sheet.setHeader(columnCount: table.columns.count, rowCount: table.rows.count)
    if table.rows.contains(where: { $0.contains(.hidden) }) {
      try sheet.write(AnnexPhrase.legend.dutch, row: table.rows.count + 2, column: 0)
    }
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
    let type = shownType(of: column)
    var longest = 0
    var (least, greatest) = (Int64.max, Int64.min)
    for row in table.rows {
      switch row[column] {
      // Counting characters is dear, bytes are at least as many.
      case .text(let text): if text.utf8.count > longest { longest = max(longest, text.count) }
      case .number(let number): (least, greatest) = (min(least, number), max(greatest, number))
      case .empty, .hidden: break
      }
    }
    if least <= greatest {
      longest = [longest, type.shownLength(of: least), type.shownLength(of: greatest)].max() ?? 0
    }
    let header = table.columns[column].name.text.count + 4
    return Double(min(max(longest + 2, header), Self.maximumWidth))
  }

  /// A share that is no part of a whole is shown as the number that it is.
  private func shownType(of column: Int) -> ColumnType {
    let definition = table.columns[column]
    return definition.type == .share && !definition.isPercentage
      ? .ratio(decimals: definition.type.decimals) : definition.type
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
    case .hidden:
      try write(Cell.hiddenText, row: row, column: column, .hidden(isTotal: isTotal))
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
}

extension ColumnType {
  /// How many characters a number takes on the screen, about.
  fileprivate func shownLength(of number: Int64) -> Int {
    let digits = FigureNotation.dutch.digits(number, decimals: decimals).count
    return switch self {
    case .amount: digits + 3
    case .month: 8
    case .share: 7
    case .text, .count, .year, .ratio: digits + 1
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
