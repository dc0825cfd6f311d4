public import Ingest

extension Ledger {
  /// The ledger of a state that has seen every line.
  public init(_ state: LedgerState, reference: ReferenceData, parameters: CountingParameters) {
    let (grid, store) = (state.grid, state.store)
    let days = state.totals.days
    var placements: [Placement] = []
    placements.reserveCapacity(store.allocationCount)
    for allocation in Self.allocationsByClient(reference) {
      store.sortLeaves(of: allocation)
      Self.appendPlacements(
        of: allocation, reference.allocations[allocation], store, grid, to: &placements)
    }
    self.parameters = parameters
    self.reference = reference
    self.placements = placements
    self.grid = grid
    self.store = store
    window = Self.window(parameters, days)
    months = days.map { $0.lowerBound.month...$0.upperBound.month }

    var netPerMonth = [Int64](repeating: 0, count: months.map { Self.count($0) } ?? 0)
    var net = (inside: Int64(0), outside: Int64(0))
    let firstMonth = months?.lowerBound.number ?? 0
    for placement in placements {
      store.forEachCell(of: placement) { slot, cents in
        netPerMonth[Int(grid.months[slot].number - firstMonth)] += cents
        if grid.isInWindow[slot] { net.inside += cents } else { net.outside += cents }
      }
    }
    self.netPerMonth = netPerMonth
    lines = LineSummary(
      acceptedLines: state.totals.linesPerDay.reduce(0, +),
      linesInWindow: zip(grid.slotOfDay, state.totals.linesPerDay)
        .reduce(0) { $0 + (grid.isInWindow[Int($1.0)] ? $1.1 : 0) },
      debit: state.totals.debit, credit: state.totals.credit,
      netInWindow: net.inside, netOutsideWindow: net.outside)
  }

  private static func count(_ months: ClosedRange<Month>) -> Int {
    Int(months.upperBound.number - months.lowerBound.number) + 1
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
  private static func allocationsByClient(_ reference: ReferenceData) -> [Int] {
    var starts = [Int](repeating: 0, count: reference.clientCount + 1)
    for allocation in reference.allocations { starts[Int(allocation.client) + 1] += 1 }
    for client in 0..<reference.clientCount { starts[client + 1] += starts[client] }
    var order = [Int](repeating: 0, count: reference.allocations.count)
    for (index, allocation) in reference.allocations.enumerated() {
      order[starts[Int(allocation.client)]] = index
      starts[Int(allocation.client)] += 1
    }
    return order
  }

  private static func appendPlacements(
    of allocation: Int, _ facts: Allocation, _ store: LeafStore, _ grid: PeriodGrid,
    to placements: inout [Placement]
  ) {
    var first: (index: Int, leaf: Leaf)?
    var windowNet: Int64 = 0
    func finish() {
      guard let first else { return }
      placements.append(
        Placement(
          client: facts.client, indication: facts.indication,
          product: Int32(first.leaf.productPlusOne - 1), provider: Int32(first.leaf.provider),
          windowNet: windowNet, firstLeaf: UInt32(first.index)))
    }
    store.forEachLeaf(of: allocation) { index, leaf in
      if let known = first, !known.leaf.belongs(to: leaf.productPlusOne - 1, leaf.provider) {
        finish()
        (first, windowNet) = (nil, 0)
      }
      if first == nil { first = (index, leaf) }
      store.forEachNet(of: index) { cell, cents in
        if grid.isInWindow[Int(leaf.period) * Leaf.slotCount + cell] { windowNet += cents }
      }
    }
    finish()
  }
}
