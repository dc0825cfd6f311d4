extension RunWarning {
  /// Whole sentences.
  public var dutch: String {
    switch self {
    case .noLines: "Er zijn geen declaratieregels; alle cijfers zijn 0."
    case .periodFromData:
      "De periode is niet opgegeven; zij loopt van de eerste tot en met de laatste datum van de "
        + "goedgekeurde regels."
    case .rulesOff: "Er zijn geen bevindingen: de regels stonden uit."
    case .notAssessed(let rule):
      "Regel \(rule) is niet beoordeeld: een bestand dat hij nodig heeft ontbreekt."
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
