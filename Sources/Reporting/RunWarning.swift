import Ingest

/// What readers of a run's figures must know first: in English for the manifest, in Dutch for
/// reports.
public enum RunWarning: Sendable {
  case noLines
  case periodFromData
  case rulesOff
  /// A rule whose file was not given, by code.
  case notAssessed(rule: String)

  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    case .rulesOff: "no findings: the rules were switched off"
    case .notAssessed(let rule): "\(rule) is not assessed: a file that it needs is not given"
    }
  }

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

  /// A warning of a manifest in Dutch, or as it stands when it is none of these.
  public static func dutch(_ warning: String) -> String {
    let known =
      [noLines, periodFromData, rulesOff] + Rule.findings.map { notAssessed(rule: $0.code) }
    return known.first { $0.english == warning }?.dutch ?? warning
  }
}
