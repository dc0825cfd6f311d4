/// What readers of a run's figures must know first; every warning of a run is one of these.
///
/// A warning names files, lines, columns and rules, never a value. Its wording stands once for each
/// language, in `RunWarning+English.swift` (manifest, standard error, `check`) and
/// `RunWarning+Dutch.swift` (annex, workbook).
public enum RunWarning: Sendable, Hashable {
  case noLines
  /// No line and no declared window: subsidies of all years are added up.
  case noWindow
  case periodFromData
  case rulesOff
  /// A rule whose file was not given, by code.
  case notAssessed(rule: String)
  /// Rows of a file whose value in a column is not in the file where it should be.
  case unmatched(file: FileKind, column: String, partner: FileKind, rows: Int, of: Int)
  /// Products or providers without a line.
  case unused(file: FileKind, rows: Int, of: Int)
  /// Clients whose district is not in gebieden, with the widths of the codes on both sides.
  case districtsUnmatched(clients: Int, of: Int, widths: [Int], districtWidths: [Int])
  /// A column with one value in more than half of the rows, where nearly all others differ.
  case dominantValue(file: FileKind, column: String, rows: Int, of: Int)
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
