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
    case .unmatchedPattern(let pattern, let kind):
      "\(kind.name): no file is called as [bestanden] says, '\(pattern)'"
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

extension RunWarning {
  /// Whole sentences.
  public var dutch: String {
    switch self {
    case .noLines: "Er zijn geen declaratieregels; alle cijfers zijn 0."
    case .noWindow:
      "Zonder regels en zonder opgegeven periode is er geen venster; subsidies zijn over alle jaren "
        + "opgeteld."
    case .periodFromData:
      "De periode is niet opgegeven; zij loopt van de eerste tot en met de laatste datum van de "
        + "goedgekeurde regels."
    case .rulesOff: "Er zijn geen bevindingen: de regels stonden uit."
    case .notAssessed(let rule):
      "Regel \(rule) is niet beoordeeld: een bestand dat hij nodig heeft ontbreekt."
    case .unmatched(let file, let column, let partner, let rows, let all):
      "Van de \(all) rijen van \(file.name) hebben \(rows) een \(column) die niet in \(partner.name) "
        + "staat; de bestanden horen misschien niet bij elkaar."
    case .unused(let file, let rows, let all):
      "Van de \(all) rijen van \(file.name) komen \(rows) in geen declaratieregel voor; de bestanden "
        + "horen misschien niet bij elkaar."
    case .districtsUnmatched(let clients, let all, let widths, let districtWidths):
      "Van de \(all) cliënten met een wijkcode hebben \(clients) een code die niet in gebieden staat; "
        + "de codes tellen \(widths.map(String.init).joined(separator: " of ")) tekens, die van "
        + "gebieden \(districtWidths.map(String.init).joined(separator: " of "))."
    case .dominantValue(let file, let column, let rows, let all):
      "In \(rows) van de \(all) rijen van \(file.name) heeft \(column) dezelfde waarde, terwijl bijna "
        + "alle andere verschillen; zij staat misschien voor een ontbrekende waarde."
    case .unrecognisedFile(let name, let kind):
      "Het bestand \(name) is niet gelezen, maar heeft de kolommen van \(kind.name), dat ontbreekt."
    case .unmatchedPattern(let pattern, let kind):
      "Geen bestand heet zoals [bestanden] van \(kind.name) zegt: '\(pattern)'."
    case .noLineEnd(let part):
      "De laatste regel van \(part) eindigt niet; het bestand kan zijn afgebroken."
    case .narrowEnd(let part, let found, let expected):
      "De laatste regel van \(part) heeft \(found) van de \(expected) velden; het bestand kan zijn "
        + "afgebroken."
    case .doubtfulValue(let part, let line):
      "In \(part) loopt vanaf regel \(line) een waarde tussen aanhalingstekens over een regeleinde "
        + "door; mogelijk zijn twee regels samengevoegd."

    case .separatorLine(let part, let named, let declared, let isTaken):
      "\(part): de regel 'sep=' noemt \(Self.separator(named)) als scheidingsteken, terwijl "
        + "\(Self.separator(declared)) is opgegeven; "
        + (isTaken
          ? "het eerste geldt, omdat alleen dat de kop leest." : "het opgegeven teken geldt.")
    case .utf8Declared(let part, let encoding):
      "\(part) is gelezen als \(encoding.rawValue), zoals opgegeven, maar is in zijn geheel geldig "
        + "UTF-8; namen zijn dan verminkt."
    case .probableColumn(_, let parts, let header, let column):
      "\(parts.dutch): de onbekende kolom '\(RunFailure.shortened(header))' is waarschijnlijk "
        + "'\(column)'."
    case .columnMissing(let file, let column, let rules, let partCount):
      "Het bestand \(file.name) heeft geen kolom '\(column)': \(Self.notAssessed(rules))"
        + (rules.contains("R104") && partCount > 1
          ? ", zodat een dubbel geleverd deel niet opvalt." : ".")
    case .columnMissingInParts(let parts, let column, let rules):
      "De kolom '\(column)' ontbreekt in \(parts.dutch), maar niet in andere delen"
        + (rules.isEmpty ? "" : ": voor hun regels \(Self.notAssessed(rules, ofLines: true))")
        + (rules.contains("R104") ? ", zodat een dubbel geleverd deel niet opvalt." : ".")
    }
  }

  private static func notAssessed(_ rules: [String], ofLines: Bool = false) -> String {
    let codes = enumeration(rules, and: "en")
    let (verb, noun) = rules.count == 1 ? ("is", "regel") : ("zijn", "de regels")
    return ofLines ? "\(verb) \(codes) niet beoordeeld" : "\(noun) \(codes) \(verb) niet beoordeeld"
  }

  private static func separator(_ byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "een tab" : "'\(Unicode.Scalar(byte))'"
  }
}
