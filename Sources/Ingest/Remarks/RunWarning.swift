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
  /// An entry of the folder that is not read for its name, but has the header of a file that is not
  /// there.
  case unrecognisedFile(String, kind: FileKind)
  /// The last line of a part has no line end.
  case noLineEnd(part: String)
  /// The last record of a part has fewer fields than its header.
  case narrowEnd(part: String, found: Int, expected: Int)
  /// A quoted value that begins in a record on a line and may be parts of two records.
  case doubtfulValue(part: String, line: Int)
}
