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
    }
  }
}
