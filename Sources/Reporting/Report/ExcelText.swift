/// Text within the limits of an Excel file.
enum ExcelText {
  /// UTF-16 units in a cell.
  private static let cellLength = 32_767
  /// UTF-16 units in the title of a chart, the name of a series or a property of the document.
  private static let titleLength = 255
  /// UTF-16 units in a part of a page's head or foot, whose parts and commands have 255 together.
  private static let pageTextLength = 100

  /// Text for a cell: clean, and without what is too much of it.
  static func cell(_ text: String) -> String {
    cut(CleanText.lines(text), to: cellLength)
  }

  /// Text for the title of a chart or a property of the document: clean, and in one line.
  static func title(_ text: String) -> String {
    cut(CleanText.line(text), to: titleLength)
  }

  private static func cut(_ text: String, to length: Int) -> String {
    guard text.utf16.count > length else { return text }
    var kept = String(decoding: text.utf16.prefix(length - 1), as: UTF16.self)
    // Half a surrogate pair was decoded as a replacement character.
    if kept.unicodeScalars.last == "\u{FFFD}" { kept.unicodeScalars.removeLast() }
    return kept + "…"
  }

  /// How many lines a text takes in a column of this width.
  static func lineCount(_ text: String, width: Int) -> Int {
    // Most texts: counting characters is dear, bytes are at least as many.
    if text.utf8.count <= width, !text.utf8.contains(UInt8(ascii: "\n")) { return 1 }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, ($1.count + width - 1) / width) }
  }

  /// Text for the head or foot of a page, where `&` begins a command: what fits of it.
  static func pageText(_ text: String) -> String {
    var shown = ""
    for character in CleanText.line(text).prefix(60) {
      var escaped = String.UnicodeScalarView()
      // By scalars: with an accent on it, `&` is another character, but still a command.
      for scalar in character.unicodeScalars {
        if scalar == "&" { escaped.append(scalar) }
        escaped.append(scalar)
      }
      guard shown.utf16.count + String(escaped).utf16.count <= pageTextLength else { break }
      shown.unicodeScalars.append(contentsOf: escaped)
    }
    return shown
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
}
