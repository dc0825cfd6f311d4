import Analytics
import CXlsxwriter

/// Draws the charts beside their tables, and the sheet with figures that they need together.
///
/// A chart refers to cells that follow each other. Where the rows of a table do not, their figures
/// are copied, unchanged, to the sheet ``dataSheetName``; figures made for a chart stand there, too.
/// So do those of which an edition hides some: an empty cell is a gap in a chart, an `x` would be a
/// zero, and the column ``hiddenColumn`` says where to write one.
struct ChartSheets {
  static let dataSheetName = "grafiekgegevens"
  static let hiddenColumn = "verborgen"

  let charts: [SheetChart]
  let report: Report

  /// Where the cells of a chart lie.
  private struct Place {
    let sheet: String
    let rows: ClosedRange<Int>
    let categories: Int
    let values: [Int]
    /// The column with a 0 where a figure is hidden; nil where none is.
    var hidden: Int?
  }

  func write(to workbook: Workbook, beside sheets: [String: Sheet]) throws {
    let places = try places(in: workbook)
    var nextRow: [String: Int] = [:]
    for (chart, place) in zip(charts, places) {
      guard let sheet = sheets[chart.table.name] else { continue }
      let row = nextRow[sheet.name] ?? 1
      let height = Self.height(of: chart)
      let drawing = try ChartDrawing(chart, in: workbook)
      try drawing.addSeries(
        sheet: place.sheet, rows: place.rows, categories: place.categories, values: place.values)
      if let hidden = place.hidden {
        try drawing.addHidden(
          sheet: place.sheet, rows: place.rows, categories: place.categories, column: hidden)
      }
      try sheet.insert(
        drawing.pointer, row: row, column: chart.table.columns.count + 1, width: Self.width,
        height: height, description: "\(chart.title). De cijfers staan in blad \(place.sheet).")
      nextRow[sheet.name] = row + (height + Self.gap) / Self.rowHeight + 1
    }
  }

  /// In pixels.
  private static let width = 680
  private static let rowHeight = 20
  private static let gap = 20

  private static func height(of chart: SheetChart) -> Int {
    switch chart.kind {
    case .bars:
      // Two bars take as much as two lines of a name, and below them stands what they are.
      let lines = max(min(chart.nameLines, 5), chart.values.count)
      return (chart.values.count > 1 ? 90 : 60) + (8 + 14 * lines) * max(chart.rows.count, 3)
    case .columns, .stackedColumns, .line: return 320
    case .waterfall, .steps: return 440
    }
  }

  /// Writes the sheet of copied figures, if any chart needs it.
  private func places(in workbook: Workbook) throws -> [Place] {
    var sheet: Sheet?
    var row = 0
    var places: [Place] = []
    for chart in charts {
      guard !chart.liesInTable else {
        let first = chart.rows[0] + 1
        places.append(
          Place(
            sheet: chart.table.name, rows: first...(first + chart.rows.count - 1),
            categories: chart.categories, values: chart.values))
        continue
      }
      let data = try sheet ?? workbook.addSheet(Self.dataSheetName)
      if sheet == nil {
        try data.setWidths([60] + [Double](repeating: 38, count: 6))
        try data.setPage(title: "Gegevens van grafieken", of: report)
        sheet = data
      }
      places.append(try copy(chart, to: data, from: row))
      row += chart.rows.count + 3
    }
    if places.contains(where: { $0.hidden != nil }) {
      try sheet?.write(AnnexPhrase.legend.dutch, row: row, column: 0)
    }
    return places
  }

  private func copy(_ chart: SheetChart, to sheet: Sheet, from row: Int) throws -> Place {
    try sheet.write("\(chart.table.name): \(chart.title)", row: row, column: 0, .label)
    let columns = [chart.categories] + chart.values
    for (target, column) in columns.enumerated() {
      let name = chart.figures.columns[column].name.text
      try sheet.write(name, row: row + 1, column: target, target == 0 ? .header : .figureHeader)
    }
    let hidden = chart.rows.contains(where: chart.isHidden) ? columns.count : nil
    if let hidden {
      try sheet.write(Self.hiddenColumn, row: row + 1, column: hidden, .figureHeader)
    }
    for (offset, source) in chart.rows.enumerated() {
      for (target, column) in columns.enumerated() {
        let cell = chart.figures.rows[source][column]
        try sheet.write(
          cell == .hidden ? .empty : cell, chart.figures.columns[column].type,
          row: row + 2 + offset, column: target)
      }
      if let hidden, chart.isHidden(source) {
        try sheet.write(0, row: row + 2 + offset, column: hidden, .hidden(isTotal: false))
      }
    }
    return Place(
      sheet: sheet.name, rows: (row + 2)...(row + 1 + chart.rows.count), categories: 0,
      values: Array(1..<columns.count), hidden: hidden)
  }
}
