/// What stands between the fields of a file that is to be normalised: one byte or several.
///
/// The parser knows separators of one byte. A long one gives way to ``standIn`` before the text is
/// parsed, wherever it stands, and comes back in the values; so quotes mean what they always mean.
struct NormalizeSeparator {
  let bytes: [UInt8]

  /// U+001F, which no other file should hold: one that does is refused where the separator is long.
  static let standIn: UInt8 = 0x1F

  var isLong: Bool { bytes.count > 1 }

  /// What the parser splits at.
  var byte: UInt8 { isLong ? Self.standIn : bytes[0] }

  /// A value as it stands in the file.
  func restored(_ value: [UInt8]) -> [UInt8] {
    guard isLong, value.contains(Self.standIn) else { return value }
    return value.flatMap { $0 == Self.standIn ? bytes : [$0] }
  }
}

/// Puts the stand-in of a long separator in its place, piece by piece.
struct SeparatorTranslation {
  private let separator: [UInt8]
  /// The beginning of a separator that the next piece may go on with.
  private var pending: [UInt8] = []

  init(_ separator: NormalizeSeparator) {
    self.separator = separator.bytes
  }

  /// Appends the translation of a piece; `isLast`: nothing follows it. False, and nothing more is
  /// appended, where the piece holds the stand-in itself.
  mutating func translate(
    _ piece: ArraySlice<UInt8>,
    isLast: Bool,
    into text: inout [UInt8]
  ) -> Bool {
    let bytes = pending + piece
    pending = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == NormalizeSeparator.standIn { return false }
      guard byte == separator[0] else {
        text.append(byte)
        position += 1
        continue
      }
      let rest = bytes[position...]
      if rest.starts(with: separator) {
        text.append(NormalizeSeparator.standIn)
        position += separator.count
      } else if !isLast, rest.count < separator.count, separator.starts(with: rest) {
        pending = Array(rest)
        return true
      } else {
        text.append(byte)
        position += 1
      }
    }
    return true
  }
}
