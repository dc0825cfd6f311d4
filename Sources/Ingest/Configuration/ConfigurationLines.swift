/// Where the keys and tables of a TOML text stand.
///
/// TOMLKit's values do not know their lines, so the text is scanned once more. Only texts that
/// TOMLKit has accepted come here: the scanner follows the grammar but does not check it.
struct ConfigurationLines {
  private var scanner: TOMLScanner

  init(_ bytes: [UInt8]) {
    scanner = TOMLScanner(bytes: bytes)
    scanner.scanDocument()
  }

  /// The line, from 1, on which the key of a path first stands; where it is written in a way that
  /// the scanner does not know (an escape in a key), that of the table around it.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = scanner.lines[path] { return line }
      path.removeLast()
    }
    return 1
  }
}

/// Walks over a TOML text and notes the first line of every key path.
private struct TOMLScanner {
  let bytes: [UInt8]
  var lines: [[String]: Int] = [:]
  private var index = 0
  private var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func scanDocument() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    var table: [String] = []
    while true {
      skip(while: \.isBlank, comments: true)
      guard let byte = current else { return }
      if byte == UInt8(ascii: "[") {
        skip { $0 == UInt8(ascii: "[") || $0.isInlineBlank }
        table = keyPath()
        note(table)
        skip { $0 != .lineFeed }
      } else {
        pair(in: table)
      }
    }
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func advance() {
    if current == .lineFeed { line += 1 }
    index += 1
  }

  private mutating func skip(while condition: (UInt8) -> Bool, comments: Bool = false) {
    while let byte = current {
      if condition(byte) {
        advance()
      } else if comments && byte == UInt8(ascii: "#") {
        while let byte = current, byte != .lineFeed { advance() }
      } else {
        return
      }
    }
  }

  private mutating func note(_ path: [String]) {
    for count in 1...max(1, path.count) {
      let prefix = Array(path.prefix(count))
      if lines[prefix] == nil { lines[prefix] = line }
    }
  }

  /// `key = value`, always at least one byte.
  private mutating func pair(in table: [String]) {
    let start = index
    let path = table + keyPath()
    note(path)
    skip { $0.isInlineBlank || $0 == UInt8(ascii: "=") }
    value(of: path)
    if index == start { advance() }
  }

  private mutating func keyPath() -> [String] {
    var path: [String] = []
    while true {
      skip(while: \.isInlineBlank)
      if let quote = current, quote.isQuote {
        let start = index + 1
        text(quote)
        path.append(
          String(decoding: bytes[min(start, index)..<max(start, index - 1)], as: UTF8.self))
      } else {
        let start = index
        skip(while: \.isBareKey)
        path.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      skip(while: \.isInlineBlank)
      guard current == UInt8(ascii: ".") else { return path }
      advance()
    }
  }

  private mutating func value(of path: [String]) {
    switch current {
    case .some(let quote) where quote.isQuote:
      text(quote)
    case UInt8(ascii: "["):
      elements(until: UInt8(ascii: "]")) { $0.value(of: path) }
    case UInt8(ascii: "{"):
      elements(until: UInt8(ascii: "}")) { $0.pair(in: path) }
    default:
      skip { !$0.endsBareValue }
    }
  }

  private mutating func elements(until end: UInt8, _ element: (inout TOMLScanner) -> Void) {
    advance()
    while true {
      skip(while: { $0.isBlank || $0 == UInt8(ascii: ",") }, comments: true)
      guard let byte = current else { return }
      if byte == end { return advance() }
      let start = index
      element(&self)
      if index == start { advance() }
    }
  }

  /// A text in one or three quotes; a basic one has escapes, a literal one has none.
  private mutating func text(_ quote: UInt8) {
    let triple = bytes[index...].starts(with: [quote, quote, quote])
    for _ in 0..<(triple ? 3 : 1) { advance() }
    while let byte = current {
      if byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
        advance()
      } else if byte == quote && !triple {
        return advance()
      } else if triple && bytes[index...].starts(with: [quote, quote, quote]) {
        return skip { $0 == quote }
      }
      advance()
    }
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate var isInlineBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  fileprivate var isBlank: Bool {
    isInlineBlank || self == .lineFeed || self == UInt8(ascii: "\r")
  }
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
  fileprivate var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
  fileprivate var endsBareValue: Bool {
    switch self {
    case .lineFeed, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"): true
    default: false
    }
  }
}
