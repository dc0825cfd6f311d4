/// How a file that is to be normalised is written; what is nil is detected.
public struct NormalizeSettings: Sendable {
  /// A preset whose separator, quote and encoding hold unless a field below overrules them.
  public var preset: Dialect?
  /// One byte or several.
  public var separator: [UInt8]?
  public var quote: UInt8?
  /// A character that stands before a quote that is part of a value, instead of a second quote.
  public var escape: UInt8?
  public var encoding: TextEncoding?
  /// Physical lines before the header that are left out.
  public var skippedLines = 0
  /// Records that together are the header; 0: the file has none.
  public var headerLines = 1
  /// Whether rows of another width and broken quoting are errors.
  public var isStrict = false

  public init() {}

  var quoteCharacter: UInt8 { quote ?? preset?.quote ?? UInt8(ascii: "\"") }
}
