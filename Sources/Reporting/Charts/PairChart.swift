/// Groups of bars from one line to the right, or to the left below zero, each with its figure.
struct PairChart: Chart {
  struct Row: Sendable {
    let label: String
    /// In the order of the legend.
    let values: [ChartValue]
  }

  let title: String
  let description: String
  let rows: [Row]
  let legend: [String]

  private static let barHeight: Int64 = 140

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let all = rows.flatMap(\.values)
    let widest = all.map { Drawing.width(of: $0.figure) }.max() ?? 0
    let values = all.map(\.value) + [0]
    let scale = AxisScale((values.min() ?? 0)...max(values.max() ?? 0, 1), most: 10)
    let length = width - widest - 110
    func x(_ value: Int64) -> Int64 { 10 + scale.position(of: value, along: length) }
    var y = drawing.legend(legend) + 40
    for row in rows {
      for line in Drawing.lines(of: row.label, in: width - 20) {
        drawing.text(line, x: 10, y: y + 130)
        y += Drawing.lineHeight
      }
      let top = y
      for (number, value) in row.values.enumerated() {
        let (left, right) = (x(min(value.value, 0)), x(max(value.value, 0)))
        drawing.bar(
          x: left, y: y, width: right - left, height: Self.barHeight, style: .part(number))
        drawing.text(value.figure, x: right + 60, y: y + 115, isBold: true)
        y += Self.barHeight + 30
      }
      drawing.rule(from: (x(0), top - 20), to: (x(0), y), isAxis: true)
      y += 70
    }
    return drawing.svg(width: width, height: y, title: title, description: description)
  }
}
