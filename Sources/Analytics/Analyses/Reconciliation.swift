/// The last step of the ladder: each table's amounts added up again, as its ``Balance`` declares, and
/// compared with the ledger and with each other.
public struct Reconciliation: Sendable {
  /// A table's total, equal to the ledger's amount.
  public struct Total: Sendable, Equatable {
    /// The table's name.
    public let table: String
    public let cents: Int64
  }

  /// In the order of the tables; without tables that promise no sum or that are header only
  /// for want of registers.
  public let totals: [Total]

  /// Adds up the tables.
  ///
  /// - Throws: The first table that does not balance.
  public init(of tables: [Table], with ledger: Ledger) throws(Imbalance) {
    var totals: [Total] = []
    for table in tables {
      guard let analysis = Analysis.declaring(table), analysis.hasRows(with: ledger) else {
        continue
      }
      let balances = analysis.balances.filter { $0.applies(ledger) }
      for balance in balances { try table.expect(balance, of: ledger) }
      for law in analysis.laws where !law.holds(table, tables, ledger) {
        throw Imbalance(table: table.name, .broken(law: law.text))
      }
      if let amount = balances.lazy.compactMap(\.amount).first {
        totals.append(Total(table: table.name, cents: amount.cents(in: ledger)))
      }
    }
    self.totals = totals
  }
}

/// A table whose figures do not add up: a defect of the program.
public struct Imbalance: Error, Sendable, Equatable {
  public enum Flaw: Sendable, Equatable {
    /// Figures of a column that should add up to an amount of the ledger.
    case sum(of: ColumnName, BalancedAmount, expected: Int64, found: Int64)
    /// Figures of a column that should add up to those of other rows.
    case parts(of: ColumnName, expected: Int64, found: Int64)
    case broken(law: String)
  }

  /// The table's name.
  public let table: String
  public let flaw: Flaw

  public init(table: String, _ flaw: Flaw) {
    self.table = table
    self.flaw = flaw
  }
}

extension Imbalance: CustomStringConvertible {
  public var description: String {
    let finding =
      switch flaw {
      case .sum(let column, let amount, let expected, let found):
        "column \(column.text) adds up to \(found), the ledger (\(amount.rawValue)) to \(expected)"
      case .parts(let column, let expected, let found):
        "rows of column \(column.text) add up to \(found), their total is \(expected)"
      case .broken(let law): "it does not hold that \(law)"
      }
    return "table \(table) does not balance: \(finding); please report this"
  }
}

extension Table {
  fileprivate func expect(_ balance: Balance, of ledger: Ledger) throws(Imbalance) {
    if let amount = balance.amount {
      let expected = amount.cents(in: ledger)
      let sets = balance.sums.isEmpty ? [.all] : balance.sums.flatMap { [$0.parts, $0.whole] }
      for set in sets {
        let found = sums(of: balance.column, in: set, by: [])[[]] ?? 0
        guard found == expected else {
          throw Imbalance(
            table: name, .sum(of: balance.column, amount, expected: expected, found: found))
        }
      }
    }
    for sum in balance.sums where !sum.columns.isEmpty || balance.amount == nil {
      let wholes = sums(of: balance.column, in: sum.whole, by: sum.columns)
      let parts = sums(of: balance.column, in: sum.parts, by: sum.columns)
      for key in Set(wholes.keys).union(parts.keys) where wholes[key] ?? 0 != parts[key] ?? 0 {
        throw Imbalance(
          table: name,
          .parts(of: balance.column, expected: wholes[key] ?? 0, found: parts[key] ?? 0))
      }
    }
  }

  /// The figures of some rows, added up for every value of these columns.
  private func sums(
    of column: ColumnName, in set: RowSet, by columns: [ColumnName]
  ) -> [[Cell]: Int64] {
    let (keys, figure) = (columns.map(position), position(of: column))
    var sums: [[Cell]: Int64] = [:]
    for row in set.rows(of: self) {
      guard case .number(let number) = row[figure] else { continue }
      sums[keys.map { row[$0] }, default: 0] += number
    }
    return sums
  }
}
