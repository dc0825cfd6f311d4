/// Horizontal bars, one below the other, each with its name above it and its figure at its end.
struct BarChart: Chart {
  let title: String
  let description: String
  let bars: [ChartValue]
  /// A value to compare with, drawn as a line over all bars.
  var reference: ChartValue?

  private static let barHeight: Int64 = 140
  private static let rowHeight = Drawing.lineHeight + barHeight + 90

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let widest = bars.map { Drawing.width(of: $0.figure) }.max() ?? 0
    let length = width - widest - 90
    let values = bars.map(\.value) + [reference?.value ?? 0]
    let scale = AxisScale(0...max(values.max() ?? 0, 1), most: 10)
    var y: Int64 = 0
    for bar in bars {
      drawing.text(Drawing.fitted(bar.label, in: width - 20), x: 10, y: y + 130)
      // A value below 0 has no bar; its figure says what it is.
      let end = scale.position(of: max(bar.value, 0), along: length)
      drawing.bar(
        x: 10,
        y: y + Drawing.lineHeight,
        width: end,
        height: Self.barHeight,
        style: .part(0)
      )
      drawing.text(
        bar.figure,
        x: 10 + end + 60,
        y: y + Drawing.lineHeight + 115,
        isBold: true
      )
      y += Self.rowHeight
    }
    if let reference {
      let x = 10 + scale.position(of: max(reference.value, 0), along: length)
      for row in bars.indices {
        let top = Int64(row) * Self.rowHeight + Drawing.lineHeight - 25
        drawing.rule(from: (x, top), to: (x, top + Self.barHeight + 50), isAxis: true)
      }
      drawing.text(
        Drawing.fitted("│ \(reference.label): \(reference.figure)", in: width - 20),
        x: 10,
        y: y + 130
      )
      y += Drawing.lineHeight
    }
    return drawing.svg(width: width, height: y, title: title, description: description)
  }
}
