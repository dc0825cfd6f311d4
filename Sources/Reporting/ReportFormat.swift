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

/// A format by the name that `--format` knows.
public struct PublishedFormat: Sendable {
  public let name: String
  /// Whether `run` publishes it without being asked.
  public let isDefault: Bool
  /// Whether it is made for people to open; `report` makes these without being asked.
  public let isDocument: Bool
  public let format: any ReportFormat

  init(
    _ name: String, isDefault: Bool = true, isDocument: Bool = false, _ format: any ReportFormat
  ) {
    self.name = name
    self.isDefault = isDefault
    self.isDocument = isDocument
    self.format = format
  }
}

extension PublishedFormat {
  /// Every format that can be published, in the order of their names in the help; `language` is
  /// that of the annex.
  public static func all(language: AnnexLanguage = .dutch) -> [PublishedFormat] {
    [
      PublishedFormat("csv", CSVFormat()),
      PublishedFormat("json", JSONFormat()),
      PublishedFormat("xlsx", isDocument: true, WorkbookFormat()),
      PublishedFormat("html", isDocument: true, AnnexFormat(language: language)),
    ]
  }
}
