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
    case .noLineEnd(let part):
      "De laatste regel van \(part) eindigt niet; het bestand kan zijn afgebroken."
    case .narrowEnd(let part, let found, let expected):
      "De laatste regel van \(part) heeft \(found) van de \(expected) velden; het bestand kan zijn "
        + "afgebroken."
    case .doubtfulValue(let part, let line):
      "In \(part) loopt vanaf regel \(line) een waarde tussen aanhalingstekens over een regeleinde "
        + "door; mogelijk zijn twee regels samengevoegd."
    }
  }
}
