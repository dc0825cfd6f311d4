/// What makes a value none, whatever the type of its column.
enum ValueFlaw: Equatable {
  /// `#N/B`, `#REF!`
  case spreadsheetError
  /// An identifier that a spreadsheet took for a number: `2,01701E+11`.
  case powerOfTen
  /// A control character but the tab and line ends, or one of the two that are no characters.
  case controlCharacter

  /// Nil for a value without flaw; `isIdentifier` says whether a power of ten is one.
  init?(_ value: Bytes, isIdentifier: Bool) {
    if value.isSpreadsheetError {
      self = .spreadsheetError
    } else if isIdentifier, value.isPowerOfTen {
      self = .powerOfTen
    } else if value.holdsControlCharacter {
      self = .controlCharacter
    } else {
      return nil
    }
  }
}

extension Bytes {
  fileprivate var isSpreadsheetError: Bool {
    !isEmpty && self[0] == UInt8(ascii: "#")
      && SpreadsheetError.texts.contains { equalsIgnoringCase($0) }
  }

  /// Whether this is how a spreadsheet writes a large or small number: one digit, perhaps decimals,
  /// `E`, a sign and at least two digits. An identifier such as `12E5` is none.
  fileprivate var isPowerOfTen: Bool {
    var rest = buffer[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard rest.takeDigits() == 1 else { return false }
    if rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard rest.takeDigits() > 0 else { return false }
    }
    guard let letter = rest.popFirst(), asciiLowered(letter) == UInt8(ascii: "e"),
      let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return false }
    return rest.takeDigits() >= 2 && rest.isEmpty
  }

  fileprivate var holdsControlCharacter: Bool {
    for (index, byte) in buffer.enumerated() {
      switch byte {
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      case ..<0x20, 0x7F: return true
      case 0xEF where isNoncharacter(at: index): return true
      default: continue
      }
    }
    return false
  }

  /// Whether U+FFFE or U+FFFF begins at a byte 0xEF.
  func isNoncharacter(at index: Int) -> Bool {
    index + 2 < count && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Drops the digits in front; how many there were.
  fileprivate mutating func takeDigits() -> Int {
    let digits = prefix { $0 &- 0x30 < 10 }
    self = dropFirst(digits.count)
    return digits.count
  }
}

/// What English and Dutch spreadsheets write in place of a value, in lower case.
enum SpreadsheetError {
  static let texts = [
    "#n/a", "#n/b", "#ref!", "#verw!", "#value!", "#waarde!", "#div/0!", "#deel/0!", "#name?",
    "#naam?", "#num!", "#getal!", "#null!", "#leeg!",
  ].map { Array($0.utf8) }
}

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
