/// Values with their limits, one below the other, each beside the value that it corrects, and one
/// to compare with.
struct IntervalChart: Chart {
  struct Row: Sendable {
    let label: String
    let value: Int64
    let lower: Int64
    let upper: Int64
    /// What it corrects.
    let crude: Int64
  }

  let title: String
  let description: String
  let rows: [Row]
  /// Drawn as a line over all rows.
  let reference: ChartValue?
  /// What the mark with limits and the hollow mark stand for.
  let legend: (value: String, crude: String)

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let length = width - 160
    let values = rows.flatMap { [$0.upper, $0.crude] } + [reference?.value ?? 0]
    let scale = AxisScale(0...max(values.max() ?? 0, 1), most: 10)
    func x(_ value: Int64) -> Int64 { 70 + scale.position(of: max(value, 0), along: length) }
    var y = drawLegend(&drawing, width)
    for row in rows {
      for line in Drawing.lines(of: row.label, in: width - 20) {
        drawing.text(line, x: 10, y: y + 130)
        y += Drawing.lineHeight
      }
      let middle = y + 80
      drawing.rule(from: (x(0), middle), to: (x(scale.top), middle))
      drawing.line([(x(row.lower), middle), (x(row.upper), middle)], style: .line(0))
      for end in [row.lower, row.upper] {
        drawing.line([(x(end), middle - 40), (x(end), middle + 40)], style: .line(0))
      }
      drawing.dot(x: x(row.value), y: middle, style: .line(0))
      drawing.diamond(x: x(row.crude), y: middle)
      if let reference {
        drawing.rule(
          from: (x(reference.value), y), to: (x(reference.value), y + 160), isAxis: true)
      }
      y += 240
    }
    return drawing.svg(width: width, height: y, title: title, description: description)
  }

  /// Returns where the first row begins.
  private func drawLegend(_ drawing: inout Drawing, _ width: Int64) -> Int64 {
    drawing.line([(10, 90), (190, 90)], style: .line(0))
    drawing.dot(x: 100, y: 90, style: .line(0))
    var y: Int64 = 0
    func write(_ text: String) {
      for line in Drawing.lines(of: text, in: width - 260) {
        drawing.text(line, x: 250, y: y + 135)
        y += Drawing.lineHeight
      }
      y += 40
    }
    write(legend.value)
    drawing.diamond(x: 100, y: y + 90)
    write(legend.crude)
    if let reference {
      drawing.rule(from: (100, y + 20), to: (100, y + 160), isAxis: true)
      write("\(reference.label): \(reference.figure)")
    }
    return y + 90
  }
}
