/// The input of a run with every part opened, its dialect settled and its header matched.
public struct Preparation: Sendable {
  let parts: [FileKind: [PreparedPart]]
  /// What the manifest tells of how the files were read, in the order of kinds and parts.
  public let remarks: InputRemarks

  /// Opens all parts. What is wrong with headers is told of all of them at once.
  public init(_ folder: InputFolder, configuration: Configuration) throws {
    var parts: [FileKind: [PreparedPart]] = [:]
    var remarks = InputRemarks()
    Self.warnOfUnrecognised(in: folder, remarks: &remarks)
    var problems: [(part: String, problem: HeaderProblem)] = []
    var unused: [(kind: FileKind, mapping: ColumnMapping)] = []
    var firstFailure: RunFailure?
    for kind in FileKind.allCases {
      let mappings = configuration.columnMappings[kind] ?? []
      var used: Set<String> = []
      for part in folder[kind] {
        do {
          let prepared = try Self.prepare(part, configuration: configuration, remarks: &remarks)
          used.formUnion(prepared.header.usedMapEntries)
          problems += prepared.header.problems.map { (part.name, $0) }
          parts[kind, default: []].append(prepared)
        } catch let failure as RunFailure {
          // A map entry that fits nothing comes first, so all headers are looked at before that.
          firstFailure = firstFailure ?? failure
        }
      }
      unused += mappings.filter { !used.contains($0.column) }.map { (kind, $0) }
    }
    if let firstFailure, unused.isEmpty || firstFailure.status != .unusableInput {
      throw firstFailure
    }
    guard unused.isEmpty else {
      throw RunFailure.unusedColumnMappings(
        unused, file: configuration.file?.path ?? "wmo-etl.toml")
    }
    guard problems.isEmpty else { throw RunFailure.unusableHeaders(problems) }
    try Self.checkDebitCredit(parts[.declarations] ?? [])
    for kind in FileKind.allCases { try Self.checkMoneyUnits(of: kind, parts[kind] ?? []) }
    self.parts = parts
    self.remarks = remarks
  }

  private static func prepare(
    _ part: InputPart, configuration: Configuration, remarks: inout InputRemarks
  ) throws -> PreparedPart {
    let open = try OpenPart(name: part.name, headSize: 1 << 20, opener: try PartOpener(part))
    var dialect = try DialectDetector(part.kind, configuration: configuration)
      .dialect(of: open, remarks: &remarks)
    if let marked = open.markedEncoding, marked != dialect.encoding {
      remarks.note(
        "\(part.name): byte order mark overrules the encoding \(dialect.encoding.rawValue) with "
          + marked.rawValue)
      dialect.encoding = marked
    }
    let record = try HeaderRecord(of: open, dialect: dialect)
    let mappings = configuration.columnMappings[part.kind] ?? []
    let header = Header(
      record.names, kind: part.kind,
      columnMap: Dictionary(mappings.map { ($0.column, $0.header) }) { first, _ in first },
      optional: configuration.referenceYear != nil && part.kind == .districts ? ["peiljaar"] : [])
    for alias in header.ignoredAliases {
      remarks.note(
        "\(part.name): header '\(alias)' is ignored, as its column is there under its own name")
    }
    if !header.unknown.isEmpty {
      let names = header.unknown.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
      let more = header.unknown.count > 20 ? " and \(header.unknown.count - 20) more" : ""
      remarks.note("\(part.name): unknown columns are ignored: \(names)\(more)")
    }
    return PreparedPart(
      open, dialect: dialect, header: header, headerEnd: record.end,
      bodyLine: record.lineCount + 1, blankCount: record.blankCount)
  }

  private static func checkDebitCredit(_ parts: [PreparedPart]) throws {
    let with = parts.filter { $0.header.position(of: "debet_credit") != nil }
    guard !with.isEmpty, with.count < parts.count else { return }
    let without = parts.filter { $0.header.position(of: "debet_credit") == nil }
    throw RunFailure.partsDisagreeOnDebitCredit(
      with: with.map(\.name), without: without.map(\.name))
  }

  /// A part is detected by its own rows, and whole amounts may be either unit: where another part
  /// of the file has decimals, a person must say that these are no eurocents.
  private static func checkMoneyUnits(of kind: FileKind, _ parts: [PreparedPart]) throws {
    guard kind.dialectColumns.values.contains(where: \.isMoney) else { return }
    // A part with a header only has no amounts.
    let parts = parts.filter { $0.hasBody }
    let cents = parts.filter { $0.dialect.money == .eurocent }
    let euros = parts.filter { $0.dialect.money == .euro }
    guard !cents.isEmpty, !euros.isEmpty else { return }
    throw RunFailure.partsDisagreeOnMoney(
      kind,
      euros: euros.map(\.name),
      eurocents: cents.map(\.name)
    )
  }
}
