/// From one amount to another by what made the difference: bars below each other, each beginning
/// where the one before it ends.
struct WaterfallChart: Chart {
  let title: String
  let description: String
  let start: ChartValue
  /// Add up to the difference between the ends.
  let changes: [ChartValue]
  let end: ChartValue

  private static let barHeight: Int64 = 140

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let bars = bars
    let widest = bars.map { Drawing.width(of: $0.value.figure) }.max() ?? 0
    let length = width - widest - 110
    let values: [Int64] = bars.map(\.from) + bars.map(\.to) + [0]
    let scale = AxisScale((values.min() ?? 0)...max(values.max() ?? 0, 1), most: 10)
    func x(_ value: Int64) -> Int64 { 10 + scale.position(of: value, along: length) }
    var y: Int64 = 0
    for bar in bars {
      for line in Drawing.lines(of: bar.value.label, in: width - 20) {
        drawing.text(line, x: 10, y: y + 130)
        y += Drawing.lineHeight
      }
      let (left, right) = (x(min(bar.from, bar.to)), x(max(bar.from, bar.to)))
      drawing.bar(x: left, y: y, width: right - left, height: Self.barHeight, style: bar.style)
      // Where it begins is where the bar before it ends; one of 0 would not be seen without.
      drawing.rule(
        from: (x(bar.from), y), to: (x(bar.from), y + Self.barHeight), isAxis: true)
      drawing.text(bar.value.figure, x: right + 60, y: y + 115, isBold: true)
      y += Self.barHeight + 90
    }
    return drawing.svg(width: width, height: y, title: title, description: description)
  }

  private var bars: [(value: ChartValue, from: Int64, to: Int64, style: SeriesStyle)] {
    var bars = [(value: start, from: Int64(0), to: start.value, style: SeriesStyle.part(0))]
    var sum = start.value
    for change in changes {
      // More has one pattern and less another; the figure has the sign.
      let style = SeriesStyle.part(change.value < 0 ? 2 : 1)
      bars.append((value: change, from: sum, to: sum + change.value, style: style))
      sum += change.value
    }
    bars.append((value: end, from: 0, to: end.value, style: .part(0)))
    return bars
  }
}
