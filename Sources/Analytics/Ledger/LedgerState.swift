public import Ingest

/// What a worker knows of the accepted lines that it has seen: the partial ledger.
///
/// It is made of integers that are only added, so it merges in any order. The states of one run
/// share their pages; each has totals of its own.
public struct LedgerState: Accumulator {
  let grid: PeriodGrid
  let basis: CountingParameters.Basis
  let store: NetStore
  private(set) var totals = LineTotals()
  private(set) var course = DeclarationCourse()
  private(set) var use: AllocationUse
  let classes: CourseClasses
  /// Nil without `tarieven.csv`.
  private(set) var contractUse: ContractUse?

  public init(grid: PeriodGrid, basis: CountingParameters.Basis, registers: Registers) {
    self.init(grid: grid, basis: basis, registers: registers, rates: ContractRates(registers))
  }

  /// `rates`: those of the registers; nil without `tarieven.csv`.
  init(
    grid: PeriodGrid, basis: CountingParameters.Basis, registers: Registers, rates: ContractRates?
  ) {
    precondition(
      NetPage.hasRoom(products: registers.products.count, providers: registers.providers.count),
      "more products or providers than a page of the ledger can name")
    self.grid = grid
    self.basis = basis
    store = NetStore(allocationCount: registers.allocations.count)
    contractUse = rates.map { ContractUse($0, productCount: registers.products.count) }
    use = AllocationUse(grid: grid, basis: basis, allocations: registers.allocations)
    classes = CourseClasses(registers)
  }

  public func forWorker() -> LedgerState {
    var state = self
    state.totals = LineTotals()
    state.course = DeclarationCourse()
    state.use = use.forWorker()
    state.contractUse = contractUse?.forWorker()
    return state
  }

  public mutating func update(_ batch: LineBatch) {
    apply(batch.lines, sign: 1)
  }

  public mutating func retract(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    apply(lines, sign: -1)
  }

  @inline(__always)
  private mutating func apply(_ lines: UnsafeBufferPointer<DeclarationLine>, sign: Int64) {
    // The pages of all lines are asked for first, so that waiting for them overlaps.
    var prefetched: UInt32 = 0
    var last: Int32 = -1
    for line in lines where line.allocation != last {
      last = line.allocation
      prefetched &+= store.prefetch(Int(last))
    }
    totals.prefetched = prefetched
    use.add(lines, sign: sign)
    let (usesDeclarationDate, classes) = (basis == .declaration, classes)
    let isInWindow = grid.isInWindow
    grid.cellOfDay.withUnsafeBufferPointer { cellOfDay in
      grid.monthOfDay.withUnsafeBufferPointer { monthOfDay in
        // Lines of one placement, unit and cell that follow each other are added at once.
        var index = 0
        while index < lines.count {
          let (first, start) = (lines[index], index)
          let number = classes.classOf(
            product: first.product, provider: first.provider, allocation: first.allocation)
          var cell: UInt16?
          var (cents, volume, cancelling): (Int64, Int128, Int) = (0, 0, 0)
          while index < lines.count, lines[index].isPlaced(like: first) {
            let line = lines[index]
            let service = Int(line.start - DeclarationDays.first)
            let declared = Int(line.declared - DeclarationDays.first)
            let day = usesDeclarationDate ? declared : service
            if cell == nil { cell = cellOfDay[day] }
            if cell != cellOfDay[day] { break }
            cents &+= sign &* line.cents
            volume &+= Int128(line.volume)
            if min(line.cents, line.volume) <= 0 { cancelling += 1 }
            totals.add(line, day: day, sign: sign)
            course.add(
              to: number, service: monthOfDay[service], declared: monthOfDay[declared],
              day: declared, cents: line.cents, sign: sign)
            index += 1
          }
          let unit = VolumeUnit(code: first.unit)
          store.add(
            allocation: Int(first.allocation), product: UInt32(first.product),
            provider: UInt32(first.provider), unit: unit, cell: Int(cell ?? 0), cents: cents,
            volume: volume &* (first.unit == Unit.hour.rawValue ? 60 : 1) &* Int128(sign),
            cancelling: cancelling * Int(sign))
          if contractUse != nil, isInWindow[Int(cell ?? 0)] {
            contractUse?.add(lines[start..<index], unit, sign: sign)
          }
        }
      }
    }
  }

  /// For another worker of the same run: its nets are in the common store already.
  public mutating func merge(_ other: LedgerState) {
    precondition(other.store === store, "states of two runs have no sum")
    totals.merge(other.totals)
    course.merge(other.course)
    use.merge(other.use)
    if let other = other.contractUse { contractUse?.merge(other) }
  }
}

extension DeclarationLine {
  /// Whether it is of the same placement, in the same unit.
  @inline(__always)
  func isPlaced(like other: DeclarationLine) -> Bool {
    allocation == other.allocation && product == other.product && provider == other.provider
      && unit == other.unit
  }
}

/// Counts and sums of accepted lines.
struct LineTotals: Sendable {
  /// Lines per basis date, from ``DeclarationDays/first`` on.
  private(set) var linesPerDay = [Int](repeating: 0, count: DeclarationDays.count)
  /// Cents of debits.
  private(set) var debit: Int64 = 0
  /// Cents of credits, positive.
  private(set) var credit: Int64 = 0
  /// Keeps the prefetching from being optimised away; means nothing.
  var prefetched: UInt32 = 0

  @inline(__always)
  mutating func add(_ line: DeclarationLine, day: Int, sign: Int64) {
    linesPerDay[day] += Int(sign)
    if line.isCredit {
      credit -= sign * line.cents
    } else {
      debit += sign * line.cents
    }
  }

  mutating func merge(_ other: LineTotals) {
    for day in linesPerDay.indices { linesPerDay[day] += other.linesPerDay[day] }
    debit += other.debit
    credit += other.credit
  }

  /// First and last basis date with a line; nil without any.
  var days: ClosedRange<Day>? {
    guard let first = linesPerDay.firstIndex(where: { $0 != 0 }),
      let last = linesPerDay.lastIndex(where: { $0 != 0 })
    else { return nil }
    return Day(
      number: DeclarationDays.first + Int32(first))...Day(
        number: DeclarationDays.first + Int32(last))
  }
}
