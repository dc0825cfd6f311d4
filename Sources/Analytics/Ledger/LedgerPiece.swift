import Ingest

/// The placements of some allocations, and what they add up to.
struct LedgerPiece: Sendable {
  var placements: [Placement] = []
  /// Per month of ``Ledger/months``, in cents.
  private(set) var netPerMonth: [Int64]
  private(set) var netInWindow: Int64 = 0
  private(set) var netOutsideWindow: Int64 = 0

  /// Without placements.
  init(_ months: ClosedRange<Month>?) {
    let count = months.map { Int($0.upperBound.number - $0.lowerBound.number) + 1 }
    netPerMonth = Array(repeating: 0, count: count ?? 0)
  }

  /// Puts the pages of the allocations in order, and makes placements of them.
  init(
    _ allocations: ArraySlice<Int>, _ registers: Registers, _ store: NetStore,
    _ grid: PeriodGrid, _ months: ClosedRange<Month>?
  ) {
    self.init(months)
    placements.reserveCapacity(allocations.count)
    for allocation in allocations {
      store.sortPages(of: allocation)
      appendPlacements(of: allocation, registers.allocations[allocation], store, grid)
    }
    let firstMonth = months?.lowerBound.number ?? 0
    for placement in placements {
      store.forEachNet(of: placement) { cell, cents in
        netPerMonth[Int(grid.months[cell].number - firstMonth)] += cents
        if grid.isInWindow[cell] { netInWindow += cents } else { netOutsideWindow += cents }
      }
    }
  }

  mutating func append(_ other: LedgerPiece) {
    placements += other.placements
    for month in netPerMonth.indices { netPerMonth[month] += other.netPerMonth[month] }
    netInWindow += other.netInWindow
    netOutsideWindow += other.netOutsideWindow
  }

  private mutating func appendPlacements(
    of allocation: Int, _ facts: Allocation, _ store: NetStore, _ grid: PeriodGrid
  ) {
    var first: (index: Int, page: NetPage)?
    var windowNet: Int64 = 0
    func finish(_ placements: inout [Placement]) {
      guard let first else { return }
      placements.append(
        Placement(
          client: facts.client, indication: facts.indication,
          product: Int32(first.page.productPlusOne - 1), provider: Int32(first.page.provider),
          windowNet: windowNet, firstPage: UInt32(first.index)))
    }
    store.forEachPage(of: allocation) { index, page in
      if let known = first, !known.page.belongs(to: page.productPlusOne - 1, page.provider) {
        finish(&placements)
        (first, windowNet) = (nil, 0)
      }
      if first == nil { first = (index, page) }
      store.forEachNet(of: index) { position, cents in
        if grid.isInWindow[Int(page.period) * NetPage.cellCount + position] { windowNet += cents }
      }
    }
    finish(&placements)
  }
}
