extension RunWarning {
  /// One line without a period at its end.
  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .noWindow:
      "without lines and without [periode] there is no window; subsidies of all years are added up"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    case .rulesOff: "no findings: the rules were switched off"
    case .notAssessed(let rule): "\(rule) is not assessed: a file that it needs is not given"
    case .unmatched(let file, let column, let partner, let rows, let all):
      "\(file.name): \(rows) of \(all) rows have a '\(column)' that is not in \(partner.name); the two "
        + "files may not belong together, or write it in two ways"
    case .unused(let file, let rows, let all):
      "\(file.name): \(rows) of \(all) rows have no accepted line; the files may not belong "
        + "together"
    case .districtsUnmatched(let clients, let all, let widths, let districtWidths):
      "clienten: \(clients) of \(all) clients with a code find no district in gebieden; their codes have "
        + "\(Self.list(widths)) characters, those of gebieden \(Self.list(districtWidths))"
    case .dominantValue(let file, let column, let rows, let all):
      "\(file.name): one value of '\(column)' stands in \(rows) of \(all) rows, and nearly all others "
        + "differ; it may stand for a missing one ([invoer] ontbrekend)"
    case .unrecognisedFile(let name, let kind):
      "\(name): not read, but its header is that of \(kind.name), which is not given; call it "
        + "\(kind.name).csv if it is that"
    case .noLineEnd(let part):
      "\(part): the last line has no line end; the file may have been cut off, so compare it with "
        + "its source"
    case .narrowEnd(let part, let found, let expected):
      "\(part): the last record has \(found) of \(expected) fields; the file may have been cut off, "
        + "so compare it with its source"
    case .doubtfulValue(let part, let line):
      "\(part):\(line): a quoted value goes on over a line end and holds as many separators as a "
        + "record; a stray quote may have joined two lines"

    case .separatorLine(let part, let named, let declared, let isTaken):
      "\(part): the line 'sep=' names \(named.separatorWording) where "
        + "\(declared.separatorWording) is declared; "
        + (isTaken ? "it holds, as only it reads the header" : "the declared one holds")
    case .utf8Declared(let part, let encoding):
      "\(part): read as \(encoding.rawValue), as declared, but all of it is valid UTF-8, so names "
        + "are garbled; declare codering = \"utf-8\" if it is"
    case .probableColumn(let file, let parts, let header, let column):
      "\(parts.english): the unknown column '\(RunFailure.shortened(header))' is probably "
        + "'\(column)'; correct the header, or map it under "
        + "[kolommen.\(file.name)]"
    case .columnMissing(let file, let column, let rules, let partCount):
      "\(file.name) has no column '\(column)': \(Self.notAssessed(rules))"
        + (rules.contains("R104") && partCount > 1
          ? ", so a part delivered twice cannot be noticed" : "")
    case .columnMissingInParts(let parts, let column, let rules):
      "column '\(column)' is not in \(parts.english), but in other parts"
        + (rules.isEmpty ? "" : ": for their lines \(Self.notAssessed(rules))")
        + (rules.contains("R104") ? ", so one of them delivered twice cannot be noticed" : "")
    }
  }

  /// `4`, `4 or 6`.
  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: " or ")
  }

  private static func notAssessed(_ rules: [String]) -> String {
    "\(enumeration(rules, and: "and")) \(rules.count == 1 ? "is" : "are") not assessed"
  }
}

extension UInt8 {
  /// A separator in a message.
  var separatorWording: String {
    self == UInt8(ascii: "\t") ? "a tab" : "'\(Unicode.Scalar(self))'"
  }
}
