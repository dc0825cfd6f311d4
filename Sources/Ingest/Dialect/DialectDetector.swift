/// Settles the dialect of a part: what is declared holds, the rest is detected.
///
/// Every dialect that the part may have reads the same sample. One that reads all of it decides,
/// unless another one reads all of it to something else: then a person has to.
struct DialectDetector {
  static let separators: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  private let kind: FileKind
  private let declaration: DialectDeclaration
  private let columnMap: [String: String]
  private let headerLine: Int?
  private let missingTexts: Set<String>?

  init(_ kind: FileKind, configuration: Configuration) {
    self.kind = kind
    declaration = configuration.declaration(for: kind)
    let mappings = configuration.columnMappings[kind] ?? []
    columnMap = Dictionary(mappings.map { ($0.column, $0.header) }) { first, _ in first }
    headerLine = configuration.headerLines[kind]
    missingTexts = configuration.missingTexts
  }

  /// What the configuration says of the separator.
  var declaredSeparator: UInt8? { declaration.separator ?? declaration.preset?.separator }

  /// The dialect to read a part with; that it was detected is noted.
  ///
  /// Throws 65 when the evidence is ambiguous or there is none.
  func dialect(of part: OpenPart, remarks: inout InputRemarks) throws -> Dialect {
    if let declared = declaration.dialect { return declared }
    let detected = try detect(part)
    remarks.note("\(part.name): dialect detected: \(detected.summary)")
    return detected.dialect
  }

  /// The dialect of a part and what speaks for it.
  ///
  /// Throws ``SeemingHeader`` where the header seems to stand further down.
  func detect(_ part: OpenPart) throws -> DetectedDialect {
    if let declared = declaration.dialect { return DetectedDialect(declared) }
    let sample = try sample(of: part)
    if let seeming = SeemingHeader(sample) { throw seeming }
    return DetectedDialect(try reading(of: sample, part), in: sample)
  }

  /// The beginning of a part, split by the separator that explains its header best; `separator`:
  /// the only one to split by.
  ///
  /// Throws 65 where a quoted value holds whole records.
  func sample(of part: OpenPart, separator: UInt8? = nil) throws -> DialectSample {
    let encoding =
      part.markedEncoding ?? declaration.encoding ?? EncodingEvidence(part).encoding
    let decoding = TextDecoding(encoding: encoding)
    var text = part.head
    if !part.head.withBytes(decoding.isUTF8) {
      part.head.withBytes { decoding.transcode($0, into: &text) }
    }
    let sample = try text.withBytes { text in
      try DialectSample.best(
        text, isWhole: part.isWhole,
        separators: (separator ?? declaration.separator).map { [$0] } ?? Self.separators,
        quote: declaration.quote ?? UInt8(ascii: "\""), kind: kind, columnMap: columnMap,
        headerLine: headerLine)
    }
    if let (line, lastLine) = sample.swallowed {
      throw RunFailure.swallowedRecords(part.name, line: line, lastLine: lastLine)
    }
    return sample
  }

  private func reading(of sample: DialectSample, _ part: OpenPart) throws -> DialectReading {
    var declared = declaration
    // Where only the separator of a line `sep=;` reads the header, that is in place of the other.
    if declared.separator != nil { declared.separator = sample.separator }
    let candidates = DialectCandidates(
      kind: kind, separator: sample.separator, encoding: EncodingEvidence(part), declared: declared)
    let hasDebitCredit = sample.header.position(of: "debet_credit") != nil
    func readings(_ dialects: [Dialect]) -> [DialectReading] {
      dialects.map {
        DialectReading(
          sample.columns, dialect: $0, missing: MissingValues(missingTexts, dialect: $0),
          isUnsigned: hasDebitCredit)
      }
    }
    let isUndecided = kind == .declarations && !hasDebitCredit && declaration.money == nil
    let choice = DialectChoice(
      presets: readings(candidates.presets), generic: readings(candidates.generic),
      quoted: readings(candidates.quoted), centsNeedProof: isUndecided,
      centsAreProven: hasDebitCredit)
    switch choice.verdict {
    case .one(let reading): return reading
    case .ambiguous(let first, let second):
      throw RunFailure.ambiguousDialect(
        part.name, kind: kind, column: first.decidingColumn(against: second), first.dialect,
        second.dialect)
    case .none:
      let unread = sample.columns.filter { column in column.values.contains { !$0.isEmpty } }
      throw RunFailure.unknownDialect(part.name, kind: kind, columns: unread.map(\.name))
    }
  }
}

/// A part whose header seems to stand below other lines, while no `kopregel` is declared.
struct SeemingHeader: Error {
  /// Of the line that looks like it.
  let header: Header
  /// From 1.
  let line: Int

  init?(_ sample: DialectSample) {
    guard let line = sample.seemingLine else { return nil }
    header = sample.header
    self.line = line
  }

  var problem: HeaderProblem { .titleLines(header: line, kind: header.kind) }
}
