import Analytics
public import Ingest

/// An edition that was published before: whoever has it knows its tables, too.
public struct FormerEdition: Sendable {
  /// That of its run and folder.
  public let name: String
  public let source: EditionSource
  public let parameters: PublicationParameters
  public let hidden: HiddenBundles

  public init(
    name: String, source: EditionSource, parameters: PublicationParameters,
    hidden: HiddenBundles
  ) {
    (self.name, self.source) = (name, source)
    (self.parameters, self.hidden) = (parameters, hidden)
  }
}
