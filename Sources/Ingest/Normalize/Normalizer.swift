import Foundation

/// Rewrites any CSV text as RFC 4180 in UTF-8 with commas and LF, and leaves every value as it is.
///
/// Memory is bounded by the longest record; lines without any character are left out.
public struct Normalizer {
  let settings: NormalizeSettings
  private let pieceSize: Int

  public init(_ settings: NormalizeSettings) {
    self.init(settings, pieceSize: 1 << 20)
  }

  /// `pieceSize`: bytes that are looked at together; never shows in the result.
  init(_ settings: NormalizeSettings, pieceSize: Int) {
    self.settings = settings
    self.pieceSize = pieceSize
  }

  /// Normalises the file at `path`, or standard input for `-`.
  ///
  /// `write` takes the text piece by piece and says whether anybody still reads; `report` takes one
  /// line for each of the first rows that are ragged or have broken quoting.
  ///
  /// Throws 65 for a value that holds whole records and for an undecodable byte, and if the
  /// settings are strict for any row told to `report` and a quote that is never closed; 66 and 74
  /// for a file that is not there or cannot be read.
  public func run(
    path: String, write: ([UInt8]) throws -> Bool, report: @escaping (String) -> Void
  ) throws {
    let part: OpenPart
    if path == "-" {
      let beginning = ReplaySource.Beginning()
      let opener = PartOpener {
        ReplaySource(beginning, descriptor: STDIN_FILENO, name: path)
      }
      part = try OpenPart(name: path, headSize: 1 << 20, opener: opener)
    } else {
      let isGzip = path.lowercased().hasSuffix(".gz")
      let file = InputPart(kind: .declarations, name: path, path: path, isGzip: isGzip)
      part = try OpenPart(name: path, headSize: 1 << 20, opener: try PartOpener(file))
    }
    try run(part, write: write, report: report)
  }

  func run(
    _ part: OpenPart, write: ([UInt8]) throws -> Bool, report: @escaping (String) -> Void
  ) throws {
    let encoding = try encoding(of: part, report: report)
    var input = try NormalizeInput(part, settings: settings)
    var dialect = Dialect.iso
    dialect.quote = settings.quoteCharacter
    dialect.encoding = encoding
    let named = try input.takeSeparatorLine(quote: settings.quoteCharacter)
    let separator = try separator(of: input, named: named, encoding: encoding, name: part.name)
    dialect.separator = separator.byte
    try input.replace(separator)
    var output = NormalizeOutput(
      settings, separator: separator, problems: NormalizeProblems(name: part.name, report: report))
    let splitter = try RecordSplitter(dialect)
    var size = pieceSize
    while true {
      try input.fill(to: size)
      let isLast = input.isAtEnd && input.text.count <= size
      func cut(isLast: Bool) -> (length: Int, openQuote: Int?) {
        input.text.withBytes {
          RecordParser.cut($0.slice(0, min(size, $0.count)), dialect: dialect, isLast: isLast)
        }
      }
      var (length, openQuote) = cut(isLast: isLast)
      let isTooLong = length == 0 && size > ChunkReader.recordLimit
      if let openQuote, isTooLong || (isLast && settings.isStrict) {
        throw RunFailure.normalizeOpenQuote(
          part.name, line: input.line + LineEnds(input.text[..<openQuote]).count)
      }
      if isTooLong {
        throw RunFailure.endlessRecord(part.name, line: input.line, limit: ChunkReader.recordLimit)
      }
      // The records before the one in which the quote opens are as they should be.
      if isLast, openQuote != nil { length = cut(isLast: false).length }
      if length == 0, !isLast {
        size *= 2
        continue
      }
      size = pieceSize
      let lineCount = try input.text.withBytes { text in
        try splitter.split(text.slice(0, length), name: part.name, line: input.line) {
          try output.add($0, isBroken: $1, line: $2)
        }
      }
      input.remove(length, lineCount: lineCount)
      if isLast, let openQuote {
        try input.text.withBytes { text in
          try splitter.splitUnclosed(
            text,
            openQuote: openQuote - length,
            width: output.width,
            name: part.name,
            line: input.line
          ) {
            output.note(.unclosedQuote(isSplit: $0), line: $1)
          } _: {
            try output.add($0, isBroken: $1, line: $2)
          }
        }
      }
      if isLast { output.finish() }
      guard try write(output.take()) else { return }
      if isLast { break }
    }
    output.problems.finish()
    if settings.isStrict, output.problems.count > 0 {
      throw RunFailure.rowsNotNormal(part.name, count: output.problems.count)
    }
  }
}

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
