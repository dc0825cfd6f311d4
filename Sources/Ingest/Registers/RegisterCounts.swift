/// What reading the reference files brings to light besides their data.
final class RegisterCounts {
  var problems = RegisterProblems()
  var counts: [RegisterCount] = []
  var remarks = InputRemarks()
  /// Columns that seem to hold citizen service numbers, in the order of reading.
  var citizenNumbers: [(file: String, column: String)] = []

  /// Throws 65 when a column must not be delivered or rows cannot be used.
  func check() throws(RunFailure) {
    guard citizenNumbers.isEmpty else { throw .citizenNumbers(citizenNumbers) }
    guard problems.count == 0 else { throw .unusableRows(problems) }
  }
}

/// The rows of one part of a reference file, for the manifest.
public struct RegisterCount: Sendable, Equatable {
  public let kind: FileKind
  /// The part's name.
  public var part: String { lines.name }
  public internal(set) var lines: PartLines
  /// Rows after the header that are neither blank nor skipped as totals.
  public var rows = 0
  /// Total rows that were skipped.
  public var totals = 0
}
