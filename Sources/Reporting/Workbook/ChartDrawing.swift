import CXlsxwriter
import Ingest

/// One chart of the workbook as libxlsxwriter draws it: one series, no legend, and the figures
/// written at the bars, so that nothing is told by colour alone.
struct ChartDrawing {
  let pointer: UnsafeMutablePointer<lxw_chart>
  private let chart: SheetChart

  init(_ chart: SheetChart, in workbook: Workbook) throws {
    self.chart = chart
    let type: lxw_chart_type =
      switch chart.kind {
      case .bars: LXW_CHART_BAR
      case .columns: LXW_CHART_COLUMN
      case .line: LXW_CHART_LINE
      }
    pointer = try workbook.addChart(type)
    setTitle()
    try setAxes()
    chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    // Filtering the table must not empty its charts.
    chart_show_hidden_data(pointer)
  }

  /// Refers to the cells; rows and columns are counted from 0.
  func addSeries(sheet: String, rows: ClosedRange<Int>, categories: Int, values: Int) throws {
    let series = try RunFailure.expect(chart_add_series(pointer, nil, nil))
    let first = UInt32(rows.lowerBound)
    let last = UInt32(rows.upperBound)
    chart_series_set_categories(series, sheet, first, UInt16(categories), last, UInt16(categories))
    chart_series_set_values(series, sheet, first, UInt16(values), last, UInt16(values))
    chart_series_set_name(series, ExcelText.title(chart.table.columns[chart.values].name.text))
    switch chart.kind {
    case .bars, .columns:
      var fill = lxw_chart_fill()
      fill.color = Palette.bar
      chart_series_set_fill(series, &fill)
      chart_set_series_gap(pointer, 50)
    case .line:
      var line = lxw_chart_line()
      line.color = Palette.line
      line.width = 2.25
      chart_series_set_line(series, &line)
    }
    guard chart.kind == .bars else { return }
    chart_series_set_labels(series)
    chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
    chart_series_set_labels_num_format(series, chart.valueStyle.chartCode)
  }

  private func setTitle() {
    chart_title_set_name(pointer, ExcelText.title(chart.title))
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    chart_title_set_name_font(pointer, &font)
  }

  private func setAxes() throws {
    // The library's x axis is the lying one; in a bar chart that is the one of the figures.
    let isLying = chart.kind == .bars
    let lying = try RunFailure.expect(chart_axis_get(pointer, LXW_CHART_AXIS_TYPE_X))
    let standing = try RunFailure.expect(chart_axis_get(pointer, LXW_CHART_AXIS_TYPE_Y))
    let (names, figures) = isLying ? (standing, lying) : (lying, standing)
    switch chart.kind {
    case .bars:
      // The first row on top, and no scale: the figures stand at the bars.
      chart_axis_set_reverse(names)
      // Every name, however long.
      chart_axis_set_interval_unit(names, 1)
      chart_axis_major_gridlines_set_visible(figures, 0)
      chart_axis_off(figures)
    case .columns, .line:
      chart_axis_set_num_format(names, FigureStyle.month.chartCode)
      chart_axis_set_interval_unit(names, UInt16(chart.rows.count / 14 + 1))
      chart_axis_set_num_format(figures, chart.valueStyle.chartCode)
      chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
  }
}
