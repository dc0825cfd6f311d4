/// The wording of an inspection, for a terminal and for a file alike.
extension Inspection {
  /// The whole report, lines ending in LF; headers and counts, never a value.
  public var report: String {
    var lines = [name]
    lines += [
      "  kind        \(kind.name)\(isKindKnown ? "" : ", guessed from the header; --kind overrules")",
      "  encoding    \(encodingWording)",
      "  separator   \(separatorWording)",
      "  line ends   \(lineEnds.wording)",
    ]
    if let headerLine {
      lines.append("  header      on line \(headerLine); the lines above it are passed over")
    }
    lines += [
      "  sampled     \(rowCount) \(rowCount == 1 ? "row" : "rows")"
    ]
    if case .success(let detected) = outcome, let proposal {
      lines += ["", "[invoer]", proposal]
      if !detected.evidence.isEmpty { lines += [""] + detected.evidence.map { "  \($0)" } }
    }
    lines += columnLines
    if !warnings.isEmpty { lines += [""] + warnings.map { "warning: \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line to declare; nil where there is no dialect, or no column by which to tell one.
  var proposal: String? {
    guard case .success(let detected) = outcome, !isHeaderDoubtful else { return nil }
    return DialectProposal(
      kind: kind, dialect: detected.dialect, reading: detected.reading, encoding: encoding,
      headerLine: headerLine
    ).declaration
  }

  private var encodingWording: String {
    if isMarked { return "\(encoding.encoding.rawValue), by its byte order mark" }
    switch encoding {
    case .anyEncoding: return "plain ASCII, which every encoding reads alike"
    case .proven(let encoding): return encoding.rawValue
    }
  }

  private var separatorWording: String {
    let name = separator == UInt8(ascii: "\t") ? "tab" : String(Unicode.Scalar(separator))
    return namedSeparator == separator ? "\(name), by the line 'sep='" : name
  }

  /// Whether the first record looks like data: then its fields are values and stay unsaid.
  private var isHeaderDoubtful: Bool { header.positions.allSatisfy { $0 == nil } }

  private var columnLines: [String] {
    guard !isHeaderDoubtful else { return [] }
    let shown = header.names.map(Self.printable)
    let width = shown.map { $0.unicodeScalars.count }.max() ?? 0
    let probable = Dictionary(
      header.probableColumns.map { ($0.header, kind.columns[$0.column].name) }
    ) { first, _ in first }
    var lines = ["", "columns"]
    for (position, name) in shown.enumerated() {
      let padding = String(repeating: " ", count: width - name.unicodeScalars.count)
      lines.append(
        "  \(name)\(padding)  \(use(of: header.names[position], at: position, probable))")
    }
    return lines
  }

  /// A header that neither fills the screen nor steers the terminal.
  private static func printable(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(60) {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(scalars) + (name.unicodeScalars.count > 60 ? "…" : "")
  }

  private func use(of name: String, at position: Int, _ probable: [String: String]) -> String {
    if let index = header.positions.firstIndex(of: position) { return kind.columns[index].name }
    if header.ignoredAliases.contains(name) { return "ignored: its column is there by name" }
    if let column = probable[name] { return "unknown; it is probably \(column)" }
    let absent = zip(kind.columns, header.positions).filter { $1 == nil }.map { $0.0.name }
    let nearest = nearestName(to: name, among: absent)
    return "unknown" + (nearest.map { "; the nearest column that is not there is \($0)" } ?? "")
  }

  private var warnings: [String] {
    guard !isHeaderDoubtful else {
      return [
        "no field of the first record is a column of \(kind.name), so no dialect is proposed; a "
          + "header was expected, so give the names of the columns on the first line, or another "
          + "--kind"
      ]
    }
    var warnings = header.problems.map { problem in
      let message = RunFailure.unusableHeaders([(name, problem)]).message
      return String(message.dropFirst(name.count + 2))
    }
    if header.kind == .districts, header.position(of: "peiljaar") == nil {
      warnings.append("a missing peiljaar may also be declared: peiljaar = 2017 under [invoer]")
    }
    if raggedCount > 0 {
      warnings.append(
        "\(raggedCount) of \(rowCount) rows have another number of fields than the header, or "
          + "broken quoting")
    }
    if rowCount == 0 { warnings.append("there are no rows below the header") }
    return warnings
  }
}

extension LineEnds {
  fileprivate var wording: String {
    let counts = [("CRLF", pairs), ("LF", lineFeeds), ("CR", carriageReturns)].filter { $1 > 0 }
    switch counts.count {
    case 0: return "none"
    case 1: return counts[0].0
    default: return "mixed: " + counts.map { "\($1) \($0)" }.joined(separator: ", ")
    }
  }
}
