public import Ingest

/// One table of the report: its name, columns, sums and counting rules, and the pure function that
/// makes its rows from the ledger.
///
/// To add a table, write it in a file of its own as a static member and name it in ``all``.
public struct Analysis: Sendable {
  /// Which lines a table's figures are about.
  public enum Coverage: Sendable {
    /// Those in the reporting window.
    case window
    /// All accepted lines, whatever the window.
    case allMonths
    /// Those in the window in which sequences are looked for.
    case sequenceWindow
    /// None: the subsidies of the years that the window touches.
    case subsidyYears
  }

  /// A file that a municipality may leave out.
  enum Need {
    case clients, districts
  }

  /// The name in file names and reports, for instance `product-gebruik`.
  public let name: String
  /// One line in Dutch.
  public let title: String
  public let columns: [Column]
  public let coverage: Coverage
  /// Without which the table is header only.
  let needs: [Need]
  /// How the figures are counted, in Dutch, for the given parameters.
  public let countingRules: @Sendable (CountingParameters) -> [String]
  /// Which of its amounts add up to which, and to what; nil for a table without such sums.
  public let balance: Balance?
  private let rows: @Sendable (Ledger) -> [[Cell]]

  init(
    name: String, title: String, columns: [Column], coverage: Coverage = .window,
    needs: [Need] = [], countingRules: @escaping @Sendable (CountingParameters) -> [String],
    balance: Balance? = nil, rows: @escaping @Sendable (Ledger) -> [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.coverage = coverage
    self.needs = needs
    self.countingRules = countingRules
    self.balance = balance
    self.rows = rows
  }

  /// The finished table.
  public func table(from ledger: Ledger) -> Table {
    Table(
      name: name, title: title, countingRules: countingRules(ledger.parameters), columns: columns,
      rows: hasRows(with: ledger) ? rows(ledger) : [])
  }

  /// Whether the files that it needs were delivered.
  func hasRows(with ledger: Ledger) -> Bool {
    needs.allSatisfy { need in
      switch need {
      case .clients: ledger.registers.clients != nil
      case .districts: ledger.registers.districts != nil
      }
    }
  }
}

extension Analysis {
  /// Every table of the main report, in its order.
  public static let all: [Analysis] = [
    .productUse, .subsidies, .spendingShares, .monthlyCourse, .combinations, .groupCounts,
    .sequences, .concentration, .providers, .districtUse, .ages,
  ]

  /// The analysis that a table is of; nil for a table of findings.
  public static func declaring(_ table: Table) -> Analysis? { all.first { $0.name == table.name } }

  /// The tables of all analyses in the order of the list, computed by several threads.
  ///
  /// Analyses are pure functions of an immutable ledger, so they share nothing but their results.
  public static func tables(
    _ analyses: [Analysis] = all, from ledger: Ledger, workers: Int
  ) -> [Table] {
    results(analyses.count, workers: workers) { analyses[$0].table(from: ledger) }
  }
}

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
      guard let analysis = Analysis.declaring(table), let balance = analysis.balance,
        analysis.hasRows(with: ledger)
      else { continue }
      let cents = balance.amount.cents(in: ledger)
      try table.expect(balance, cents)
      totals.append(Total(table: table.name, cents: cents))
    }
    self.totals = totals
  }
}

/// A table whose amounts do not add up: a defect of the program.
public struct Imbalance: Error, Sendable, Equatable {
  /// The table's name.
  public let table: String
  /// The ledger's amount that was expected; nil where some rows do not add up to their total.
  public let amount: BalancedAmount?
  public let expectedCents: Int64
  public let foundCents: Int64
}

extension Imbalance: CustomStringConvertible {
  public var description: String {
    guard let amount else {
      return "rows of table \(table) add up to \(foundCents) cents, their total is "
        + "\(expectedCents); please report this"
    }
    return "table \(table) adds up to \(foundCents) cents, the ledger (\(amount.rawValue)) to "
      + "\(expectedCents); please report this"
  }
}

extension Table {
  fileprivate func expect(_ balance: Balance, _ cents: Int64) throws(Imbalance) {
    let sets = balance.sums.isEmpty ? [.all] : balance.sums.flatMap { [$0.parts, $0.whole] }
    for set in sets {
      let found = sums(of: set, by: [])[[]] ?? 0
      guard found == cents else {
        throw Imbalance(
          table: name, amount: balance.amount, expectedCents: cents, foundCents: found)
      }
    }
    for sum in balance.sums where !sum.columns.isEmpty {
      let wholes = sums(of: sum.whole, by: sum.columns)
      let parts = sums(of: sum.parts, by: sum.columns)
      for key in Set(wholes.keys).union(parts.keys) where wholes[key] ?? 0 != parts[key] ?? 0 {
        throw Imbalance(
          table: name, amount: nil, expectedCents: wholes[key] ?? 0, foundCents: parts[key] ?? 0)
      }
    }
  }

  /// The amounts of some rows, added up for every value of these columns.
  private func sums(of set: RowSet, by columns: [ColumnName]) -> [[Cell]: Int64] {
    let (keys, amount) = (columns.map(position), position(of: .amount))
    var sums: [[Cell]: Int64] = [:]
    for row in set.rows(of: self) {
      guard case .number(let cents) = row[amount] else { continue }
      sums[keys.map { row[$0] }, default: 0] += cents
    }
    return sums
  }
}
