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
