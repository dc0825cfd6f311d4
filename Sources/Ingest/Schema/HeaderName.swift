import Foundation

/// The name of a column as headers are compared: lower-cased, without white space, `_`, `-`, `.`
/// and diacritics.
///
/// `HeaderName("Cliënt-ID") == HeaderName("client_id")`
public struct HeaderName: Hashable, Sendable {
  /// Empty when the header has nothing but ignored characters.
  public let normalised: String

  public init(_ header: String) {
    var scalars = String.UnicodeScalarView()
    let decomposed = header.lowercased().decomposedStringWithCanonicalMapping
    for scalar in decomposed.unicodeScalars {
      let isIgnored =
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .nonspacingMark
        || scalar == "_" || scalar == "-" || scalar == "."
      if !isIgnored { scalars.append(scalar) }
    }
    normalised = String(scalars)
  }
}
