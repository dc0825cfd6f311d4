/// A chart that can be drawn at any width, so that its text is readable on a phone and on paper.
protocol Chart: Sendable {
  var title: String { get }
  /// What it shows, in a sentence, for those who cannot see it.
  var description: String { get }

  /// Draws it as SVG. `id` is unique in the page; `width` in pixels.
  func svg(id: String, width: Int) -> String
}

/// A value with the text that stands for it.
struct ChartValue: Sendable, Equatable {
  let label: String
  let value: Int64
  /// The value as it is read, in the notation of the page.
  let figure: String
}
