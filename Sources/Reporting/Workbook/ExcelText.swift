/// Text within the limits of an Excel file.
enum ExcelText {
  /// UTF-16 units in a cell.
  private static let maximumLength = 32_767

  /// Text for a cell: characters that XML cannot hold are replaced, and too much of it is cut off.
  static func cell(_ text: String) -> String {
    var text = text
    if text.unicodeScalars.contains(where: isForbidden) {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 })
      text = String(scalars)
    }
    guard text.utf16.count > maximumLength else { return text }
    var kept = String(decoding: text.utf16.prefix(maximumLength - 1), as: UTF16.self)
    // Half a surrogate pair was decoded as a replacement character.
    if kept.unicodeScalars.last == "\u{FFFD}" { kept.unicodeScalars.removeLast() }
    return kept + "…"
  }

  /// How many lines a text takes in a column of this width.
  static func lineCount(_ text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, ($1.count + width - 1) / width) }
  }

  /// Text for the head or foot of a page, where `&` begins a command and all is 255 characters.
  static func pageText(_ text: String) -> String {
    String(text.prefix(60)).replacing("&", with: "&&")
  }

  /// Text for a CSV file that Excel opens: an apostrophe before what would be calculated or turned
  /// into another value.
  static func csvField(_ text: String) -> String {
    isFormula(text) || isAltered(text) ? "'" + text : text
  }

  private static func isFormula(_ text: String) -> Bool {
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
    guard let start else { return false }
    return "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(start)
  }

  /// Whether Excel takes it for a number that it shows otherwise, a date, a time or a truth value.
  private static func isAltered(_ text: String) -> Bool {
    if text.wholeMatch(of: /[0-9]+/) != nil {
      // Leading zeros vanish, and from twelve digits on a power of ten is shown.
      return text.count > 11 || (text.count > 1 && text.hasPrefix("0"))
    }
    if let date = text.wholeMatch(of: /([0-9]{1,4})[-\/]([0-9]{1,4})([-\/][0-9]{1,4})?/) {
      let first = Int(date.1) ?? 0
      let second = Int(date.2) ?? 0
      // Day and month, or month and year, or a whole date.
      return date.3 != nil || ((1...31).contains(first) && (1...12).contains(second))
        || (1...12).contains(first)
    }
    return text.wholeMatch(of: /[0-9]+([.,:][0-9]*)+%?|[0-9]+([.,][0-9]+)?[eE][0-9]+/) != nil
      || ["true", "false", "waar", "onwaar"].contains(text.lowercased())
  }

  /// A control character would be written as an escape, and NUL would end the text.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
