import Ingest

/// Watches allocations for what only all their lines together can break: R208, R209 and R212.
///
/// The watch adds up debits alone and never takes away, so what it lets pass is in order whatever
/// credits there are; what it suspects is looked at again, line by line.
struct Watch: Sendable {
  let rules: LineRules
  private let store: WatchStore

  init(_ rules: LineRules) {
    self.rules = rules
    store = WatchStore(allocationCount: rules.allocationCount)
  }

  /// A debit that touches more units than this is suspect.
  private static let mostUnits: Int32 = 4

  @inline(__always)
  func touch(_ allocation: Int32) -> UInt32 { store.leaves[Int(allocation)].period }

  @inline(__always)
  func add(_ line: DeclarationLine, _ facts: AllocationFacts, isAssessed: Bool) {
    if line.isCredit { return }
    let allocation = Int(line.allocation)
    store.leaves[allocation].debit &+= line.cents
    if isAssessed { store.leaves[allocation].marks |= WatchMarks.assessed }
    let day = rules.calendar[line.start]
    let cell = store.cell(allocation, slot: Int(day.month))
    store.addDay(cell, allocation, days: 1 << UInt32(day.dayOfMonth))
    guard facts.hasLimit, facts.fits(line), line.volume != 0 else { return }
    let volume = UInt64(bitPattern: facts.sixtieths(line))
    if facts.frequency <= Frequency.week || facts.frequency == Frequency.month {
      let last = Int(rules.calendar[line.end].month)
      if last == Int(day.month) { return store.addVolume(cell, volume) }
    }
    addVolume(line, facts, volume)
  }

  @inline(never)
  private func addVolume(_ line: DeclarationLine, _ facts: AllocationFacts, _ volume: UInt64) {
    let units = VolumeUnits(facts)
    let (first, last) = (units.unit(of: line.start), units.unit(of: line.end))
    guard last - first < Self.mostUnits else {
      store.leaves[Int(line.allocation)].marks |= WatchMarks.longPeriod
      return
    }
    for unit in first...last {
      store.addVolume(store.cell(Int(line.allocation), slot: Self.slot(unit, facts)), volume)
    }
  }

  func merge(_ other: Watch) { store.merge(other.store) }

  /// Slots of months count from January 2000; other units have slots far from theirs or do not
  /// stand beside volumes of months.
  private static func slot(_ unit: Int32, _ facts: AllocationFacts) -> Int {
    switch facts.frequency {
    case Frequency.fourWeeks: Int(unit) + fourWeekOrigin
    case Frequency.year, Frequency.total: Int(unit)
    default: Int(unit - Calendar.firstMonth)
    }
  }

  /// No run of 28 days lies this far before its allocation.
  private static let fourWeekOrigin = 200_000

  private static func unit(_ slot: Int, _ facts: AllocationFacts) -> Int32 {
    switch facts.frequency {
    case Frequency.fourWeeks: Int32(slot - fourWeekOrigin)
    case Frequency.year, Frequency.total: Int32(slot)
    default: Int32(slot) + Calendar.firstMonth
    }
  }

  /// The allocations of which an order rule may find fault with a line.
  var suspects: [Int32] {
    (0..<store.allocationCount).filter(isSuspect).map(Int32.init)
  }

  private func isSuspect(_ allocation: Int) -> Bool {
    let leaf = store.leaves[allocation]
    guard leaf.period != 0 else { return false }
    let facts = rules.facts[allocation]
    if facts.hasBudget, leaf.debit > facts.budget { return true }
    let isDouble = WatchMarks.doubleDay | WatchMarks.assessed
    if leaf.marks & isDouble == isDouble { return true }
    guard facts.hasLimit else { return false }
    if leaf.marks & WatchMarks.longPeriod != 0 || facts.volume < 0 { return true }
    // Of a product with another category the allowance is never less than without.
    let limit = VolumeLimit(facts, productCategory: 0)
    let units = VolumeUnits(facts)
    var isSuspect = false
    store.forEachCell(of: allocation) { slot, cell in
      guard cell.volume != 0, !isSuspect else { return }
      let (first, last) = units.days(of: Self.unit(slot, facts))
      isSuspect =
        cell.volume == .max || Int128(cell.volume) > limit.sixtieths(first, last)
    }
    return isSuspect
  }
}

/// Month and day of every day that a declaration may name.
struct Calendar: Sendable {
  struct Entry: Sendable {
    /// Months since January 2000.
    let month: UInt16
    /// From 0.
    let dayOfMonth: UInt8
  }

  private let entries: [Entry]

  /// January 2000, in months since year 0.
  static let firstMonth: Int32 = 24_000

  static let shared = Calendar()

  private init() {
    var entries: [Entry] = []
    entries.reserveCapacity(DeclarationDays.count)
    for day in DeclarationDays.first...DeclarationDays.last {
      let (year, month, dayOfMonth) = Day(number: day).components
      let number = Month(year: year, month: month).number
      entries.append(
        Entry(month: UInt16(number - Self.firstMonth), dayOfMonth: UInt8(dayOfMonth - 1))
      )
    }
    self.entries = entries
  }

  @inline(__always)
  subscript(day: Int32) -> Entry { entries[Int(day - DeclarationDays.first)] }
}
