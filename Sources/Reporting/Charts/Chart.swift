import Analytics

/// A chart that can be drawn at any width, so that its text is readable on a phone and on paper.
protocol Chart: Sendable {
  var title: String { get }
  /// What it shows, in a sentence, for those who cannot see it.
  var description: String { get }
  /// How much of its figures an edition shows.
  var visibility: ChartVisibility { get }

  /// Draws it as SVG. `id` is unique in the page; `width` in pixels.
  func svg(id: String, width: Int) -> String
}

extension Chart {
  var visibility: ChartVisibility { .whole }
}

/// How much of its figures a chart shows. One that shows none is not drawn.
enum ChartVisibility: Sendable {
  case whole, partly, none

  /// - Parameter areHidden: For each figure, whether it is.
  init(_ areHidden: [Bool]) {
    let count = areHidden.count { $0 }
    self = count == 0 ? .whole : count < areHidden.count ? .partly : .none
  }
}

/// A value with the text that stands for it.
struct ChartValue: Sendable, Equatable {
  let label: String
  /// 0 for a hidden one, which is not drawn.
  let value: Int64
  /// The value as it is read, in the notation of the page; `x` for a hidden one.
  let figure: String
  var isHidden = false

  static func hidden(_ label: String) -> ChartValue {
    ChartValue(label: label, value: 0, figure: Cell.hiddenText, isHidden: true)
  }
}

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

/// How the parts of a chart are told apart: by colour, and without it by pattern, dashes and label.
///
/// The colours are those of Okabe and Ito, "Color Universal Design" (2008), which people with every
/// common kind of colour blindness can tell apart.
struct SeriesStyle: Sendable, Equatable {
  /// From 0, in the order of the parts.
  let number: Int
  let colour: String
  /// The colour of a label on it, with a contrast of at least 4.5.
  let labelColour: String
  /// The path of a pattern of 8 × 8 pixels; nil for plain.
  let pattern: String?
  /// Lengths of dashes and gaps of a line; nil for a solid one.
  let dashes: String?

  /// The same with the fine dashes of what is not certain yet.
  var provisional: SeriesStyle {
    SeriesStyle(
      number: number, colour: colour, labelColour: labelColour, pattern: pattern, dashes: "2 5")
  }

  /// What is taken together or not known.
  static let other = SeriesStyle(
    number: 99, colour: "#bbbbbb", labelColour: "#000", pattern: nil, dashes: "1 4")

  /// The style of part `number`; after eight they repeat.
  static func part(_ number: Int) -> SeriesStyle {
    let (colour, pattern) = parts[number % parts.count]
    return SeriesStyle(
      number: number % parts.count, colour: colour,
      labelColour: colour == "#0072b2" ? "#fff" : "#000", pattern: pattern,
      dashes: dashes[number % dashes.count])
  }

  /// The style of line `number`: only colours that stand out from white and from black.
  static func line(_ number: Int) -> SeriesStyle { part([0, 3, 2, 5][number % 4]) }

  private static let parts: [(colour: String, pattern: String?)] = [
    ("#0072b2", nil),
    ("#e69f00", "M0 8L8 0"),
    ("#009e73", "M4 0V8"),
    ("#d55e00", "M0 0L8 8"),
    ("#56b4e9", "M0 4H8"),
    ("#cc79a7", "M0 4H8M4 0V8"),
    ("#f0e442", nil),
    ("#ffffff", "M0 8L8 0M0 0L8 8"),
  ]

  private static let dashes: [String?] = [nil, "7 4", "2 3", "9 3 2 3"]
}
