/// The axes of a chart that goes from left to right: values with hair lines, and names below.
struct PlotFrame: Sendable {
  static let height: Int64 = 1900

  /// Of the plot, in the drawing.
  let top: Int64
  let left: Int64
  let length: Int64
  private let width: Int64
  private let ticks: [(value: Int64, text: String)]
  private let scale: AxisScale

  /// - Parameter figure: Writes a value of the axis.
  init(_ values: [Int64], top: Int64, width: Int64, figure: (Int64) -> String) {
    scale = AxisScale((values.min() ?? 0)...(values.max() ?? 0))
    ticks = scale.ticks.map { (value: $0, text: figure($0)) }
    left = (ticks.map { Drawing.width(of: $0.text) }.max() ?? 0) + 80
    length = width - left - 60
    self.top = top
    self.width = width
  }

  /// The height of a drawing that ends with it.
  var heightOfDrawing: Int64 { top + Self.height + 260 }

  func y(_ value: Int64) -> Int64 {
    top + Self.height - scale.position(of: value, along: Self.height)
  }

  func drawValues(_ drawing: inout Drawing) {
    for tick in ticks {
      drawing.rule(
        from: (left, y(tick.value)), to: (left + length, y(tick.value)), isAxis: tick.value == 0)
      drawing.text(tick.text, x: left - 50, y: y(tick.value) + 45, anchor: .end)
    }
  }

  func drawLabel(_ label: String, x: Int64, _ drawing: inout Drawing) {
    let widthOfLabel = Drawing.width(of: label)
    // The first and the last stay inside the drawing.
    let middle = min(max(x, widthOfLabel / 2), width - widthOfLabel / 2)
    drawing.rule(
      from: (x, top + Self.height), to: (x, top + Self.height + 50), isAxis: true)
    drawing.text(label, x: middle, y: top + Self.height + 200, anchor: .middle)
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
}
