/// Columns over time, each of two parts on top of each other.
struct ColumnChart: Chart {
  struct Column: Sendable {
    let label: String
    /// From 0.
    let first: Int64
    /// On top of it; below 0 it lies over it.
    let second: Int64
  }

  let title: String
  let description: String
  let columns: [Column]
  /// The names of the two parts.
  let legend: [String]
  /// Writes a value of the axis.
  let figure: @Sendable (Int64) -> String

  func svg(id: String, width: Int) -> String {
    var drawing = Drawing(id: id)
    let width = Int64(width) * 10
    let frame = PlotFrame(
      columns.flatMap { [$0.first, $0.first + $0.second] }, top: drawing.legend(legend) + 90,
      width: width, figure: figure)
    frame.drawValues(&drawing)
    let distance = frame.length / Int64(max(columns.count, 1))
    let gap = distance / 5
    let labels = columns.map(\.label)
    // The labels stand below the middle of their columns, so on a shorter line.
    let shown = Set(PlotFrame.shownLabels(labels, length: frame.length - distance))
    for (index, column) in columns.enumerated() {
      let x = frame.left + Int64(index) * distance + gap / 2
      for (number, ends) in [(0, column.first), (column.first, column.first + column.second)]
        .enumerated() where ends.0 != ends.1
      {
        let (low, high) = (frame.y(min(ends.0, ends.1)), frame.y(max(ends.0, ends.1)))
        drawing.bar(
          x: x, y: high, width: distance - gap, height: low - high, style: .part(number))
      }
      if shown.contains(index) {
        frame.drawLabel(column.label, x: x + (distance - gap) / 2, &drawing)
      }
    }
    return drawing.svg(
      width: width, height: frame.heightOfDrawing, title: title, description: description)
  }
}
