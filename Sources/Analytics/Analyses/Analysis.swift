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
  /// The amount that its rows must add up to; nil for a table without such a sum.
  let balance: Balance?
  let rows: @Sendable (Ledger) -> [[Cell]]

  init(
    name: String,
    title: String,
    columns: [Column],
    countingRules: @escaping @Sendable (CountingParameters) -> [String],
    balance: Balance? = nil,
    rows: @escaping @Sendable (Ledger) -> [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.countingRules = countingRules
    self.balance = balance
    self.rows = rows
  }

  /// The finished table.
  public func table(from ledger: Ledger) -> Table {
    Table(
      name: name,
      title: title,
      countingRules: countingRules(ledger.parameters),
      columns: columns,
      rows: rows(ledger)
    )
  }
}

extension Analysis {
  /// Every table of the main report, in its order.
  public static let all: [Analysis] = [
    .productUse, .subsidies, .spendingShares, .monthlyCourse, .combinations, .groupCounts,
    .sequences, .concentration, .providers, .districtUse, .ages,
  ]
}
