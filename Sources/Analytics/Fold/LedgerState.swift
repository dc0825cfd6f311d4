public import Ingest

/// What a worker knows of the accepted lines that it has seen: the partial ledger.
///
/// It is made of integers that are only added, so it merges in any order.
public struct LedgerState: LineFold {
  let grid: PeriodGrid
  let basis: CountingParameters.Basis
  let store: LeafStore
  private(set) var totals: LineTotals

  public init(grid: PeriodGrid, basis: CountingParameters.Basis, allocationCount: Int) {
    self.grid = grid
    self.basis = basis
    store = LeafStore(allocationCount: allocationCount)
    totals = LineTotals()
  }

  public mutating func add(_ batch: LineBatch) {
    fold(batch.lines, sign: 1)
  }

  mutating func add(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    fold(lines, sign: 1)
  }

  public mutating func remove(_ lines: UnsafeBufferPointer<DeclarationLine>) {
    fold(lines, sign: -1)
  }

  @inline(__always)
  private mutating func fold(_ lines: UnsafeBufferPointer<DeclarationLine>, sign: Int64) {
    let leaves = store.leaves
    // The leaves of all lines are asked for first, so that waiting for them overlaps.
    var touched: UInt32 = 0
    for line in lines { touched &+= leaves[Int(line.allocation)].period }
    totals.touched = touched
    let usesDeclarationDate = basis == .declaration
    grid.slotOfDay.withUnsafeBufferPointer { slotOfDay in
      for line in lines {
        let day = Int((usesDeclarationDate ? line.declared : line.start) - DeclarationDays.first)
        store.add(
          allocation: Int(line.allocation), product: UInt32(line.product),
          provider: UInt32(line.provider), slot: Int(slotOfDay[day]), cents: sign * line.cents)
        totals.add(line, day: day, sign: sign)
      }
    }
  }

  public mutating func merge(_ other: LedgerState) {
    let theirs = other.store
    for allocation in 0..<theirs.allocationCount {
      theirs.forEachLeaf(of: allocation) { index in
        let leaf = theirs.leaves[index]
        for cell in 0..<Leaf.slotCount {
          let cents = theirs.net(index, cell: cell)
          guard cents != 0 else { continue }
          store.add(
            allocation: allocation, product: leaf.productPlusOne - 1, provider: leaf.provider,
            slot: Int(leaf.period) * Leaf.slotCount + cell, cents: cents)
        }
      }
    }
    totals.merge(other.totals)
  }
}

/// Counts and sums of accepted lines.
struct LineTotals: Sendable {
  /// Lines per basis date, from ``DeclarationDays/first`` on.
  private(set) var linesPerDay = [Int](repeating: 0, count: DeclarationDays.count)
  /// Cents of debits; not negative but where a line's amount is.
  private(set) var debit: Int64 = 0
  /// Cents of credits, positive.
  private(set) var credit: Int64 = 0
  /// Keeps the look-ahead of the fold from being optimised away; means nothing.
  var touched: UInt32 = 0

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
