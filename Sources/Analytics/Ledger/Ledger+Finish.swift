public import Ingest

extension Ledger {
  /// The ledger of a state that has seen every line.
  public convenience init(
    _ state: LedgerState, registers: Registers, parameters: CountingParameters, workers: Int = 1
  ) {
    let (grid, store) = (state.grid, state.store)
    let days = state.totals.days
    let months = days.map { $0.lowerBound.month...$0.upperBound.month }
    let order = Self.allocationsByClient(registers)
    var pieces = results(inPiecesOf: order.count, workers: workers) { piece in
      LedgerPiece(order[piece], registers, store, grid, months)
    }
    var whole = LedgerPiece(months, productCount: registers.products.count)
    whole.placements.reserveCapacity(pieces.reduce(0) { $0 + $1.placements.count })
    while !pieces.isEmpty { whole.append(pieces.removeFirst()) }
    self.init(state, whole, months, registers, parameters)
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

/// The placements of some allocations, and what they add up to.
struct LedgerPiece: Sendable {
  var placements: [Placement] = []
  /// Per month of ``Ledger/months``, in cents.
  private(set) var netPerMonth: [Int64]
  private(set) var netInWindow: Int64 = 0
  private(set) var netOutsideWindow: Int64 = 0
  private(set) var netInComparison: Int64 = 0
  private(set) var volumes: PeriodVolumes

  /// Without placements.
  init(_ months: ClosedRange<Month>?, productCount: Int) {
    let count = months.map { Int($0.upperBound.number - $0.lowerBound.number) + 1 }
    netPerMonth = Array(repeating: 0, count: count ?? 0)
    volumes = PeriodVolumes(productCount: productCount)
  }

  /// Puts the pages of the allocations in order, and makes placements of them.
  init(
    _ allocations: ArraySlice<Int>, _ registers: Registers, _ store: NetStore,
    _ grid: PeriodGrid, _ months: ClosedRange<Month>?
  ) {
    self.init(months, productCount: registers.products.count)
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
        if grid.isInComparison[cell] { netInComparison += cents }
      }
    }
  }

  mutating func append(_ other: LedgerPiece) {
    placements += other.placements
    for month in netPerMonth.indices { netPerMonth[month] += other.netPerMonth[month] }
    netInWindow += other.netInWindow
    netOutsideWindow += other.netOutsideWindow
    netInComparison += other.netInComparison
    volumes.merge(other.volumes)
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
          product: Int32(first.page.product), provider: Int32(first.page.provider),
          allocation: Int32(allocation), windowNet: windowNet, firstPage: UInt32(first.index)))
    }
    store.forEachPage(of: allocation) { index, page in
      if let known = first, !known.page.belongs(to: page.product, page.provider) {
        finish(&placements)
        (first, windowNet) = (nil, 0)
      }
      if first == nil { first = (index, page) }
      addVolume(of: index, page, store, grid)
      store.forEachNet(of: index) { position, cents in
        if grid.isInWindow[page.firstCell + position] { windowNet += cents }
      }
    }
    finish(&placements)
  }

  /// A page lies wholly in or outside either period (``PeriodGrid``).
  private mutating func addVolume(
    of index: Int, _ page: NetPage, _ store: NetStore, _ grid: PeriodGrid
  ) {
    let isCounted = (
      window: grid.isInWindow[page.firstCell], comparison: grid.isInComparison[page.firstCell]
    )
    guard isCounted.window || isCounted.comparison else { return }
    let (volume, unit) = (store.volume(of: index), VolumeUnit.allCases[page.unit])
    let product = Int(page.product)
    if isCounted.window { volumes.add(volume, product: product, unit: unit, in: .window) }
    if isCounted.comparison { volumes.add(volume, product: product, unit: unit, in: .comparison) }
  }
}
