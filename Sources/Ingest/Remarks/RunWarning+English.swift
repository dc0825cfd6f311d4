extension RunWarning {
  /// One line without a period at its end.
  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    case .rulesOff: "no findings: the rules were switched off"
    case .notAssessed(let rule): "\(rule) is not assessed: a file that it needs is not given"
    }
  }
}
