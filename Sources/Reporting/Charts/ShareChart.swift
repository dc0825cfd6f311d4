import Analytics

/// Rows of parts that make up one whole, side by side, with a legend in the order of the parts.
struct ShareChart: Chart {
  /// One whole.
  struct Row: Sendable {
    let label: String
    /// In the order of the legend; `value` in millionths of the row's whole. The bar of a row with
    /// hidden parts ends before its whole, and its label names them.
    let parts: [ChartValue]
  }

  let title: String
  let description: String
  let rows: [Row]
  /// The names of the parts; empty when every row has names of its own in its labels.
  let legend: [String]
  /// Whether the last part is what is taken together or not known.
  var endsWithOther = false

  var visibility: ChartVisibility {
    ChartVisibility(rows.flatMap { $0.parts.map(\.isHidden) })
  }

  private static let whole: Int64 = 1_000_000
  private static let barHeight: Int64 = 260

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    var y = drawLegend(&drawing, width)
    for row in rows {
      for line in Drawing.lines(of: row.labelWithHidden, in: width - 20) {
        drawing.text(line, x: 10, y: y + 130)
        y += Drawing.lineHeight
      }
      draw(row, &drawing, y: y, length: width - 20)
      y += Self.barHeight + 110
    }
    return drawing.svg(width: width, height: y - 60, title: title, description: description)
  }

  private func style(_ number: Int, of count: Int) -> SeriesStyle {
    endsWithOther && number == count - 1 ? .other : .part(number)
  }

  private func draw(_ row: Row, _ drawing: inout Drawing, y: Int64, length: Int64) {
    var sum: Int64 = 0
    for (number, part) in row.parts.enumerated() where part.value > 0 {
      let style = style(number, of: row.parts.count)
      let start = min(sum, Self.whole) * length / Self.whole
      sum += part.value
      let end = min(sum, Self.whole) * length / Self.whole
      drawing.bar(x: 10 + start, y: y, width: end - start, height: Self.barHeight, style: style)
      let labelWidth = Drawing.width(of: part.figure) + 40
      guard labelWidth <= end - start else { continue }
      let middle = 10 + (start + end) / 2
      drawing.plate(
        x: middle - labelWidth / 2, y: y + 40, width: labelWidth, height: Self.barHeight - 80,
        colour: style.colour)
      drawing.text(part.figure, x: middle, y: y + 175, anchor: .middle, colour: style.labelColour)
    }
  }

  /// Names beside their patterns, in as many lines as they need. Returns the height.
  private func drawLegend(_ drawing: inout Drawing, _ width: Int64) -> Int64 {
    var x: Int64 = 10
    var y: Int64 = 0
    for (number, name) in legend.enumerated() {
      let lines = Drawing.lines(of: name, in: width - 280)
      let needed = 230 + (lines.map { Drawing.width(of: $0) }.max() ?? 0) + 120
      if x > 10 && x + needed - 120 > width {
        x = 10
        y += Drawing.lineHeight + 50
      }
      drawing.bar(x: x, y: y + 10, width: 180, height: 150, style: style(number, of: legend.count))
      for (line, text) in lines.enumerated() {
        drawing.text(text, x: x + 230, y: y + 135 + Int64(line) * Drawing.lineHeight)
      }
      y += Int64(max(lines.count - 1, 0)) * Drawing.lineHeight
      x += needed
    }
    return legend.isEmpty ? 0 : y + Drawing.lineHeight + 130
  }
}

extension ShareChart.Row {
  /// `Begeleiding (x: 0-17, 85+)`; without parts that have a name, `Begeleiding (x)`.
  fileprivate var labelWithHidden: String {
    let hidden = parts.filter(\.isHidden).map(\.label)
    if hidden.isEmpty { return label }
    let names = hidden.count == parts.count ? "" : ": " + hidden.joined(separator: ", ")
    return "\(label) (\(Cell.hiddenText)\(names))"
  }
}
