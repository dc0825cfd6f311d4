import Mustache

/// How templates of pages write what is filled in: clean and escaped, as charts do.
///
/// The library's own escaping goes by whole characters and lets `<` with an accent on it through.
struct CleanMarkup: MustacheContentType {
  func escapeText(_ text: String) -> String { text.escapedForXML }

  /// The template, which names the way of writing itself: a partial forgets that of its caller.
  static func template(_ text: String) throws -> MustacheTemplate {
    _ = registered
    return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(name)}}" + text)
  }

  private static let name = "CLEAN_MARKUP"
  private static let registered: Void = MustacheContentTypes.register(CleanMarkup(), named: name)
}
