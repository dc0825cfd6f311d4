/// A format by the name that `--format` knows.
public struct PublishedFormat: Sendable {
  public let name: String
  /// Whether `run` publishes it without being asked.
  public let isDefault: Bool
  /// Whether it is made for people to open; `report` makes these without being asked.
  public let isDocument: Bool
  public let format: any ReportFormat

  init(
    _ name: String,
    isDefault: Bool = true,
    isDocument: Bool = false,
    _ format: any ReportFormat
  ) {
    self.name = name
    self.isDefault = isDefault
    self.isDocument = isDocument
    self.format = format
  }
}

extension PublishedFormat {
  /// Every format that can be published, in the order of their names in the help.
  public static let all: [PublishedFormat] = [
    PublishedFormat("csv", CSVFormat()),
    PublishedFormat("json", JSONFormat()),
    PublishedFormat("xlsx", isDocument: true, WorkbookFormat()),
    PublishedFormat("html", isDocument: true, AnnexFormat()),
  ]

  /// The format of that name; nil for an unknown one.
  public static func named(_ name: String) -> PublishedFormat? {
    all.first { $0.name == name }
  }
}
