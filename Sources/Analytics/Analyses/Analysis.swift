public import Ingest

/// One table of the report: its name, columns and counting rules, and the pure function that
/// makes its rows from the ledger.
///
/// To add a table, write it in a file of its own as a static member and name it in ``all``.
public struct Analysis: Sendable {
  public let name: String
  public let title: String
  public let columns: [Column]
  /// How the figures are counted, in Dutch, for the given parameters.
  public let countingRules: @Sendable (CountingParameters) -> [String]
  let rows: @Sendable (Ledger) -> [[Cell]]

  /// The finished table.
  public func table(from ledger: Ledger) -> Table {
    Table(
      name: name, title: title, countingRules: countingRules(ledger.parameters), columns: columns,
      rows: rows(ledger))
  }
}
