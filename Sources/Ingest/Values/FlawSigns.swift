/// What one look at a text of many values shows; nearly every text shows nothing, and then none of
/// its values has to be looked at.
struct FlawSigns: OptionSet {
  let rawValue: UInt8

  /// Some value may have a ``ValueFlaw``.
  static let flaw = FlawSigns(rawValue: 1)
  /// Some value may be protected text (``RecordParser/parse(_:_:)``).
  static let protectedText = FlawSigns(rawValue: 2)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(in text: Bytes) {
    var signs: FlawSigns = []
    var position = 0
    while signs != [.flaw, .protectedText] {
      position += text.slice(position, text.count).plainPrefix
      guard position < text.count else { break }
      signs.formUnion(Self.sign(at: position, in: text))
      position += 1
    }
    self = signs
  }

  /// What a suspect byte turns out to be.
  private static func sign(at position: Int, in text: Bytes) -> FlawSigns {
    let rest = text.slice(position, text.count)
    switch text[position] {
    case UInt8(ascii: "="):
      return rest.count > 1 && rest[1] == UInt8(ascii: "\"") ? .protectedText : []
    case UInt8(ascii: "#"):
      let isError = SpreadsheetError.texts.contains { error in
        rest.count >= error.count && rest.slice(0, error.count).equalsIgnoringCase(error)
      }
      return isError ? .flaw : []
    case UInt8(ascii: "E"), UInt8(ascii: "e"):
      let isPower =
        position > 0 && text[position - 1] &- 0x30 < 10 && rest.count > 2 && rest[2] &- 0x30 < 10
      return isPower ? .flaw : []
    case 0xEF: return rest.isNoncharacter(at: 0) ? .flaw : []
    default: return .flaw
    }
  }
}
