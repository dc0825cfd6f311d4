/// The input of a run with every part opened, its dialect settled and its header matched.
public struct Preparation: Sendable {
  let parts: [FileKind: [PreparedPart]]
  /// What the manifest tells of how the files were read, in the order of kinds and parts.
  public let remarks: InputRemarks

  /// Opens all parts. What is wrong with headers is told of all of them at once, and which of all
  /// `rules` lack a column.
  public init(_ folder: InputFolder, configuration: Configuration, rules: [Rule]) throws {
    var parts: [FileKind: [PreparedPart]] = [:]
    var remarks = InputRemarks()
    Self.warnOfUnrecognised(in: folder, remarks: &remarks)
    var problems: [(part: String, problem: HeaderProblem)] = []
    var unused: [(kind: FileKind, mapping: ColumnMapping)] = []
    var firstFailure: RunFailure?
    for kind in FileKind.allCases {
      let mappings = configuration.columnMappings[kind] ?? []
      let preparation = PartPreparation(kind, configuration: configuration)
      var used: Set<String> = []
      for part in folder[kind] {
        do {
          let prepared = try preparation.prepare(part, remarks: &remarks)
          used.formUnion(prepared.header.usedMapEntries)
          problems += prepared.header.problems.map { (part.name, $0) }
          parts[kind, default: []].append(prepared)
        } catch let seeming as SeemingHeader {
          used.formUnion(seeming.header.usedMapEntries)
          problems.append((part.name, seeming.problem))
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
    for warning in ColumnWarnings(parts, rules).all { remarks.warn(warning) }
    self.parts = parts
    self.remarks = remarks
  }

  /// What reading the parts to their ends has brought to light of how they are written.
  public var remarksOfReading: InputRemarks {
    var remarks = InputRemarks()
    for part in FileKind.allCases.flatMap({ parts[$0] ?? [] }) where part.encodingSketch.isUTF8 {
      remarks.warn(.utf8Declared(part: part.name, encoding: part.dialect.encoding))
    }
    return remarks
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
      kind, euros: euros.map(\.name), eurocents: cents.map(\.name))
  }
}

extension Preparation {
  /// Warns of files of the folder that are not read for their names, but have the header of a file
  /// that is not there.
  static func warnOfUnrecognised(in folder: InputFolder, remarks: inout InputRemarks) {
    let absent = FileKind.allCases.filter { folder[$0].isEmpty }
    for name in folder.otherFiles {
      // What cannot be opened or split has no header, and is not read anyway.
      guard let names = try? headerNames(of: name, in: folder) else { continue }
      let kind = absent.first { !Header(names, kind: $0, columnMap: [:]).lacksNeeded }
      if let kind { remarks.warn(.unrecognisedFile(name, kind: kind)) }
    }
  }

  private static func headerNames(of name: String, in folder: InputFolder) throws -> [String] {
    let isGzip = InputName.ending(of: name) == ".csv.gz"
    let file = InputPart(
      kind: .declarations, name: name, path: "\(folder.path)/\(name)", isGzip: isGzip)
    let part = try OpenPart(name: name, headSize: 1 << 16, opener: try PartOpener(file))
    return try DialectDetector(.declarations, configuration: Configuration()).sample(of: part)
      .header.names
  }
}
