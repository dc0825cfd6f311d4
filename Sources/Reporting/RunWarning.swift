/// What readers of a run's figures must know first: in English for the manifest, in Dutch for
/// reports.
public enum RunWarning: CaseIterable, Sendable {
  case noLines
  case periodFromData
  case noRates
  case noClients
  case rulesOff

  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    case .noRates: "R210 is not assessed: tarieven is not given"
    case .noClients: "R216 and R218 are not assessed: clienten is not given"
    case .rulesOff: "no finding is assessed: the rules were switched off"
    }
  }

  public var dutch: String {
    switch self {
    case .noLines: "Er zijn geen declaratieregels; alle cijfers zijn 0."
    case .periodFromData:
      "De periode is niet opgegeven; zij loopt van de eerste tot en met de laatste datum van de "
        + "goedgekeurde regels."
    case .noRates: "R210 is niet beoordeeld: tarieven is niet aangeleverd."
    case .noClients: "R216 en R218 zijn niet beoordeeld: clienten is niet aangeleverd."
    case .rulesOff: "Geen bevinding is beoordeeld: de regels stonden uit."
    }
  }

  /// A warning of a manifest in Dutch, or as it stands when it is none of these.
  public static func dutch(_ warning: String) -> String {
    allCases.first { $0.english == warning }?.dutch ?? warning
  }
}
