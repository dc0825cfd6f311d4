/// Tables that the attacker must think possible, and what they show of every cell at risk: how low and
/// how high it may be, beside its true value in the run.
struct Evidence: Sendable {
  private let system: CellSystem
  private(set) var tables: [PossibleTable] = []
  private var isWithdrawn: [Bool] = []
  /// Per cell the tables that change it, with its value in them.
  private var changes: [[(table: Int, value: Int64)]]
  /// Per cell the lowest and the highest table; nil is the run.
  private var lowest: [Extreme]
  private var highest: [Extreme]
  private let confidencesOfCell: [Int: [Int]]
  /// Per confidence a table that shows it kept.
  private(set) var keeping: [Int?]

  struct Extreme: Sendable, Equatable {
    var value: Int64
    /// Nil for the run.
    var table: Int?
  }

  init(_ system: CellSystem) {
    self.system = system
    changes = Array(repeating: [], count: system.cells.count)
    lowest = system.cells.map { Extreme(value: $0.value, table: nil) }
    highest = lowest
    keeping = Array(repeating: nil, count: system.confidences.count)
    confidencesOfCell = Dictionary(grouping: system.confidences.indices) {
      system.confidences[$0].other
    }
  }

  func least(_ cell: Int) -> Extreme { lowest[cell] }
  func greatest(_ cell: Int) -> Extreme { highest[cell] }

  /// Whether a cell may be all that the condition asks.
  func isSafe(_ cell: Int) -> Bool {
    system.cells[cell].protection?
      .holds(least: lowest[cell].value, greatest: highest[cell].value) ?? true
  }

  /// Whether a client alone cannot compute the other cell.
  func isKept(_ confidence: Int) -> Bool { keeping[confidence] != nil }

  mutating func add(_ table: PossibleTable) {
    let number = tables.count
    tables.append(table)
    isWithdrawn.append(false)
    for change in table.changes {
      let value = system.cells[change.cell].value + change.difference
      changes[change.cell].append((number, value))
      widen(change.cell, to: value, by: number)
    }
    for change in table.changes {
      for confidence in confidencesOfCell[change.cell] ?? [] where !isKept(confidence) {
        if keeps(number, confidence) { keeping[confidence] = number }
      }
    }
  }

  private mutating func widen(_ cell: Int, to value: Int64, by table: Int) {
    if value < lowest[cell].value { lowest[cell] = Extreme(value: value, table: table) }
    if value > highest[cell].value { highest[cell] = Extreme(value: value, table: table) }
  }

  /// Whether a table leaves the known cell as it is and moves the other far enough.
  private func keeps(_ table: Int, _ confidence: Int) -> Bool {
    let pair = system.confidences[confidence]
    guard !changes[pair.known].contains(where: { $0.table == table }),
      let value = changes[pair.other].last(where: { $0.table == table })?.value
    else { return false }
    return system.isUncertain(pair.other, at: value)
  }

  /// Takes back the tables that move a shown cell further than the edition allows.
  mutating func withdraw(shown cells: [Int]) {
    var withdrawn: Set<Int> = []
    for cell in cells {
      for change in changes[cell]
      where !isWithdrawn[change.table] && !system.cells[cell].shown.contains(change.value) {
        withdrawn.insert(change.table)
      }
    }
    for number in withdrawn.sorted() {
      isWithdrawn[number] = true
      for change in tables[number].changes {
        changes[change.cell].removeAll { $0.table == number }
        guard lowest[change.cell].table == number || highest[change.cell].table == number
        else { continue }
        let cell = change.cell
        lowest[cell] = Extreme(value: system.cells[cell].value, table: nil)
        highest[cell] = lowest[cell]
        for (table, value) in changes[cell] { widen(cell, to: value, by: table) }
      }
    }
    for confidence in keeping.indices {
      guard let number = keeping[confidence], withdrawn.contains(number) else { continue }
      let other = system.confidences[confidence].other
      keeping[confidence] = changes[other].first { keeps($0.table, confidence) }?.table
    }
  }
}

extension CellSystem {
  /// Whether a cell at this value is far enough from the truth that nobody would say he knew it.
  func isUncertain(_ cell: Int, at value: Int64) -> Bool {
    guard case .amount(let down, let up)? = cells[cell].protection else {
      return value != cells[cell].value
    }
    return value >= up || down.map { value <= $0 } ?? false
  }
}
