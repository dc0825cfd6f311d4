/// Lines over time with a value axis from 0 and a label at the end of each line.
struct LineChart: Chart {
  struct Series: Sendable {
    let label: String
    let values: [Int64]
  }

  let title: String
  let description: String
  /// A name for each point in time; as many as fit are shown.
  let labels: [String]
  let series: [Series]
  /// How many of the last points are not certain yet: finely dashed, with hollow marks.
  var provisionalCount = 0
  /// Writes a value of the axis.
  let figure: @Sendable (Int64) -> String

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let frame = PlotFrame(
      series.flatMap(\.values), top: drawLegend(&drawing, width), width: width, figure: figure)
    func x(_ index: Int) -> Int64 {
      frame.left + Int64(index) * frame.length / Int64(max(labels.count - 1, 1))
    }
    frame.drawValues(&drawing)
    for index in PlotFrame.shownLabels(labels, length: frame.length) {
      frame.drawLabel(labels[index], x: x(index), &drawing)
    }
    for (number, series) in series.enumerated() {
      let points = series.values.enumerated().map { (x: x($0), y: frame.y($1)) }
      let style = SeriesStyle.line(number)
      let firm = max(points.count - provisionalCount, 0)
      if firm > 0 { drawing.line(Array(points[..<firm]), style: style) }
      guard firm < points.count else { continue }
      drawing.line(Array(points[max(firm - 1, 0)...]), style: style.provisional)
      for point in points[firm...] {
        drawing.dot(x: point.x, y: point.y, style: style, isHollow: true)
      }
    }
    return drawing.svg(
      width: width, height: frame.heightOfDrawing, title: title, description: description)
  }

  /// A short piece of each line beside its name; nothing for a single line, which the title names.
  private func drawLegend(_ drawing: inout Drawing, _ width: Int64) -> Int64 {
    guard series.count > 1 else { return 90 }
    var x: Int64 = 10
    for (number, series) in series.enumerated() {
      drawing.line([(x, 90), (x + 320, 90)], style: .line(number))
      drawing.text(series.label, x: x + 380, y: 135)
      x += 380 + Drawing.width(of: series.label) + 160
    }
    return Drawing.lineHeight + 120
  }
}
