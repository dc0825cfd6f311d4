/// The last step of the ladder: each table's amounts added up again and compared with the ledger.
public struct Reconciliation: Sendable {
  /// A table's total, equal to the ledger's amount.
  public struct Total: Sendable, Equatable {
    /// The table's name.
    public let table: String
    public let cents: Int64
  }

  /// In the order of the tables; without tables that promise no sum or that are header only
  /// for want of registers data.
  public let totals: [Total]

  /// Adds up the tables.
  ///
  /// - Throws: The first table that does not balance.
  public init(
    of tables: [Table],
    by analyses: [Analysis] = Analysis.all,
    with ledger: Ledger
  ) throws(Imbalance) {
    var totals: [Total] = []
    for table in tables {
      guard let balance = analyses.first(where: { $0.name == table.name })?.balance,
        balance.isFilled(ledger),
        let column = table.columns.firstIndex(where: { $0.name == "bedrag" })
      else { continue }
      let expected = balance.amount.cents(in: ledger)
      for layer in balance.layers {
        let found = table.rows.lazy.filter(layer.contains).reduce(0) { $0 + $1[column].integer }
        guard found == expected else {
          throw Imbalance(
            table: table.name,
            amount: balance.amount,
            expectedCents: expected,
            foundCents: found
          )
        }
      }
      totals.append(Total(table: table.name, cents: expected))
    }
    self.totals = totals
  }
}

/// A table whose amounts do not add up to the ledger's: a defect of the program.
public struct Imbalance: Error, Sendable, Equatable {
  /// The table's name.
  public let table: String
  public let amount: BalancedAmount
  public let expectedCents: Int64
  public let foundCents: Int64
}

extension Imbalance: CustomStringConvertible {
  public var description: String {
    "table \(table) adds up to \(foundCents) cents, the ledger (\(amount.rawValue)) to "
      + "\(expectedCents); please report this"
  }
}

extension Cell {
  /// The number of a cell, 0 for one without.
  fileprivate var integer: Int64 {
    guard case .number(let number) = self else { return 0 }
    return number
  }
}
