/// What a first look at a folder decided, and by which evidence: names, headers and counts, never the
/// value of a cell.
struct IntakeReport {
  /// Lines that end in LF.
  let text: String

  init(_ findings: IntakeFindings) {
    var lines: [String] = []
    for kind in FileKind.allCases {
      guard let file = findings.files[kind] else { continue }
      lines += Self.lines(of: file, findings)
    }
    lines += Self.general(findings)
    let strangers =
      findings.choice.strangers.map { ($0.name, "no file of the contract") }
      + findings.folder.others.filter { !$0.isDoubtful }.map { ($0.name, $0.finding) }
    if !strangers.isEmpty {
      lines.append("not used")
      lines += strangers.sorted { precedesByteWise($0.0, $1.0) }.map { "  \($0.0): \($0.1)" }
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of file: ChosenFile, _ findings: IntakeFindings) -> [String] {
    let kind = file.kind
    var lines = ["\(kind.name): \(enumeration(file.parts.map(\.name), and: "and"))"]
    lines.append("  \(file.reason)")
    if let patterns = findings.patterns[kind] {
      lines.append("  files     \(enumeration(patterns, and: "and"))")
    }
    if let line = file.match.table.headerLine {
      lines.append("  header    on line \(line); the lines above it are passed over")
    }
    if let (declaration, evidence) = findings.dialects.lines[kind] {
      lines.append("  dialect   \(declaration)")
      lines += evidence.map { "            \($0)" }
    }
    return lines + columns(of: file.match, open: findings.open(kind)) + [""]
  }

  private static func columns(of match: TableMatch, open: [Int]) -> [String] {
    var rows: [(ours: String, theirs: String, why: String)] = []
    var plain: [String] = []
    for (index, column) in match.kind.columns.enumerated() {
      if let position = match.positions[index] {
        let header = RunFailure.shortened(match.table.headers[position])
        switch match.evidence[index] {
        case nil, .name: plain.append(column.name)
        case .alias: rows.append((column.name, header, "an alias"))
        case .nearName: rows.append((column.name, header, "nearly its name"))
        case .caption: rows.append((column.name, header, "by its words"))
        case .content(let reason): rows.append((column.name, header, reason))
        }
      } else if open.contains(index) {
        let names = match.likeliest(index).map { RunFailure.shortened($0) }
        rows.append((column.name, "open", names.joined(separator: " | ")))
      }
    }
    var lines: [String] = []
    if !plain.isEmpty { lines.append("  by name   \(plain.joined(separator: ", "))") }
    func width(_ texts: [String]) -> Int { texts.map { $0.unicodeScalars.count }.max() ?? 0 }
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }
    let (ours, theirs) = (width(rows.map(\.ours)), width(rows.map(\.theirs)))
    lines += rows.map { "  \(padded($0.ours, ours)) = \(padded($0.theirs, theirs))  \($0.why)" }
    let offered = Set(open.flatMap(match.likeliestPositions))
    let unused = match.free.filter { !offered.contains($0) }
      .map { RunFailure.shortened(match.table.headers[$0]) }
    if !unused.isEmpty { lines.append("  unused    \(unused.joined(separator: ", "))") }
    return lines
  }

  private static func general(_ findings: IntakeFindings) -> [String] {
    var lines: [String] = []
    let municipality = findings.municipality
    if municipality.code != nil {
      lines.append("gemeente_code: \(municipality.codeEvidence)")
    }
    if municipality.name != nil {
      lines.append("gemeente_naam: \(municipality.nameEvidence)")
    }
    if let months = findings.months, let year = months.year, let span = months.span {
      let why =
        year.isWhole ? "the last year with lines in every month" : "the year with most lines"
      lines.append(
        "periode: \(year.number), \(why); there are lines of \(span.lowerBound.iso) to "
          + span.upperBound.iso)
    }
    if !findings.shortened.isEmpty {
      let columns = enumeration(findings.shortened, and: "and")
      lines.append("voorloopnullen: codes are too short: \(columns)")
    }
    if !findings.ignored.isEmpty {
      lines.append("negeren: \(enumeration(findings.ignored, and: "and")) would stop a run")
    }
    return lines.isEmpty ? [] : lines + [""]
  }
}
