/// What the first bytes of a part show that is no CSV text in an encoding that is read.
enum ForeignContent: Equatable {
  case gzip, zip, oldWorkbook, html, xml
  /// UTF-16 without a byte order mark.
  case unmarkedUTF16(isBigEndian: Bool)

  /// `start`: the first bytes of the part, behind a byte order mark.
  init?(_ start: Bytes) {
    func begins(_ bytes: [UInt8]) -> Bool { start.buffer.starts(with: bytes) }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if let markup = Self.markup(start) {
      self = markup
    } else if let isBigEndian = Self.byteOrder(start) {
      self = .unmarkedUTF16(isBigEndian: isBigEndian)
    } else {
      return nil
    }
  }

  private static func markup(_ start: Bytes) -> ForeignContent? {
    let text = start.buffer.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let word = text.prefix(9).map { asciiLowered($0) }
    if word.elementsEqual("<!doctype".utf8) || word.starts(with: "<html".utf8) { return .html }
    return word.starts(with: "<?xml".utf8) ? .xml : nil
  }

  /// Whether the text is UTF-16 in big endian: nearly every other byte is a NUL, and always the
  /// first or always the second of two; nil where it is not UTF-16.
  private static func byteOrder(_ start: Bytes) -> Bool? {
    let count = min(start.count, 256) & ~1
    guard count >= 4 else { return nil }
    let pairs = count / 2
    let first = stride(from: 0, to: count, by: 2).count { start[$0] == 0 }
    let second = stride(from: 1, to: count, by: 2).count { start[$0] == 0 }
    if second * 4 >= pairs * 3, first == 0 { return false }
    if first * 4 >= pairs * 3, second == 0 { return true }
    return nil
  }

  /// Throws 65 for a part that is something else than its name says. `isGzip`: whether the name
  /// says that it is compressed.
  static func refuse(_ part: OpenPart, isGzip: Bool) throws {
    guard part.markedEncoding != .utf16, let found = part.head.withBytes({ Self($0) }) else {
      return
    }
    throw RunFailure.foreignContent(part.name, found, isGzip: isGzip)
  }
}

/// The wording of parts that are something else than CSV.
extension RunFailure {
  static func foreignContent(
    _ name: String, _ content: ForeignContent, isGzip: Bool
  ) -> RunFailure {
    let found: String
    switch content {
    case .gzip where isGzip: found = "is compressed twice with gzip; decompress it once"
    case .gzip: found = "is compressed with gzip; decompress it, or let its name end in .csv.gz"
    case .zip:
      found = "is a ZIP archive or an Excel workbook; unpack it, or save the sheet as CSV"
    case .oldWorkbook: found = "is an Excel workbook; save the sheet as CSV"
    case .html:
      found = "is a web page, perhaps one that asks to log in; download the CSV file anew"
    case .xml: found = "is an XML file; export it as CSV"
    case .unmarkedUTF16(let isBigEndian):
      let order = isBigEndian ? "big" : "little"
      found =
        "is UTF-16 (\(order) endian) without a byte order mark; save it with one and declare "
        + "codering = \"\(TextEncoding.utf16.rawValue)\" under [invoer], or save it as UTF-8 and "
        + "declare codering = \"\(TextEncoding.utf8.rawValue)\""
    }
    return RunFailure(.unusableInput, "\(name): \(found)")
  }

  static func byteOrderMarkMissing(_ name: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): codering = \"\(TextEncoding.utf16.rawValue)\" is declared, but the file has no "
        + "byte order mark; save it with one, or declare the encoding that it has")
  }
}
