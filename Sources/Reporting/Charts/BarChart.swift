/// Horizontal bars, one below the other, each with its name above it and its figure at its end.
struct BarChart: Chart {
  let title: String
  let description: String
  let bars: [ChartValue]
  /// A value to compare with, drawn as a line over all bars.
  var reference: ChartValue?

  var visibility: ChartVisibility { ChartVisibility(bars.map(\.isHidden)) }

  private static let barHeight: Int64 = 140

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let widest = bars.map { Drawing.width(of: $0.figure) }.max() ?? 0
    let length = width - widest - 110
    let values = bars.map(\.value) + [reference?.value ?? 0]
    let scale = AxisScale(0...max(values.max() ?? 0, 1), most: 10)
    let marked = reference.flatMap { $0.isHidden ? nil : $0 }
    let mark = marked.map { 10 + scale.position(of: max($0.value, 0), along: length) }
    var y: Int64 = 0
    for bar in bars {
      for line in Drawing.lines(of: bar.label, in: width - 20) {
        drawing.text(line, x: 10, y: y + 130)
        y += Drawing.lineHeight
      }
      // A value below 0 has no bar; its figure says what it is.
      let end = 10 + scale.position(of: max(bar.value, 0), along: length)
      if !bar.isHidden {
        drawing.bar(x: 10, y: y, width: end - 10, height: Self.barHeight, style: .part(0))
      }
      if let mark {
        drawing.rule(from: (mark, y - 25), to: (mark, y + Self.barHeight + 25), isAxis: true)
      }
      let start = Self.start(of: bar.figure, after: end, beside: mark)
      drawing.text(bar.figure, x: start, y: y + 115, isBold: true)
      y += Self.barHeight + 90
    }
    if let reference {
      let sign = marked == nil ? "" : "│ "
      for line in Drawing.lines(
        of: "\(sign)\(reference.label): \(reference.figure)", in: width - 20)
      {
        drawing.text(line, x: 10, y: y + 130)
        y += Drawing.lineHeight
      }
    }
    return drawing.svg(width: width, height: y, title: title, description: description)
  }

  /// Where the figure begins: at the end of its bar, or behind the mark that would cross it.
  private static func start(of figure: String, after end: Int64, beside mark: Int64?) -> Int64 {
    let start = end + 60
    guard let mark, (start - 30...start + Drawing.width(of: figure)).contains(mark) else {
      return start
    }
    return mark + 60
  }
}
