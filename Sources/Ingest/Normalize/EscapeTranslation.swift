/// Makes escaped quotes doubled ones, piece by piece: `\"` becomes `""` and `\\` becomes `\`.
///
/// Any other character keeps the escape before it: what it means is not a matter of CSV.
struct EscapeTranslation {
  let escape: UInt8
  let quote: UInt8
  private var isPending = false

  init(escape: UInt8, quote: UInt8) {
    self.escape = escape
    self.quote = quote
  }

  /// Appends the translation of a piece; `isLast`: nothing follows it.
  mutating func translate(_ piece: some Sequence<UInt8>, isLast: Bool, into text: inout [UInt8]) {
    for byte in piece {
      if isPending {
        isPending = false
        if byte == quote {
          text.append(quote)
        } else if byte != escape {
          text.append(escape)
        }
        text.append(byte)
      } else if byte == escape {
        isPending = true
      } else {
        text.append(byte)
      }
    }
    if isLast, isPending {
      isPending = false
      text.append(escape)
    }
  }
}
