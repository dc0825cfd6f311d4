/// What a look at the beginning of a file shows, without any of its values.
public struct Inspection: Sendable {
  public let name: String
  public let kind: FileKind
  /// Whether the kind was told by the file's name or by whom asks, and not guessed from its header.
  public let isKindKnown: Bool
  let encoding: EncodingEvidence
  let isMarked: Bool
  let separator: UInt8
  let lineEnds: LineEnds
  let rowCount: Int
  let raggedCount: Int
  let header: Header
  /// The physical line, from 1, of the header where that is to be declared, as others stand above
  /// it.
  let headerLine: Int?
  /// What a line `sep=;` before the header names.
  let namedSeparator: UInt8?
  /// The dialect that is proposed, or why there is none.
  public let outcome: Result<DetectedDialect, RunFailure>

  /// Looks at the file at `path`; `kind` nil: as its name says, else the kind whose columns its
  /// header has most of.
  ///
  /// Throws 66 when the file is not there, 65 when it cannot be split into records at all.
  public init(path: String, kind: FileKind?) throws {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    let file = InputPart(
      kind: kind ?? .declarations, name: path, path: path,
      isGzip: name.lowercased().hasSuffix(".gz"))
    let part = try OpenPart(name: path, headSize: 1 << 20, opener: try PartOpener(file))
    try self.init(part, kind: kind ?? InputName(name)?.kind)
  }

  init(_ part: OpenPart, kind: FileKind?) throws {
    try ForeignContent.refuse(part, isGzip: part.name.lowercased().hasSuffix(".gz"))
    let known = try kind ?? Self.likeliestKind(of: part)
    var configuration = Configuration()
    var sample = try DialectDetector(known, configuration: configuration).sample(of: part)
    if let line = sample.seemingLine {
      configuration.headerLines[known] = line
      sample = try DialectDetector(known, configuration: configuration).sample(of: part)
    }
    let headerLine = configuration.headerLines[known]
    let detector = DialectDetector(known, configuration: configuration)
    let encoding = EncodingEvidence(part)
    var dialect = Dialect.iso
    dialect.separator = sample.separator
    dialect.encoding = encoding.encoding
    let record = try HeaderRecord(of: part, dialect: dialect, headerLine: headerLine)
    if part.isWhole {
      let (_, openQuote) = part.head.withBytes {
        RecordParser.cut($0.slice(record.end, $0.count), dialect: dialect, isLast: true)
      }
      if let openQuote {
        let decoding = TextDecoding(encoding: dialect.encoding)
        let before = part.head.withBytes {
          decoding.rawLength($0.slice(0, record.end + openQuote))
        }
        let byte = part.markLength + before
        throw RunFailure.openQuote(part.name, line: try part.line(ofByte: byte), byte: byte)
      }
    }
    self.headerLine = headerLine
    namedSeparator = sample.namedSeparator
    name = part.name
    self.kind = known
    isKindKnown = kind != nil
    self.encoding = encoding
    isMarked = part.markedEncoding != nil
    separator = sample.separator
    lineEnds = LineEnds(part.head)
    rowCount = sample.rowCount
    raggedCount = sample.raggedCount
    header = sample.header
    do {
      outcome = .success(try detector.detect(part))
    } catch is SeemingHeader {
      outcome = .failure(.unusableHeaders(sample.header.problems.map { (part.name, $0) }))
    } catch let failure as RunFailure {
      outcome = .failure(failure)
    }
  }

  /// The kind with the most columns in the header, and of those the one that misses the fewest.
  private static func likeliestKind(of part: OpenPart) throws -> FileKind {
    var best: (kind: FileKind, found: Int, missing: Int)?
    for kind in FileKind.allCases {
      let header = try DialectDetector(kind, configuration: Configuration()).sample(of: part).header
      let found = header.positions.count { $0 != nil }
      let missing = zip(kind.columns, header.positions).count { $0.isNeeded && $1 == nil }
      if let best, (found, -missing) <= (best.found, -best.missing) { continue }
      best = (kind, found, missing)
    }
    return best?.kind ?? .declarations
  }
}
