/// Shares that go down in steps from all to none, over months.
struct StepChart: Chart {
  struct Series: Sendable {
    let label: String
    /// In millionths, from the month on; before the first the share is the whole.
    let points: [(month: Int, share: Int64)]
  }

  let title: String
  let description: String
  let series: [Series]
  /// The months that have a name below the plot, ascending, with 0; the last ends the axis.
  let labels: [(month: Int, text: String)]
  /// Writes a share.
  let figure: @Sendable (Int64) -> String

  private static let whole: Int64 = 1_000_000

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let frame = PlotFrame(
      [Self.whole], top: drawLegend(&drawing, width), width: width, figure: figure)
    func x(_ month: Int) -> Int64 {
      frame.left + Int64(month) * frame.length / Int64(max(labels.last?.month ?? 1, 1))
    }
    frame.drawValues(&drawing)
    for label in labels { frame.drawLabel(label.text, x: x(label.month), &drawing) }
    for (number, series) in series.enumerated() {
      var points: [(x: Int64, y: Int64)] = [(x(0), frame.y(Self.whole))]
      for point in series.points {
        points.append((x(point.month), points[points.count - 1].y))
        points.append((x(point.month), frame.y(point.share)))
      }
      drawing.line(points, style: .line(number))
      for point in series.points {
        drawing.dot(x: x(point.month), y: frame.y(point.share), style: .line(number))
      }
    }
    return drawing.svg(
      width: width, height: frame.heightOfDrawing, title: title, description: description)
  }

  /// A short piece of each line beside its name, one below the other. Returns where the plot begins.
  private func drawLegend(_ drawing: inout Drawing, _ width: Int64) -> Int64 {
    var y: Int64 = 0
    for (number, series) in series.enumerated() {
      drawing.line([(10, y + 90), (330, y + 90)], style: .line(number))
      for line in Drawing.lines(of: series.label, in: width - 400) {
        drawing.text(line, x: 390, y: y + 135)
        y += Drawing.lineHeight
      }
      y += 40
    }
    return y + 90
  }
}
