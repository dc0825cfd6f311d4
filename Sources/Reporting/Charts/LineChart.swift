import Analytics

/// Lines over time with a value axis from 0 and a label at the end of each line.
struct LineChart: Chart {
  struct Series: Sendable {
    let label: String
    /// Nil for a hidden one: there the line has a gap.
    let values: [Int64?]
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

  var visibility: ChartVisibility {
    ChartVisibility(series.flatMap { $0.values.map { $0 == nil } })
  }

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let frame = PlotFrame(
      series.flatMap { $0.values.compactMap { $0 } }, top: drawLegend(&drawing, width),
      width: width, figure: figure)
    func x(_ index: Int) -> Int64 {
      frame.left + Int64(index) * frame.length / Int64(max(labels.count - 1, 1))
    }
    frame.drawValues(&drawing)
    for index in PlotFrame.shownLabels(labels, length: frame.length) {
      frame.drawLabel(labels[index], x: x(index), &drawing)
    }
    for (number, series) in series.enumerated() {
      let points = series.values.enumerated().map { index, value in
        value.map { (x: x(index), y: frame.y($0)) }
      }
      let style = SeriesStyle.line(number)
      let firm = max(points.count - provisionalCount, 0)
      if firm > 0 { draw(points[..<firm], style, &drawing) }
      let hidden = points.indices.filter { points[$0] == nil }
      drawHidden(hidden.map(x), number, y: frame.y(0), &drawing)
      guard firm < points.count else { continue }
      draw(points[max(firm - 1, 0)...], style.provisional, &drawing)
      for point in points[firm...].compactMap({ $0 }) {
        drawing.dot(x: point.x, y: point.y, style: style, isHollow: true)
      }
    }
    return drawing.svg(
      width: width, height: frame.heightOfDrawing, title: title, description: description)
  }

  /// A line with its gaps; a point between two gaps is a dot.
  private func draw(
    _ points: ArraySlice<(x: Int64, y: Int64)?>, _ style: SeriesStyle, _ drawing: inout Drawing
  ) {
    let pieces = points.split { $0 == nil }.map { $0.compactMap { $0 } }
    for piece in pieces {
      if piece.count == 1, piece.count < points.count {
        drawing.dot(x: piece[0].x, y: piece[0].y, style: style)
      } else {
        drawing.line(piece, style: style)
      }
    }
  }

  /// An `x` on the axis for each hidden point, as far as they do not overlap; those of several lines
  /// above each other, in their colours.
  private func drawHidden(_ places: [Int64], _ number: Int, y: Int64, _ drawing: inout Drawing) {
    var last: Int64?
    for x in places where last.map({ x - $0 >= 90 }) ?? true {
      drawing.text(
        Cell.hiddenText, x: x, y: y - 40 - Int64(number) * 130, anchor: .middle,
        colour: series.count > 1 ? SeriesStyle.line(number).colour : nil, isBold: true)
      last = x
    }
  }

  /// A short piece of each line beside its name; nothing for a single line, which the title names.
  private func drawLegend(_ drawing: inout Drawing, _ width: Int64) -> Int64 {
    guard series.count > 1 else { return 90 }
    var (x, y): (Int64, Int64) = (10, 0)
    for (number, series) in series.enumerated() {
      let needed = 380 + Drawing.width(of: series.label)
      if x > 10, x + needed > width, self.series.count > 2 {
        (x, y) = (10, y + Drawing.lineHeight + 50)
      }
      drawing.line([(x, y + 90), (x + 320, y + 90)], style: .line(number))
      drawing.text(series.label, x: x + 380, y: y + 135)
      x += needed + 160
    }
    return y + Drawing.lineHeight + 120
  }
}
