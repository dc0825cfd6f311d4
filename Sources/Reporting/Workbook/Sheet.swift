import CXlsxwriter
import Ingest

/// A worksheet. Rows and columns are counted from 0; rows are written from top to bottom, because
/// a workbook in constant memory forgets each row at the next.
struct Sheet {
  let name: String
  private let pointer: UnsafeMutablePointer<lxw_worksheet>
  private let styles: WorkbookStyles

  init(_ pointer: UnsafeMutablePointer<lxw_worksheet>, name: String, styles: WorkbookStyles) {
    self.pointer = pointer
    self.name = name
    self.styles = styles
  }

  /// Rows of a sheet, Excel's limit.
  static let maximumRowCount = 1_048_576

  /// Writes text as text, whatever it begins with: never a formula, a number or a link.
  func write(_ text: String, row: Int, column: Int, _ style: CellStyle = .text) throws {
    try RunFailure.check(
      worksheet_write_string(
        pointer, UInt32(row), UInt16(column), ExcelText.cell(text), styles.format(style)))
  }

  func write(_ number: Double, row: Int, column: Int, _ style: CellStyle) throws {
    try RunFailure.check(
      worksheet_write_number(pointer, UInt32(row), UInt16(column), number, styles.format(style)))
  }

  /// Writes a formula with what it comes to, for readers that do not compute.
  func write(formula: String, _ value: Double, row: Int, column: Int, _ style: CellStyle) throws {
    try RunFailure.check(
      worksheet_write_formula_num(
        pointer, UInt32(row), UInt16(column), formula, styles.format(style), value))
  }

  /// An empty cell that has a style.
  func writeBlank(row: Int, column: Int, _ style: CellStyle) throws {
    try RunFailure.check(
      worksheet_write_blank(pointer, UInt32(row), UInt16(column), styles.format(style)))
  }

  /// The name of another sheet of the workbook, as a link to it.
  func writeLink(to sheet: String, row: Int, column: Int) throws {
    try RunFailure.check(
      worksheet_write_url_opt(
        pointer, UInt32(row), UInt16(column), "internal:'\(sheet)'!A1", styles.format(.link), sheet,
        nil))
  }

  /// Makes a row higher, before anything is written to it: by the lines of its longest text.
  func setHeight(row: Int, lines: Int, points: Double = 15) throws {
    guard lines > 1 || points > 15 else { return }
    // Excel's limit for a row.
    let height = min(Double(lines) * points, 409)
    try RunFailure.check(worksheet_set_row(pointer, UInt32(row), height, nil))
  }

  /// The widths of the columns from the first, in characters.
  func setWidths(_ widths: [Double]) throws {
    for (column, width) in widths.enumerated() {
      let column = UInt16(column)
      try RunFailure.check(worksheet_set_column(pointer, column, column, width, nil))
    }
  }

  /// Makes row 0 a header that stays in sight, can be filtered by and is repeated on every page.
  func setHeader(columnCount: Int, rowCount: Int) throws {
    worksheet_freeze_panes(pointer, 1, 0)
    try RunFailure.check(worksheet_repeat_rows(pointer, 0, 0))
    try RunFailure.check(
      worksheet_autofilter(pointer, 0, 0, UInt32(rowCount), UInt16(columnCount - 1)))
  }

  /// Keeps row 0 and column 0 in sight, and repeats row 0 on every page.
  func setMatrixHeader() throws {
    worksheet_freeze_panes(pointer, 1, 1)
    try RunFailure.check(worksheet_repeat_rows(pointer, 0, 0))
  }

  /// Colours cells by their shares, from white at 0 through the colour of half to that of all.
  func setHeat(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws {
    var heat = lxw_conditional_format()
    heat.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
    heat.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    heat.mid_rule_type = heat.min_rule_type
    heat.max_rule_type = heat.min_rule_type
    heat.min_value = 0
    heat.mid_value = 0.5
    heat.max_value = 1
    heat.min_color = Palette.heat[0]
    heat.mid_color = Palette.heat[1]
    heat.max_color = Palette.heat[2]
    try RunFailure.check(
      worksheet_conditional_format_range(
        pointer, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), &heat))
  }

  /// A4 on its side, one page wide, with these texts on every page.
  func setPage(title: String, municipality: String, notice: String, source: String) throws {
    worksheet_set_landscape(pointer)
    worksheet_set_paper(pointer, 9)
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_margins(pointer, 0.5, 0.5, 0.75, 0.75)
    let left = ExcelText.pageText(municipality)
    let header = "&L\(left)&C\(ExcelText.pageText(title))&R&B\(notice)"
    let footer = "&L\(ExcelText.pageText(source))&C&B\(notice)&B&RPagina &P van &N"
    try RunFailure.check(worksheet_set_header(pointer, header))
    try RunFailure.check(worksheet_set_footer(pointer, footer))
  }

  func hideGridLines() {
    worksheet_gridlines(pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Puts a chart with its upper left corner on a cell. Filtering rows leaves its size alone.
  func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>, row: Int, column: Int, width: Int, height: Int,
    description: String
  ) throws {
    try RunFailure.check(
      CleanText.line(description).withCString { description in
        var options = lxw_chart_options()
        options.x_scale = Double(width) / Self.defaultChartWidth
        options.y_scale = Double(height) / Self.defaultChartHeight
        options.object_position = UInt8(LXW_OBJECT_DONT_MOVE_DONT_SIZE.rawValue)
        options.description = UnsafeMutablePointer(mutating: description)
        return worksheet_insert_chart_opt(pointer, UInt32(row), UInt16(column), chart, &options)
      })
  }

  /// In pixels.
  private static let defaultChartWidth = 480.0
  private static let defaultChartHeight = 288.0
}
