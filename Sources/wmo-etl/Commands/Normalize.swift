import ArgumentParser
import Ingest

/// `wmo-etl normalize FILE`: any CSV file as RFC 4180.
struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rewrite a CSV file as RFC 4180: UTF-8, commas, LF.",
    discussion: """
      Every value stays as it is, blanks around it included; the result goes to standard output. \
      Separator and encoding are detected where no option names them. Rows of another width than \
      the header and rows with broken quoting are passed on and named on standard error. Lines \
      without any character are left out.

      Exit status: 0, 65 when a quote is never closed or a byte is not of the encoding (with \
      --strict also for a row that would be named), 66 when there is no such file.
      """
  )

  @Argument(
    help: "A CSV file, compressed (.csv.gz) or not; - for standard input.",
    completion: .file(extensions: ["csv", "gz"])
  )
  var file: String

  @Option(
    help: "A preset for separator and encoding: iso, nl-excel, nl-utf8, iwmo or statline.",
    transform: { try Self.preset(named: $0) }
  )
  var dialect: Dialect?

  @Option(
    help: "The character between fields; tab or \\t for a tab.",
    transform: { try Self.character($0) }
  )
  var delimiter: UInt8?

  @Option(help: "The character around values.", transform: { try Self.character($0) })
  var quote: UInt8?

  @Option(
    help: "The character before a quote inside a value, such as a backslash.",
    transform: { try Self.character($0) }
  )
  var escape: UInt8?

  @Option(
    help: "utf-8, windows-1252, iso-8859-1 or utf-16.",
    transform: { try Self.encoding(named: $0) }
  )
  var encoding: TextEncoding?

  @Option(help: "Lines before the header to leave out.")
  var skipLines = 0

  @Option(help: "Lines that together are the header; their names are joined with a space.")
  var headerLines = 1

  @Flag(help: "Leave out rows that are ragged or have broken quoting, and end with status 65.")
  var strict = false

  func validate() throws {
    guard skipLines >= 0, headerLines >= 0 else {
      throw ValidationError("a number of lines is below 0; expected 0 or more")
    }
    let quote = quote ?? dialect?.quote ?? UInt8(ascii: "\"")
    let delimiter = delimiter ?? dialect?.separator
    if delimiter == quote || (delimiter != nil && delimiter == escape) {
      throw ValidationError("the delimiter is also the quote or the escape; expected another one")
    }
  }

  func run() throws {
    var settings = NormalizeSettings()
    settings.preset = dialect
    settings.separator = delimiter
    settings.quote = quote
    settings.escape = escape
    settings.encoding = encoding
    settings.skippedLines = skipLines
    settings.headerLines = headerLines
    settings.isStrict = strict
    try Normalizer(settings).run(
      path: file,
      write: StandardOutput.write,
      report: StandardError.tell
    )
  }
}

extension Normalize {
  private static func preset(named name: String) throws -> Dialect {
    guard let preset = Dialect.presets.first(where: { $0.name == name })?.dialect else {
      let known = Dialect.presets.map(\.name).joined(separator: ", ")
      throw ValidationError("no such dialect; expected one of \(known)")
    }
    return preset
  }

  private static func encoding(named name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(rawValue: name.lowercased()) else {
      let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("no such encoding; expected one of \(known)")
    }
    return encoding
  }

  private static func character(_ text: String) throws -> UInt8 {
    if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
    let bytes = Array(text.utf8)
    guard bytes.count == 1, bytes[0] < 0x80, ![0x00, 0x0A, 0x0D].contains(bytes[0]) else {
      throw ValidationError("expected one ASCII character that ends no line, or tab")
    }
    return bytes[0]
  }
}
