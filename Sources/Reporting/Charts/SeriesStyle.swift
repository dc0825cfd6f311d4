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

  /// What is taken together or not known.
  static let other = SeriesStyle(
    number: 99,
    colour: "#bbbbbb",
    labelColour: "#000",
    pattern: nil,
    dashes: "1 4"
  )

  /// The style of part `number`; after eight they repeat.
  static func part(_ number: Int) -> SeriesStyle {
    let (colour, pattern) = parts[number % parts.count]
    return SeriesStyle(
      number: number % parts.count,
      colour: colour,
      labelColour: colour == "#0072b2" ? "#fff" : "#000",
      pattern: pattern,
      dashes: dashes[number % dashes.count]
    )
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
