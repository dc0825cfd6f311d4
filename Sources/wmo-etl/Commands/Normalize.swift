import ArgumentParser
import Foundation
import Ingest

/// `wmo-etl normalize FILE`: any CSV file as RFC 4180.
struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rewrite a CSV file as RFC 4180: UTF-8, commas, LF.",
    discussion: """
      Every value stays as it is, blanks around it included; the result goes to standard output. \
      Separator and encoding are detected where no option names them. Rows of another width than \
      the header and rows with broken quoting are passed on and named on standard error. So is \
      what follows a quote that is never closed: line by line where a line of it is as wide as the \
      header, else as one value. A first line such as sep=; and lines without any character are \
      left out.

      Exit status: 0, also when rows are named; 65 when a value holds whole records, because a \
      stray quote has swallowed them, or a byte is not of the encoding (with --strict also for a \
      row that would be named and a quote that is never closed), 66 when there is no such file, \
      74 when reading or writing fails.
      """)

  @Argument(
    help: "A CSV file, compressed (.csv.gz) or not; - for standard input.",
    completion: .file(extensions: ["csv", "gz"]))
  var file: String

  @Option(
    help: "A preset for separator and encoding: iso, nl-excel, nl-utf8, iwmo or statline.",
    transform: { try Self.preset(named: $0) })
  var dialect: Dialect?

  @Option(
    help: "The character or characters between fields, such as '||'; tab or \\t for a tab.",
    transform: { try Self.characters($0) })
  var delimiter: [UInt8]?

  @Option(help: "The character around values.", transform: { try Self.character($0) })
  var quote: UInt8?

  @Option(
    help: "The character before a quote inside a value, such as a backslash.",
    transform: { try Self.character($0) })
  var escape: UInt8?

  @Option(
    help: "utf-8, windows-1252, iso-8859-1 or utf-16.", transform: { try Self.encoding(named: $0) })
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
    let delimiter = delimiter ?? dialect.map { [$0.separator] } ?? []
    if delimiter.contains(quote) || delimiter.contains(where: { $0 == escape }) {
      throw ValidationError("the delimiter holds the quote or the escape; expected another one")
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
      path: file, write: StandardOutput.write, report: StandardError.tell)
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
    let bytes = try characters(text)
    guard bytes.count == 1 else {
      throw ValidationError("expected one ASCII character that ends no line, or tab")
    }
    return bytes[0]
  }

  private static func characters(_ text: String) throws -> [UInt8] {
    if text == "tab" { return [UInt8(ascii: "\t")] }
    let bytes = Array(text.replacing("\\t", with: "\t").utf8)
    guard !bytes.isEmpty, !bytes.contains(where: { $0 >= 0x80 || [0x00, 0x0A, 0x0D].contains($0) })
    else {
      throw ValidationError("expected ASCII characters that end no line, or tab")
    }
    return bytes
  }
}
