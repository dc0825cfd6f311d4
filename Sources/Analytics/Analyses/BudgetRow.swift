import Ingest

/// A line of the budget of a year, with its amounts in cents; those that are not given are nil.
struct BudgetRow {
  let year: Int
  let name: String
  let selection: BudgetLine.Selection
  private(set) var original, current, ceiling, target: Int64?

  /// What the line may cost.
  var budget: Int64? { current ?? ceiling ?? original }

  /// Whether subsidies are its own: unless it selects by more than the kind of general provisions.
  var takesSubsidies: Bool {
    selection == BudgetLine.Selection() || selection == BudgetLine.Selection(kind: .general)
  }

  fileprivate init(_ line: BudgetLine) {
    (year, name, selection) = (line.year, line.name, line.selection)
  }

  fileprivate mutating func add(_ line: BudgetLine) {
    switch line.sort {
    case .original: original = (original ?? 0) + line.cents
    case .current: current = (current ?? 0) + line.cents
    case .ceiling: ceiling = (ceiling ?? 0) + line.cents
    case .target: target = (target ?? 0) + line.cents
    }
  }
}

extension Ledger {
  /// The lines of the budget, by year and then by name.
  var budgetRows: [BudgetRow] {
    struct Key: Hashable {
      let year: Int
      let name: ByteWise
    }
    var rows: [Key: BudgetRow] = [:]
    for line in registers.budget ?? [] {
      let key = Key(year: line.year, name: ByteWise(line.name))
      rows[key, default: BudgetRow(line)].add(line)
    }
    return rows.sorted { ($0.key.year, $0.key.name) < ($1.key.year, $1.key.name) }.map(\.value)
  }
}
