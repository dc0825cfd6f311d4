/// The one cleaning that text from outside passes through on its way into a document or to a
/// terminal.
///
/// What is written must be well formed and must do nothing: XML holds neither most control
/// characters nor U+FFFE, a terminal obeys some of them, and an override of direction turns the
/// figures behind it round. Each becomes U+FFFD, so that a reader sees that something stood there.
/// CSV and JSON, which programs read, keep every character.
public enum CleanText {
  /// Text of any number of lines, each with LF at its end.
  public static func lines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnfit || $0 == "\r" }) else { return text }
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let endsPair = scalar == "\n" && previous == "\r"
      previous = scalar
      if endsPair { continue }
      clean.append(scalar == "\r" ? "\n" : scalar.fit)
    }
    return String(clean)
  }

  /// Text in one line: a name in quotes may hold line breaks, which would look like those of the
  /// document. They and tabs become spaces.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnfit || $0.endsLineOrCell }) else {
      return text
    }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: text.unicodeScalars.map { $0.endsLineOrCell ? " " : $0.fit })
    return String(clean)
  }
}

extension Unicode.Scalar {
  /// Itself, or what stands for it.
  fileprivate var fit: Unicode.Scalar { isUnfit ? "\u{FFFD}" : self }

  /// Whether it is a control character, a noncharacter, or one that turns the direction of text.
  fileprivate var isUnfit: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  fileprivate var endsLineOrCell: Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
