/// A way to write a report. A format knows tables, columns and cells, never an analysis.
///
/// To add a format, conform to this protocol in a file of its own and name it in
/// ``PublishedFormat/all(language:)``, from which `--format` and its help take their names.
public protocol ReportFormat: Sendable {
  /// The files of a report. Throws a `RunFailure` when one cannot be made.
  func files(of report: Report) throws -> [ReportFile]
}

/// A file of a published report.
public struct ReportFile: Sendable, Equatable {
  /// Relative to the run's folder, with `/`: `tables/wijken.csv`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
