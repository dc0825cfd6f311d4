import Analytics

/// Writes the elements of an SVG drawing. Lengths are tenths of a pixel, so that the same figures
/// give the same bytes on every machine.
///
/// Colours stand in attributes and text takes the colour of the page around it: the drawing needs
/// no style sheet, works in light and dark, on paper and under a strict Content-Security-Policy.
struct Drawing: Sendable {
  /// Font size of all text, in pixels.
  static let fontSize: Int64 = 13
  /// Height of a line of text.
  static let lineHeight: Int64 = 180

  private(set) var body = ""
  private var definitions = ""
  /// Prefix of the ids in it; unique in the page.
  private let id: String

  init(id: String) {
    self.id = id
  }

  /// The whole drawing with its name and description for those who cannot see it.
  func svg(width: Int64, height: Int64, title: String, description: String) -> String {
    let size = "\(Self.pixels(width)) \(Self.pixels(height))"
    let defined = definitions.isEmpty ? "" : "<defs>\(definitions)</defs>"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(width / 10)" \
      height="\(height / 10)" role="img" aria-labelledby="\(id)-t \(id)-d" \
      font-size="\(Self.fontSize)" font-family="system-ui, sans-serif" fill="currentColor">\
      <title id="\(id)-t">\(title.escapedForXML)</title>\
      <desc id="\(id)-d">\(description.escapedForXML)</desc>\(defined)\(body)</svg>
      """
  }

  /// Where a text stands from its point.
  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(
    _ text: String, x: Int64, y: Int64, anchor: Anchor = .start, colour: String? = nil,
    isBold: Bool = false
  ) {
    let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let filled = colour.map { " fill=\"\($0)\"" } ?? ""
    let weight = isBold ? " font-weight=\"bold\"" : ""
    body += """
      <text x="\(Self.pixels(x))" y="\(Self.pixels(y))"\(anchored)\(filled)\(weight)>\
      \(text.escapedForXML)</text>
      """
  }

  /// A rectangle in a series' colour and pattern, with an outline that shows on any background.
  mutating func bar(x: Int64, y: Int64, width: Int64, height: Int64, style: SeriesStyle) {
    let frame = """
      x="\(Self.pixels(x))" y="\(Self.pixels(y))" width="\(Self.pixels(width))" \
      height="\(Self.pixels(height))"
      """
    body += "<rect \(frame) fill=\"\(style.colour)\"/>"
    if let lines = style.pattern {
      let name = "\(id)-p\(style.number)"
      if !definitions.contains("\"\(name)\"") {
        definitions += """
          <pattern id="\(name)" width="8" height="8" patternUnits="userSpaceOnUse">\
          <path d="\(lines)" stroke="#000" stroke-width="1" fill="none"/></pattern>
          """
      }
      body += "<rect \(frame) fill=\"url(#\(name))\"/>"
    }
    body += "<rect \(frame) fill=\"none\" stroke=\"currentColor\" stroke-width=\"0.8\"/>"
  }

  /// A plain rectangle behind a label.
  mutating func plate(x: Int64, y: Int64, width: Int64, height: Int64, colour: String) {
    body += """
      <rect x="\(Self.pixels(x))" y="\(Self.pixels(y))" width="\(Self.pixels(width))" \
      height="\(Self.pixels(height))" fill="\(colour)"/>
      """
  }

  /// A hair line of a grid or axis.
  mutating func rule(from: (x: Int64, y: Int64), to: (x: Int64, y: Int64), isAxis: Bool = false) {
    body += """
      <path d="\(Self.path([from, to]))" stroke="currentColor" \
      stroke-width="\(isAxis ? "1" : "0.5")" stroke-opacity="\(isAxis ? "1" : "0.4")" fill="none"/>
      """
  }

  mutating func line(_ points: [(x: Int64, y: Int64)], style: SeriesStyle) {
    let dashes = style.dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    body += """
      <path d="\(Self.path(points))" stroke="\(style.colour)" stroke-width="2.5"\(dashes) \
      stroke-linejoin="round" fill="none"/>
      """
  }

  /// A round mark; hollow for what is not certain yet.
  mutating func dot(x: Int64, y: Int64, style: SeriesStyle, isHollow: Bool = false) {
    body += """
      <circle cx="\(Self.pixels(x))" cy="\(Self.pixels(y))" r="4" \
      fill="\(isHollow ? "none" : style.colour)" stroke="\(style.colour)" stroke-width="1.5"/>
      """
  }

  /// A hollow mark of another shape, in the colour of text.
  mutating func diamond(x: Int64, y: Int64) {
    let size: Int64 = 55
    let corners = [(x - size, y), (x, y - size), (x + size, y), (x, y + size)]
    body += """
      <path d="\(Self.path(corners.map { (x: $0.0, y: $0.1) }))Z" stroke="currentColor" \
      stroke-width="1.5" fill="none"/>
      """
  }

  /// A line across a bar, broad enough to be seen on any pattern.
  mutating func mark(x: Int64, from top: Int64, to bottom: Int64) {
    plate(x: x - 15, y: top, width: 30, height: bottom - top, colour: "currentColor")
  }

  /// Names beside the patterns of the parts, one below the other. Returns their height.
  mutating func legend(_ names: [String]) -> Int64 {
    for (number, name) in names.enumerated() {
      let y = heightOfLegend(Array(names.prefix(number)))
      bar(x: 10, y: y + 10, width: 180, height: 150, style: .part(number))
      text(name, x: 240, y: y + 135)
    }
    return heightOfLegend(names)
  }

  func heightOfLegend(_ names: [String]) -> Int64 {
    Int64(names.count) * (Self.lineHeight + 50)
  }

  private static func path(_ points: [(x: Int64, y: Int64)]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(pixels($1.x)) \(pixels($1.y))" }.joined()
  }

  private static func pixels(_ tenths: Int64) -> String {
    tenths % 10 == 0 ? String(tenths / 10) : FigureNotation.plain.digits(tenths, decimals: 1)
  }

  /// About how wide a text is; rather too wide than too narrow.
  static func width(of text: String) -> Int64 {
    var width: Int64 = 0
    // In nearly every text a byte is a character.
    for byte in text.utf8 {
      guard byte < 0x80, byte != 0x0D else {
        return text.reduce(0) { $0 + Self.width(of: $1) }
      }
      width += asciiWidths[Int(byte)]
    }
    return width
  }

  private static func width(of character: Character) -> Int64 {
    if character == "%" { return 130 }
    return "iljtfr.,:;|' ()-1".contains(character) ? 52 : character.isUppercase ? 98 : 82
  }

  private static let asciiWidths = (0..<0x80).map { width(of: Character(UnicodeScalar($0))) }

  /// The text in lines that are no wider than `width`, broken between words; a longer word is cut.
  static func lines(of text: String, in width: Int64) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, self.width(of: "\(line) \(word)") <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(fitted(String(word), in: width))
      }
    }
    return lines
  }

  private static func fitted(_ word: String, in width: Int64) -> String {
    guard self.width(of: word) > width else { return word }
    var cut = word
    while !cut.isEmpty && self.width(of: cut + "…") > width { cut.removeLast() }
    return cut + "…"
  }
}

extension String {
  /// Clean, and safe as text and in attributes of XML and HTML.
  ///
  /// By scalars: with an accent on it, `<` is another character, but still a mark.
  var escapedForXML: String {
    var text = ""
    for scalar in CleanText.lines(self).unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
