public import Ingest

extension Ledger {
  /// The ledger of a state that has seen every line.
  public init(
    _ state: LedgerState, registers: Registers, parameters: CountingParameters,
    workers: Int = 1
  ) {
    let (grid, store) = (state.grid, state.store)
    let days = state.totals.days
    let months = days.map { $0.lowerBound.month...$0.upperBound.month }
    let order = Self.allocationsByClient(registers)
    var pieces = results(inPiecesOf: order.count, workers: workers) { piece in
      LedgerPiece(order[piece], registers, store, grid, months)
    }
    var whole = LedgerPiece(months)
    whole.placements.reserveCapacity(pieces.reduce(0) { $0 + $1.placements.count })
    while !pieces.isEmpty { whole.append(pieces.removeFirst()) }
    self.parameters = parameters
    self.registers = registers
    self.grid = grid
    self.store = store
    self.months = months
    placements = whole.placements
    netPerMonth = whole.netPerMonth
    window = Self.window(parameters, days)
    lines = LineSummary(
      acceptedLines: state.totals.linesPerDay.reduce(0, +),
      linesInWindow: zip(grid.cellOfDay, state.totals.linesPerDay)
        .reduce(0) { $0 + (grid.isInWindow[Int($1.0)] ? $1.1 : 0) },
      debit: state.totals.debit, credit: state.totals.credit,
      netInWindow: whole.netInWindow, netOutsideWindow: whole.netOutsideWindow)
  }

  private static func window(
    _ parameters: CountingParameters, _ days: ClosedRange<Day>?
  ) -> ClosedRange<Day>? {
    guard let from = parameters.windowFrom ?? days?.lowerBound,
      let to = parameters.windowTo ?? days?.upperBound, from <= to
    else { return nil }
    return from...to
  }

  /// Allocation indices, those of one client together.
  private static func allocationsByClient(_ registers: Registers) -> [Int] {
    var starts = [Int](repeating: 0, count: registers.clientCount + 1)
    for allocation in registers.allocations { starts[Int(allocation.client) + 1] += 1 }
    for client in 0..<registers.clientCount { starts[client + 1] += starts[client] }
    var order = [Int](repeating: 0, count: registers.allocations.count)
    for (index, allocation) in registers.allocations.enumerated() {
      order[starts[Int(allocation.client)]] = index
      starts[Int(allocation.client)] += 1
    }
    return order
  }
}
