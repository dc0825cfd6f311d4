/// Opens the parts of one file, settles their dialects and matches their headers.
struct PartPreparation {
  private let kind: FileKind
  private let configuration: Configuration
  private let detector: DialectDetector
  private let headerLine: Int?
  private let columnMap: [String: String]

  init(_ kind: FileKind, configuration: Configuration) {
    self.kind = kind
    self.configuration = configuration
    detector = DialectDetector(kind, configuration: configuration)
    headerLine = configuration.headerLines[kind]
    let mappings = configuration.columnMappings[kind] ?? []
    columnMap = Dictionary(mappings.map { ($0.column, $0.header) }) { first, _ in first }
  }

  /// Throws ``SeemingHeader`` where the header seems to stand below lines of a title.
  func prepare(_ part: InputPart, remarks: inout InputRemarks) throws -> PreparedPart {
    let open = try OpenPart(name: part.name, headSize: 1 << 20, opener: try PartOpener(part))
    try ForeignContent.refuse(open, isGzip: part.isGzip)
    var dialect = try detector.dialect(of: open, remarks: &remarks)
    if let marked = open.markedEncoding, marked != dialect.encoding {
      remarks.note(
        "\(part.name): byte order mark overrules the encoding \(dialect.encoding.rawValue) with "
          + marked.rawValue)
      dialect.encoding = marked
    }
    guard dialect.encoding != .utf16 || open.markedEncoding != nil else {
      throw RunFailure.byteOrderMarkMissing(part.name)
    }
    let (record, header) = try header(of: open, &dialect, &remarks)
    if record.titleLineCount > 0 { remarks.note(note(on: record, of: part.name)) }
    note(header, of: part.name, &remarks)
    return PreparedPart(open, dialect: dialect, header: header, record: record)
  }

  /// The header as the dialect splits it; where that is none and a line `sep=;` names another
  /// separator, as that one does, which the dialect then has.
  private func header(
    of open: OpenPart, _ dialect: inout Dialect, _ remarks: inout InputRemarks
  ) throws -> (HeaderRecord, Header) {
    var found = Result { try header(of: open, dialect) }
    let named = open.head.withBytes {
      PartStart($0, headerLine: headerLine, isWhole: open.isWhole)?.separator
    }
    if let named, named != dialect.separator, !Self.isReadable(found) {
      var other = dialect
      other.separator = named
      let second = Result { try header(of: open, other) }
      if Self.isReadable(second) { (found, dialect) = (second, other) }
    }
    if !Self.isReadable(found), headerLine == nil,
      let seeming = SeemingHeader(try detector.sample(of: open, separator: dialect.separator))
    {
      throw seeming
    }
    if let named, let declared = detector.declaredSeparator, named != declared {
      remarks.warn(
        .separatorLine(
          part: open.name, named: named, declared: declared,
          isTaken: dialect.separator == named))
    }
    return try found.get()
  }

  private static func isReadable(_ found: Result<(HeaderRecord, Header), any Error>) -> Bool {
    guard case .success((_, let header)) = found else { return false }
    return !header.lacksNeeded
  }

  private func header(of open: OpenPart, _ dialect: Dialect) throws -> (HeaderRecord, Header) {
    let record = try HeaderRecord(of: open, dialect: dialect, headerLine: headerLine)
    let isYearDeclared = configuration.referenceYear != nil && kind == .districts
    let header = Header(
      record.names, kind: kind, columnMap: columnMap, optional: isYearDeclared ? ["peiljaar"] : [])
    return (record, header)
  }

  private func note(on record: HeaderRecord, of name: String) -> String {
    let count = record.titleLineCount
    let lines = count == 1 ? "1 line before the header is" : "\(count) lines before the header are"
    return "\(name): \(lines) skipped"
  }

  private func note(_ header: Header, of name: String, _ remarks: inout InputRemarks) {
    for alias in header.ignoredAliases {
      remarks.note(
        "\(name): header '\(alias)' is ignored, as its column is there under its own name")
    }
    guard !header.unknown.isEmpty else { return }
    let names = header.unknown.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    let more = header.unknown.count > 20 ? " and \(header.unknown.count - 20) more" : ""
    remarks.note("\(name): unknown columns are ignored: \(names)\(more)")
  }
}

/// What the headers of a run's parts lack: columns that rules need, and columns that are probably
/// there under a name that is not theirs.
struct ColumnWarnings {
  /// In the order of the files, and of each file's columns.
  private(set) var all: [RunWarning] = []
  private let rules: [Rule]

  init(_ parts: [FileKind: [PreparedPart]], _ rules: [Rule]) {
    self.rules = rules
    for kind in FileKind.allCases {
      guard let parts = parts[kind], !parts.isEmpty else { continue }
      let probable = parts.map(\.header.probableColumns)
      for (index, column) in kind.columns.enumerated() {
        if !column.isNeeded { noteMissing(index, of: kind, parts) }
        noteProbable(index, of: kind, zip(parts, probable).map { ($0.name, $1) })
      }
    }
  }

  private mutating func noteMissing(_ index: Int, of kind: FileKind, _ parts: [PreparedPart]) {
    let column = kind.columns[index].name
    let without = parts.filter { $0.header.positions[index] == nil }
    if without.isEmpty { return }
    let rules = rules.filter { $0.needs(column, of: kind) }.map(\.code)
    if without.count < parts.count {
      // Of the other files the parts are mostly years, of which each has its own form.
      guard kind == .declarations else { return }
      all.append(
        .columnMissingInParts(
          parts: PartList(without.map(\.name)), column: column, rules: rules))
    } else if !rules.isEmpty {
      all.append(
        .columnMissing(file: kind, column: column, rules: rules, partCount: parts.count))
    }
  }

  /// One warning for each header, however many parts have it.
  private mutating func noteProbable(
    _ index: Int, of kind: FileKind, _ parts: [(name: String, probable: [ProbableColumn])]
  ) {
    var names: [String: [String]] = [:]
    var order: [String] = []
    for part in parts {
      for probable in part.probable where probable.column == index {
        if names[probable.header] == nil { order.append(probable.header) }
        names[probable.header, default: []].append(part.name)
      }
    }
    for header in order {
      all.append(
        .probableColumn(
          file: kind, parts: PartList(names[header] ?? []), header: header,
          column: kind.columns[index].name))
    }
  }
}
