import Foundation

/// The name of a column as headers are compared: lower-cased, without white space, `_`, `-`, `.`,
/// `/`, `(`, `)`, `:`, diacritics and characters that nobody sees.
///
/// `HeaderName("Cliënt-ID") == HeaderName("client_id")`
public struct HeaderName: Hashable, Sendable {
  /// Empty when the header has nothing but ignored characters.
  public let normalised: String

  public init(_ header: String) {
    var scalars = String.UnicodeScalarView()
    let decomposed = header.lowercased().decomposedStringWithCanonicalMapping
    for scalar in decomposed.unicodeScalars where !Self.isIgnored(scalar) { scalars.append(scalar) }
    normalised = String(scalars)
  }

  /// Without the control and format characters that the comparison does not know.
  var visible: String {
    var scalars = String.UnicodeScalarView()
    for scalar in normalised.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .enclosingMark: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", "-", ".", "/", "(", ")", ":": true
    default:
      isInvisible(scalar) || scalar.properties.isWhitespace
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Soft hyphen, joiners and marks of direction, word joiner and byte order mark.
  fileprivate static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}

extension HeaderName {
  /// The text of a header as it stands in a record: without blanks and invisible characters around
  /// it, and without the `="…"` by which spreadsheets protect a text.
  static func text(_ field: String) -> String {
    func isPadding(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\u{A0}" || isInvisible(scalar)
    }
    func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
      var rest = scalars.drop(while: isPadding)
      while let last = rest.last, isPadding(last) { rest.removeLast() }
      return rest
    }
    let text = trimmed(field.unicodeScalars[...])
    guard text.count >= 3, text.starts(with: "=\"".unicodeScalars), text.last == "\"" else {
      return String(text)
    }
    return String(trimmed(text.dropFirst(2).dropLast()))
  }
}

/// The names of one column as headers are compared.
struct ColumnNames: Sendable {
  let own: HeaderName
  /// In the order of the contract; none is another spelling of the name or of an alias before it.
  let aliases: [HeaderName]

  init(_ column: ColumnDefinition) {
    own = HeaderName(column.name)
    var known: Set = [own]
    aliases = column.aliases.map { HeaderName($0) }.filter { known.insert($0).inserted }
  }

  var all: [HeaderName] { [own] + aliases }
}

extension FileKind {
  /// Of ``columns``, in their order.
  var columnNames: [ColumnNames] { Self.columnNames[self] ?? [] }

  /// Whether a header is the name or an alias of one of the file's columns.
  func knows(_ header: HeaderName) -> Bool { Self.knownNames[self]?.contains(header) == true }

  private static let columnNames = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.columns.map { ColumnNames($0) }) })

  private static let knownNames = columnNames.mapValues { Set($0.flatMap(\.all)) }
}
