/// The names of parts in a warning: the first five, and how many more there are.
public struct PartList: Sendable, Hashable {
  static let shownCount = 5

  private let shown: [String]
  private let count: Int

  /// In the order of the input.
  public init(_ names: [String]) {
    shown = Array(names.prefix(Self.shownCount))
    count = names.count
  }

  var english: String { list(and: "and", more: "more") }

  var dutch: String { list(and: "en", more: "andere") }

  private func list(and: String, more: String) -> String {
    if count > shown.count {
      return "\(shown.joined(separator: ", ")) \(and) \(count - shown.count) \(more)"
    }
    return enumeration(shown, and: and)
  }
}

/// `a`, `a and b`, `a, b and c`.
func enumeration(_ texts: [String], and: String) -> String {
  guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
  return "\(texts.dropLast().joined(separator: ", ")) \(and) \(last)"
}
