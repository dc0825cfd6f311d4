import Foundation

/// Rewrites any CSV text as RFC 4180 in UTF-8 with commas and LF, and leaves every value as it is.
///
/// Memory is bounded by the longest record; lines without any character are left out.
public struct Normalizer {
  private let settings: NormalizeSettings
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
  /// Throws 65 for an open quote or an undecodable byte, and for any row told to `report` if the
  /// settings are strict; 66 and 74 for a file that is not there or cannot be read.
  public func run(
    path: String,
    write: ([UInt8]) throws -> Bool,
    report: @escaping (String) -> Void
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
    _ part: OpenPart,
    write: ([UInt8]) throws -> Bool,
    report: @escaping (String) -> Void
  ) throws {
    let encoding = try encoding(of: part, report: report)
    var input = try NormalizeInput(part, settings: settings)
    var dialect = Dialect.iso
    dialect.quote = settings.quoteCharacter
    dialect.encoding = encoding
    dialect.separator = try separator(of: input, encoding: encoding, name: part.name)
    var output = NormalizeOutput(
      settings,
      problems: NormalizeProblems(name: part.name, report: report)
    )
    let splitter = try RecordSplitter(dialect)
    var size = pieceSize
    while true {
      try input.fill(to: size)
      let isLast = input.isAtEnd && input.text.count <= size
      let (length, openQuote) = input.text.withBytes {
        RecordParser.cut($0.slice(0, min(size, $0.count)), dialect: dialect, isLast: isLast)
      }
      let isTooLong = length == 0 && size > ChunkReader.recordLimit
      if let openQuote, isLast || isTooLong {
        throw RunFailure.normalizeOpenQuote(
          part.name,
          line: input.line + LineEnds(Array(input.text[..<openQuote])).count
        )
      }
      if isTooLong {
        throw RunFailure.endlessRecord(
          part.name,
          line: input.line,
          limit: ChunkReader.recordLimit
        )
      }
      if length == 0, !isLast {
        size *= 2
        continue
      }
      size = pieceSize
      let lineCount = try input.text.withBytes { text in
        try splitter.split(text.slice(0, length), name: part.name, line: input.line) {
          output.add($0, isBroken: $1, line: $2)
        }
      }
      input.remove(length, lineCount: lineCount)
      if isLast { output.finish() }
      guard try write(output.take()) else { return }
      if isLast { break }
    }
    output.problems.finish()
    if settings.isStrict, output.problems.count > 0 {
      throw RunFailure.rowsNotNormal(part.name, count: output.problems.count)
    }
  }

  private func encoding(
    of part: OpenPart,
    report: (String) -> Void
  ) throws -> TextEncoding {
    let declared = settings.encoding ?? settings.preset?.encoding
    if let marked = part.markedEncoding {
      if let declared, declared != marked {
        report(
          "\(part.name): byte order mark overrules the encoding \(declared.rawValue) with "
            + marked.rawValue
        )
      }
      return marked
    }
    if declared == .utf16 { throw RunFailure.markMissing(part.name) }
    return declared ?? EncodingEvidence(part).encoding
  }

  /// As declared, else the separator that splits the beginning best.
  private func separator(
    of input: NormalizeInput,
    encoding: TextEncoding,
    name: String
  ) throws -> UInt8 {
    if let declared = settings.separator ?? settings.preset?.separator { return declared }
    let kind = name.split(separator: "/").last.flatMap { InputName(String($0))?.kind }
    return try input.text.withBytes { text in
      let decoding = TextDecoding(encoding: encoding)
      var transcoded: [UInt8] = []
      if !decoding.isUTF8(text) { decoding.transcode(text, into: &transcoded) }
      return try (transcoded.isEmpty ? Array(text.buffer) : transcoded).withBytes { text in
        try DialectSample.best(
          text,
          isWhole: input.isAtEnd,
          separators: DialectDetector.separators,
          quote: settings.quoteCharacter,
          kind: kind ?? .declarations,
          columnMap: [:]
        ).separator
      }
    }
  }
}

extension LineEnds {
  var count: Int { lineFeeds + carriageReturns + pairs }
}
