/// An axis from 0, or below it, with round steps: 1, 2 or 5 times a power of ten.
///
/// ```swift
/// AxisScale(0...621_613).ticks   // 0, 200000, 400000, 600000, 800000
/// ```
struct AxisScale: Sendable, Equatable {
  let step: Int64
  let bottom: Int64
  let top: Int64

  /// The scale that holds `values` and 0, with at most `most` steps (one more below 0).
  init(_ values: ClosedRange<Int64>, most: Int64 = 5) {
    let highest = max(values.upperBound, 0)
    let lowest = min(values.lowerBound, 0)
    let wanted = max(highest - lowest, 1)
    var power: Int64 = 1
    var step: Int64 = 1
    search: while true {
      for factor: Int64 in [1, 2, 5] where factor * power * most >= wanted {
        step = factor * power
        break search
      }
      power *= 10
    }
    self.step = step
    bottom = -Self.steps(upTo: -lowest, step) * step
    top = max(Self.steps(upTo: highest, step), bottom == 0 ? 1 : 0) * step
  }

  var ticks: [Int64] { Array(stride(from: bottom, through: top, by: Int(step))) }

  /// Where `value` lies on a line of `length`, from the bottom; both in the same unit.
  func position(of value: Int64, along length: Int64) -> Int64 {
    (value - bottom) * length / max(top - bottom, 1)
  }

  private static func steps(upTo value: Int64, _ step: Int64) -> Int64 {
    (value + step - 1) / step
  }
}
