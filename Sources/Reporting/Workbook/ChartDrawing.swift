import CXlsxwriter
import Ingest

/// One chart of the workbook as libxlsxwriter draws it. Nothing is told by colour alone: figures
/// stand at the bars, and series differ in lightness or dashes, too.
struct ChartDrawing {
  let pointer: UnsafeMutablePointer<lxw_chart>
  private let chart: SheetChart

  init(_ chart: SheetChart, in workbook: Workbook) throws {
    self.chart = chart
    let type: lxw_chart_type =
      switch chart.kind {
      case .bars: LXW_CHART_BAR
      case .columns: LXW_CHART_COLUMN
      case .stackedColumns, .waterfall: LXW_CHART_COLUMN_STACKED
      case .line: LXW_CHART_LINE
      case .steps: LXW_CHART_SCATTER_STRAIGHT
      }
    pointer = try workbook.addChart(type)
    setTitle()
    try setAxes()
    try setLegend()
    // Filtering the table must not empty its charts.
    chart_show_hidden_data(pointer)
  }

  /// Refers to the cells, a column per series; rows and columns are counted from 0.
  func addSeries(sheet: String, rows: ClosedRange<Int>, categories: Int, values: [Int]) throws {
    let first = UInt32(rows.lowerBound)
    let last = UInt32(rows.upperBound)
    let names = UInt16(categories)
    for (index, column) in values.enumerated() {
      let series = try RunFailure.expect(chart_add_series(pointer, nil, nil))
      let column = UInt16(column)
      chart_series_set_categories(series, sheet, first, names, last, names)
      chart_series_set_values(series, sheet, first, column, last, column)
      let name = chart.figures.columns[chart.values[index]].name.text
      chart_series_set_name(series, ExcelText.title(name))
      switch chart.kind {
      case .bars, .columns, .stackedColumns, .waterfall: setFill(of: series, index)
      case .line, .steps: setLine(of: series, index)
      }
      guard chart.kind == .bars else { continue }
      chart_series_set_labels(series)
      chart_series_set_labels_position(
        series, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
      chart_series_set_labels_num_format(series, chart.valueStyle.chartCode)
    }
  }

  /// Writes an `x` where a figure is hidden: the label of a zero that is not drawn itself.
  func addHidden(sheet: String, rows: ClosedRange<Int>, categories: Int, column: Int) throws {
    let first = UInt32(rows.lowerBound)
    let last = UInt32(rows.upperBound)
    let series = try RunFailure.expect(chart_add_series(pointer, nil, nil))
    chart_series_set_categories(series, sheet, first, UInt16(categories), last, UInt16(categories))
    chart_series_set_values(series, sheet, first, UInt16(column), last, UInt16(column))
    chart_series_set_name(series, ChartSheets.hiddenColumn)
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, WorkbookStyles.hiddenCode)
    if chart.kind == .line {
      var line = lxw_chart_line()
      line.none = 1
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
      chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
    } else {
      // It would make the others half as wide beside it.
      chart_set_series_overlap(pointer, 100)
      chart_series_set_labels_position(
        series, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
    }
  }

  private func setFill(of series: UnsafeMutablePointer<lxw_chart_series>, _ index: Int) {
    let colors = chart.kind == .waterfall ? Palette.waterfall : [Palette.bar, Palette.lightBar]
    var fill = lxw_chart_fill()
    fill.color = colors[index % colors.count]
    // The first series of a waterfall only lifts the others.
    if chart.kind == .waterfall, index == 0 { fill.none = 1 }
    chart_series_set_fill(series, &fill)
    chart_set_series_gap(pointer, 50)
  }

  private func setLine(of series: UnsafeMutablePointer<lxw_chart_series>, _ index: Int) {
    var line = lxw_chart_line()
    line.width = 2.25
    if chart.kind == .line {
      line.color = index < 2 ? Palette.line : Palette.bar
      let dashes = [
        LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_SQUARE_DOT, LXW_CHART_LINE_DASH_LONG_DASH,
      ]
      if index > 0 { line.dash_type = UInt8(dashes[index % dashes.count].rawValue) }
    } else if index == chart.values.count - 1 {
      line.color = Palette.allCurve
      line.width = 3
    } else {
      let dashes = [
        LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_SQUARE_DOT,
        LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_LINE_DASH_LONG_DASH,
      ]
      line.color = Palette.curves[index % Palette.curves.count]
      line.dash_type = UInt8(dashes[index % dashes.count].rawValue)
    }
    chart_series_set_line(series, &line)
  }

  private func setTitle() {
    chart_title_set_name(pointer, ExcelText.title(chart.title))
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    chart_title_set_name_font(pointer, &font)
  }

  private func setLegend() throws {
    guard chart.values.count > 1 else {
      return chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    guard chart.kind == .waterfall else { return }
    // What lifts the bars, and what of them lies below zero, is no series of its own.
    var left: [Int16] = [0, 4, 5, -1]
    try RunFailure.check(chart_legend_delete_series(pointer, &left))
  }

  private func setAxes() throws {
    // The library's x axis is the lying one; in a bar chart that is the one of the figures.
    let isLying = chart.kind == .bars
    let lying = try RunFailure.expect(chart_axis_get(pointer, LXW_CHART_AXIS_TYPE_X))
    let standing = try RunFailure.expect(chart_axis_get(pointer, LXW_CHART_AXIS_TYPE_Y))
    let (names, figures) = isLying ? (standing, lying) : (lying, standing)
    // Every name, however long.
    if chart.kind == .bars || chart.kind == .waterfall { chart_axis_set_interval_unit(names, 1) }
    guard chart.kind != .bars else {
      // The first row on top, and no scale: the figures stand at the bars.
      chart_axis_set_reverse(names)
      chart_axis_major_gridlines_set_visible(figures, 0)
      return chart_axis_off(figures)
    }
    chart_axis_set_num_format(figures, chart.valueStyle.chartCode)
    chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    switch chart.kind {
    case .bars: break
    case .waterfall:
      var font = lxw_chart_font()
      font.size = 8
      // The library's word for not turned.
      font.rotation = 360
      chart_axis_set_num_font(names, &font)
    case .columns, .stackedColumns, .line:
      chart_axis_set_num_format(names, FigureStyle.month.chartCode)
      chart_axis_set_interval_unit(names, UInt16(chart.rows.count / 14 + 1))
    case .steps:
      chart_axis_set_name(names, "maanden")
      chart_axis_set_num_format(figures, "0%")
      chart_axis_set_min(names, 0)
      // Beyond the last time, so that its step can be seen.
      chart_axis_set_max(names, 27)
      chart_axis_set_major_unit(names, 3)
      chart_axis_major_gridlines_set_visible(names, 0)
      chart_axis_set_min(figures, 0)
      chart_axis_set_max(figures, 1)
    }
  }
}
