/// What readers of a run's figures must know first; every warning of a run is one of these.
///
/// A warning names files, lines, columns and rules, never a value. Its wording stands once for each
/// language, in `RunWarning+English.swift` (manifest, standard error, `check`) and
/// `RunWarning+Dutch.swift` (annex, workbook).
public enum RunWarning: Sendable, Hashable {
  case noLines
  case periodFromData
  case rulesOff
  /// A rule whose file was not given, by code.
  case notAssessed(rule: String)
}
