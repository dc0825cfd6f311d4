public import Analytics
public import Ingest

/// What an edition is made of: what a run published, and what it kept.
public struct EditionSource: Sendable {
  /// The tables of the run's `report.json`.
  public let tables: [Table]
  /// Nil for a run of a version that kept none.
  public let risks: DisclosureRisks?
  /// The reporting window; nil where the run had none.
  public let window: ClosedRange<Day>?

  public init(tables: [Table], risks: DisclosureRisks?, window: ClosedRange<Day>?) {
    self.tables = tables
    self.risks = risks
    self.window = window
  }
}
