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
  /// Writes a value of the axis.
  let figure: @Sendable (Int64) -> String

  private static let plotHeight: Int64 = 1900

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let all = series.flatMap(\.values)
    let scale = AxisScale((all.min() ?? 0)...(all.max() ?? 0))
    let ticks = scale.ticks.map { (value: $0, text: figure($0)) }
    let left = (ticks.map { Drawing.width(of: $0.text) }.max() ?? 0) + 80
    let length = width - left - 60
    let top = drawLegend(&drawing, width)
    func y(_ value: Int64) -> Int64 {
      top + Self.plotHeight - scale.position(of: value, along: Self.plotHeight)
    }
    func x(_ index: Int) -> Int64 {
      left + Int64(index) * length / Int64(max(labels.count - 1, 1))
    }
    for tick in ticks {
      drawing.rule(
        from: (left, y(tick.value)), to: (left + length, y(tick.value)), isAxis: tick.value == 0)
      drawing.text(tick.text, x: left - 50, y: y(tick.value) + 45, anchor: .end)
    }
    for index in Self.shownLabels(labels, length: length) {
      let widthOfLabel = Drawing.width(of: labels[index])
      // The first and the last stay inside the drawing.
      let middle = min(max(x(index), widthOfLabel / 2), width - widthOfLabel / 2)
      drawing.rule(
        from: (x(index), top + Self.plotHeight), to: (x(index), top + Self.plotHeight + 50),
        isAxis: true)
      drawing.text(labels[index], x: middle, y: top + Self.plotHeight + 200, anchor: .middle)
    }
    for (number, series) in series.enumerated() {
      drawing.line(series.values.enumerated().map { (x($0), y($1)) }, style: .line(number))
    }
    return drawing.svg(
      width: width, height: top + Self.plotHeight + 260, title: title, description: description)
  }

  /// Which labels to show so that none overlap: the first, and then at equal distances.
  static func shownLabels(_ labels: [String], length: Int64) -> [Int] {
    guard labels.count > 1 else { return Array(labels.indices) }
    let widest = (labels.map { Drawing.width(of: $0) }.max() ?? 0) + 100
    let distance = max(length / Int64(labels.count - 1), 1)
    let needed = (widest + distance - 1) / distance
    // Steps that a calendar knows, when there is a choice.
    let step = [1, 2, 3, 6, 12, 24, 36, 60, 120].first { $0 >= needed } ?? needed
    return Array(stride(from: 0, to: labels.count, by: Int(step)))
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
