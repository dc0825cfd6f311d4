extension RunWarning {
  /// One line without a period at its end.
  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    case .rulesOff: "no findings: the rules were switched off"
    case .notAssessed(let rule): "\(rule) is not assessed: a file that it needs is not given"

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
