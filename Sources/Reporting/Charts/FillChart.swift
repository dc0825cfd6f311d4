/// Bars that fill up to a mark, one below the other: what is there, what is expected on top of it,
/// and the amounts that they are measured by.
struct FillChart: Chart {
  struct Row: Sendable {
    /// With its figure: the bar may take the whole width.
    let label: String
    /// One behind the other, in the order of the legend. One below 0 is not drawn.
    let parts: [Int64]
    /// In the order of the names of marks; nil where there is none.
    let marks: [Int64?]
    /// Whether it goes past its first mark: then the label is bold and has a sign before it.
    let isExceeded: Bool
  }

  let title: String
  let description: String
  let rows: [Row]
  /// The names of the parts.
  let legend: [String]
  /// The names of at most two marks: a line through the bar, and a diamond above it.
  let marks: [String]
  /// A bar that is longer goes as far as this, with an arrow; nil: as long as the longest.
  var limit: Int64?

  private static let barHeight: Int64 = 160

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let values = rows.flatMap { [$0.length] + $0.marks.compactMap { $0 } }
    let longest = max(values.max() ?? 0, 1)
    let top = limit.map { min($0, longest) } ?? longest
    func x(_ value: Int64) -> Int64 {
      10 + Int64(Int128(min(max(value, 0), top)) * Int128(width - 200) / Int128(top))
    }
    var y = drawing.legend(legend) + drawMarks(&drawing, from: drawing.heightOfLegend(legend)) + 60
    for row in rows {
      let sign = row.isExceeded ? "▲ " : ""
      // Bold letters are wider.
      let room = row.isExceeded ? (width - 20) * 7 / 8 : width - 20
      for line in Drawing.lines(of: sign + row.label, in: room) {
        drawing.text(line, x: 10, y: y + 130, isBold: row.isExceeded)
        y += Drawing.lineHeight
      }
      y += 60
      var sum: Int64 = 0
      for (number, part) in row.parts.enumerated() where part > 0 {
        let start = x(sum)
        sum += part
        drawing.bar(
          x: start, y: y, width: x(sum) - start, height: Self.barHeight, style: .part(number))
      }
      if sum > top { drawing.text("→", x: x(top) + 30, y: y + 125, isBold: true) }
      for (number, mark) in row.marks.enumerated() {
        guard let mark, mark <= top else { continue }
        if number == 0 {
          drawing.mark(x: x(mark), from: y - 45, to: y + Self.barHeight + 45)
        } else {
          drawing.diamond(x: x(mark), y: y - 55)
        }
      }
      y += Self.barHeight + 110
    }
    return drawing.svg(width: width, height: y, title: title, description: description)
  }

  /// The names of the marks beside their shapes. Returns their height.
  private func drawMarks(_ drawing: inout Drawing, from top: Int64) -> Int64 {
    for (number, name) in marks.enumerated() {
      let y = top + Int64(number) * (Drawing.lineHeight + 50)
      if number == 0 {
        drawing.mark(x: 100, from: y + 10, to: y + 160)
      } else {
        drawing.diamond(x: 100, y: y + 85)
      }
      drawing.text(name, x: 240, y: y + 135)
    }
    return Int64(marks.count) * (Drawing.lineHeight + 50)
  }
}

extension FillChart.Row {
  fileprivate var length: Int64 { parts.reduce(0) { $0 + max($1, 0) } }
}
