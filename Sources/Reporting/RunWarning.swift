/// What readers of a run's figures must know first: in English for the manifest, in Dutch for
/// reports.
public enum RunWarning: CaseIterable, Sendable {
  case noLines
  case periodFromData

  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    }
  }

  public var dutch: String {
    switch self {
    case .noLines: "Er zijn geen declaratieregels; alle cijfers zijn 0."
    case .periodFromData:
      "De periode is niet opgegeven; zij loopt van de eerste tot en met de laatste datum van de "
        + "goedgekeurde regels."
    }
  }

  /// A warning of a manifest in Dutch, or as it stands when it is none of these.
  public static func dutch(_ warning: String) -> String {
    allCases.first { $0.english == warning }?.dutch ?? warning
  }
}
