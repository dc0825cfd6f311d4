/// A first look at a folder of exports: which file is which, and the configuration to begin with.
public struct Intake: Sendable {
  /// `wmo-etl.toml`, with comments in Dutch.
  public let configuration: String
  /// Each decision with its evidence, for a person; no value of a cell.
  public let report: String
  /// What a person has to settle, a line each.
  public let doubts: [String]

  /// Looks through the folder at `path`; `rules` are all that there are.
  ///
  /// Throws 66 when there is no such folder, or none of its files is one of the contract's.
  public init(path: String, rules: [Rule]) throws(RunFailure) {
    let folder = try IntakeFolder(path: path)
    var findings = IntakeFindings(folder)
    guard !findings.files.isEmpty else {
      throw .nothingToTakeIn(path, names: folder.tables.map(\.name) + folder.others.map(\.name))
    }
    findings.tryOut(rules)
    configuration = ConfigurationText(findings).text
    report = IntakeReport(findings).text
    doubts = findings.doubts
  }
}

/// All that was found out about a folder.
struct IntakeFindings {
  let folder: IntakeFolder
  let files: [FileKind: ChosenFile]
  let choice: KindChoice
  let dialects: FoundDialects
  let municipality: FoundMunicipality
  /// Of files whose names are not the contract's.
  let patterns: [FileKind: [String]]
  /// Columns in which codes have lost their zeros, each once.
  let shortened: [String]
  /// Entries that would stop a run, and that are nothing of it.
  let ignored: [String]
  /// The year that the name of the districts' file tells, where no column does.
  let referenceYear: Int?
  private(set) var months: ServiceMonths?
  /// Why a run would stop all the same.
  private(set) var obstacle: String?

  init(_ folder: IntakeFolder) {
    self.folder = folder
    choice = KindChoice(folder.tables)
    files = ContentSearch(choice.files).files
    dialects = FoundDialects(files)
    municipality = FoundMunicipality(files)
    let names = folder.tables.map(\.name) + folder.others.map(\.name)
    var patterns: [FileKind: [String]] = [:]
    for (kind, file) in files {
      patterns[kind] = NamePattern(file.parts.map(\.name), of: kind, in: names).patterns
    }
    self.patterns = patterns
    let shortened = FileKind.allCases.flatMap { [files] in files[$0]?.match.shortenedColumns ?? [] }
    self.shortened = Set(shortened).sorted(by: precedesByteWise)
    let read = Set(files.values.flatMap { $0.parts.map(\.name) })
    ignored = names.filter { [files] name in
      guard !read.contains(name) else { return false }
      if let kind = InputName(name)?.kind { return files[kind] != nil }
      let isFolder = folder.others.contains { $0.name == name && $0.isFolder }
      guard let found = UnreadDelivery(name, isFile: !isFolder, isFolder: isFolder) else {
        return false
      }
      // What may be the only delivery of a file shall stop the run.
      return !found.kind.leavesLookalikes && files[found.kind] != nil
    }.sorted(by: precedesByteWise)
    referenceYear = files[.districts].flatMap { file in
      guard file.match.isOpen("peiljaar") else { return nil }
      return file.match.table.name.firstMatch(of: /(?:^|[^0-9])(20[0-9]{2})(?:[^0-9]|$)/)
        .flatMap { Int($0.output.1) }
    }
  }

  /// Needed kinds that no file is.
  var missing: [FileKind] { FileKind.allCases.filter { $0.isNeeded && files[$0] == nil } }

  /// Columns of a file that a person has to settle.
  func open(_ kind: FileKind) -> [Int] {
    (files[kind]?.match.open ?? []).filter { index in
      !(kind == .districts && referenceYear != nil && kind.columns[index].name == "peiljaar")
    }
  }

  /// Whether nothing that a run needs is open.
  private var isComplete: Bool {
    missing.isEmpty
      && files.allSatisfy { kind, _ in open(kind).allSatisfy { !kind.columns[$0].isNeeded } }
  }

  /// Opens the files as a run would with the configuration that was found, and reads the dates of the
  /// declarations.
  mutating func tryOut(_ rules: [Rule]) {
    guard isComplete else { return }
    do {
      let configuration = try ConfigurationReader.read(
        Array(ConfigurationText(self).text.utf8), path: ConfigurationReader.defaultName,
        rules: rules)
      let input = try InputFolder(path: folder.path, configuration: configuration)
      let preparation = try Preparation(input, configuration: configuration, rules: rules)
      try preparation.refuseEqualParts()
      months = try ServiceMonths(preparation)
    } catch let failure as RunFailure {
      obstacle = failure.message
    } catch {
      obstacle = "\(error)"
    }
  }

  /// What a person has to settle, a line each.
  var doubts: [String] {
    var lines = choice.doubts.map { "\($0.table.name): \($0.finding)" }
    lines += folder.others.filter(\.isDoubtful).map { "\($0.name): \($0.finding)" }
    lines += missing.map { "no file was found that is \($0.name), which a run needs" }
    for kind in FileKind.allCases {
      guard let file = files[kind] else { continue }
      if let doubt = dialects.doubts[kind] { lines.append("\(kind.name): \(doubt)") }
      for index in open(kind) {
        let names = file.match.likeliest(index).map { "'\(RunFailure.shortened($0))'" }
        let column = kind.columns[index].name
        let choices = names.isEmpty ? "no header is left" : enumeration(names, and: "or")
        lines.append("\(kind.name): column '\(column)' is open: \(choices)")
      }
    }
    if let obstacle { lines.append("a run would stop: \(obstacle)") }
    return lines
  }
}

extension TableMatch {
  /// Columns with codes that are shorter than their list or standard has them.
  fileprivate var shortenedColumns: [String] {
    let widths: [ColumnShape: [Int]] = [
      .agb: [7], .category: [1], .unit: [1], .district: [5, 7], .neighbourhood: [7],
    ]
    return kind.columns.map(\.name).filter { name in
      guard let short = widths[ColumnShape(name, of: kind)], let column = profile(name) else {
        return false
      }
      return column.values.contains { value in
        short.contains(value.count) && value.allSatisfy { $0 &- 0x30 <= 9 }
      }
    }
  }
}

extension RunFailure {
  static func nothingToTakeIn(_ path: String, names: [String]) -> RunFailure {
    let found =
      names.isEmpty
      ? "holds no file" : "holds \(names.count) entries, none of which is a file of the contract"
    return RunFailure(
      .inputNotFound,
      "\(path) \(found); put the exports of declarations, allocations, products and providers there "
        + "as CSV, with a header")
  }
}
