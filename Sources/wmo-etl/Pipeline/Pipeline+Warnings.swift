import Ingest

extension Pipeline.Result {
  /// The warnings of the run, each once: the list from which standard error, manifest, annex,
  /// workbook and `check` are served.
  var warnings: [RunWarning] {
    var warnings: [RunWarning] = []
    if tally.parts.allSatisfy({ $0.lines.recordCount == 0 }) { warnings.append(.noLines) }
    let counting = configuration.counting
    if ledger.months == nil, counting.windowFrom == nil || counting.windowTo == nil {
      warnings.append(.noWindow)
    } else if counting.windowFrom == nil || counting.windowTo == nil {
      warnings.append(.periodFromData)
    }
    warnings +=
      findings == nil ? remarks.warnings.compactMap(\.withoutFindings) : remarks.warnings
    warnings += inputs.flatMap(\.lines.warnings)
    if let findings {
      for result in findings.results where result.figures == nil {
        warnings.append(.notAssessed(rule: result.rule.code))
      }
    } else {
      warnings.append(.rulesOff)
    }
    return warnings
  }
}
