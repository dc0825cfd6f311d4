extension OracleReport {
  /// A text that is compared byte-wise, as the contract asks.
  ///
  /// `String` takes canonically equivalent spellings (é as one scalar or as two) for equal and sorts
  /// by them.
  struct Text: Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) {
      self.bytes = Array(bytes)
    }

    init(stringLiteral text: String) {
      bytes = Array(text.utf8)
    }

    static func < (a: Text, b: Text) -> Bool {
      a.bytes.lexicographicallyPrecedes(b.bytes)
    }

    var description: String { String(decoding: bytes, as: UTF8.self) }

    var isEmpty: Bool { bytes.isEmpty }

    /// The length by which the contract limits texts.
    var scalarCount: Int { description.unicodeScalars.count }

    /// With A–Z as a–z: all words that the contract compares without case are ASCII.
    var lowercased: Text {
      Text(bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
    }

    /// Without space, tab and NBSP at both ends.
    var trimmed: Text {
      let padding: [[UInt8]] = [Array(" ".utf8), Array("\t".utf8), Array("\u{A0}".utf8)]
      var rest = bytes[...]
      while let first = padding.first(where: { rest.starts(with: $0) }) {
        rest.removeFirst(first.count)
      }
      while let last = padding.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
        rest.removeLast(last.count)
      }
      return Text(rest)
    }

    func hasPrefix(_ prefix: Text) -> Bool {
      bytes.starts(with: prefix.bytes)
    }

    /// The texts with a separator between them.
    static func joined(_ texts: [Text], by separator: Text) -> Text {
      Text(texts.map(\.bytes).joined(separator: separator.bytes))
    }

    /// A whole number without a sign, or nil.
    var wholeNumber: Int? {
      let isDigits = !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
      return isDigits ? Int(description) : nil
    }

    /// Whether this is one of the words that stand for a missing value.
    var meansMissing: Bool {
      let words: [Text] = [
        "", "null", "(null)", "\\n", "none", "nan", "na", "n/a", "nvt", "n.v.t.", "-", "--",
        "onbekend",
      ]
      return words.contains(lowercased)
    }

    /// Text that a spreadsheet protects, `="0123"`, without what protects it.
    var unprotected: Text {
      let quote = UInt8(ascii: "\"")
      let value = trimmed
      guard value.bytes.count >= 3, value.hasPrefix("=\""), value.bytes.last == quote else {
        return self
      }
      // Quotes inside are doubled.
      let inner = Text(value.bytes.dropFirst(2).dropLast()).description
      let isDoubled = !inner.replacing("\"\"", with: "").contains("\"")
      return isDoubled ? Text(inner.replacing("\"\"", with: "\"").utf8) : self
    }

    /// Whether no column can hold this: an error of a spreadsheet, a control character, or where
    /// identifiers are expected a power of ten.
    func isFlawed(asIdentifier: Bool) -> Bool {
      let errors: [Text] = [
        "#n/a", "#n/b", "#ref!", "#verw!", "#value!", "#waarde!", "#div/0!", "#deel/0!", "#name?",
        "#naam?", "#num!", "#getal!", "#null!", "#leeg!",
      ]
      if errors.contains(lowercased) { return true }
      let allowed: [Unicode.Scalar] = ["\t", "\n", "\r"]
      let refused: [Unicode.Scalar] = ["\u{7F}", "\u{FFFE}", "\u{FFFF}"]
      for scalar in description.unicodeScalars {
        if (scalar < " " && !allowed.contains(scalar)) || refused.contains(scalar) { return true }
      }
      return asIdentifier && isPowerOfTen
    }

    /// `2E+11`, `2,01701E+11`, `-1.5e-07`
    private var isPowerOfTen: Bool {
      let pattern = /-?[0-9]([.,][0-9]+)?[Ee][+\-][0-9][0-9]+/
      return (try? pattern.wholeMatch(in: description)) != nil
    }

    /// Whether a row that begins with this field is a total: the word alone, or followed by a space
    /// or colon.
    var beginsTotal: Bool {
      let field = trimmed.lowercased
      let words: [Text] = ["totaal", "eindtotaal", "subtotaal"]
      for word in words {
        if field == word { return true }
        if field.hasPrefix(Text(word.bytes + Array(" ".utf8))) { return true }
        if field.hasPrefix(Text(word.bytes + Array(":".utf8))) { return true }
      }
      return false
    }

    /// A district code (wijk_code, buurt_code) without `WK`, `BU` or `GM` before a digit.
    var withoutDistrictPrefix: Text {
      guard hasDistrictPrefix(["WK", "BU", "GM"]) else { return self }
      return Text(bytes.dropFirst(bytes[2] == 0x20 ? 3 : 2))
    }

    /// The code of a wijk: without prefix, and of a buurt's eight digits the first six.
    var wijk: Text {
      let code = withoutDistrictPrefix
      let isBuurt = code.bytes.count == 8 && code.bytes.allSatisfy { (0x30...0x39).contains($0) }
      return isBuurt ? Text(code.bytes.prefix(6)) : code
    }

    func hasDistrictPrefix(_ prefixes: [Text]) -> Bool {
      var code = bytes.dropFirst(2)
      if code.first == 0x20 { code = code.dropFirst() }
      return code.first.map { (0x30...0x39).contains($0) } ?? false
        && prefixes.contains { $0.lowercased == Text(bytes.prefix(2)).lowercased }
    }
  }
}
