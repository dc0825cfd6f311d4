import Ingest

/// Watches allocations for what only all their lines together can break: R208, R209 and R212.
///
/// The watch adds up debits alone and never takes away, so what it lets pass is in order whatever
/// credits there are; what it suspects is looked at again, line by line. The watches of one run
/// share their store; each collects a few lines of one allocation before it adds them there.
struct Watch: Sendable {
  let rules: LineRules
  private let store: WatchStore
  private var run = DebitRun()

  init(_ rules: LineRules) {
    self.rules = rules
    store = WatchStore(allocationCount: rules.allocationCount)
  }

  /// A new watch of the same run.
  init(sharing other: Watch) {
    rules = other.rules
    store = other.store
  }

  /// Debits of one allocation and month that followed each other.
  private struct DebitRun {
    var allocation: Int32 = -1
    /// Since January 2000.
    var month = 0
    var slot = 0
    var cents: Int64 = 0
    var days: UInt32 = 0
    var volume: UInt64 = 0
    var marks: UInt32 = 0
  }

  /// A debit that touches more units than this is suspect.
  private static let mostUnits: Int32 = 4

  @inline(__always)
  func touch(_ allocation: Int32) -> UInt32 { store.touch(Int(allocation)) }

  /// Adds a line; ``flush()`` must follow the last.
  @inline(__always)
  mutating func add(_ line: DeclarationLine, _ facts: Allocation, isAssessed: Bool) {
    if line.isCredit { return }
    let begin = rules.calendar[line.start]
    if line.allocation != run.allocation || Int(begin.month) != run.month {
      flush()
      run.allocation = line.allocation
      run.month = Int(begin.month)
      run.slot = Self.slot(ofMonth: Int32(begin.month), rules.calendar.firstMonth(facts))
    }
    run.cents &+= line.cents
    let day: UInt32 = 1 &<< UInt32(begin.dayOfMonth)
    if run.days & day != 0 { run.marks |= WatchMarks.doubleDay }
    run.days |= day
    if isAssessed { run.marks |= WatchMarks.assessed }
    guard facts.hasLimit, facts.fits(line), line.volume != 0 else { return }
    let volume = UInt64(bitPattern: facts.sixtieths(line))
    if facts.addsUpByMonth, rules.calendar[line.end].month == begin.month {
      // A batch is too short for its volumes, of eleven whole digits at most, to overflow.
      run.volume &+= volume
    } else {
      addVolume(line, facts, volume)
    }
  }

  /// Puts what was collected into the store.
  @inline(__always)
  mutating func flush() {
    guard run.allocation >= 0 else { return }
    let allocation = Int(run.allocation)
    store.addDebit(allocation, cents: run.cents)
    if run.marks != 0 { store.mark(allocation, run.marks) }
    store.add(allocation, slot: run.slot, days: run.days, volume: run.volume)
    run = DebitRun()
  }

  @inline(never)
  private func addVolume(_ line: DeclarationLine, _ facts: Allocation, _ volume: UInt64) {
    let units = VolumeUnits(facts)
    let (first, last) = (units.unit(of: line.start), units.unit(of: line.end))
    guard last - first < Self.mostUnits else {
      store.mark(Int(line.allocation), WatchMarks.longPeriod)
      return
    }
    let firstMonth = rules.calendar.firstMonth(facts)
    for unit in first...last {
      store.add(
        Int(line.allocation), slot: Self.slot(unit, facts, firstMonth), days: 0, volume: volume)
    }
  }

  func merge(_ other: Watch) {
    if other.store !== store { store.merge(other.store) }
  }

  /// The slot of a month since January 2000: months count from the allocation's first, so that a
  /// year of lines stands in one block as a rule.
  @inline(__always)
  private static func slot(ofMonth month: Int32, _ first: Int32) -> Int {
    Int(month - first) + monthOrigin
  }

  /// Slots of the units in which volume adds up; those of other units than months have nothing to
  /// do with months, though they may be the same.
  private static func slot(_ unit: Int32, _ facts: Allocation, _ first: Int32) -> Int {
    switch facts.frequency {
    case Frequency.fourWeeks: Int(unit) + fourWeekOrigin
    case Frequency.year, Frequency.total: Int(unit)
    default: slot(ofMonth: unit - Calendar.firstMonth, first)
    }
  }

  /// No month of a line lies this far before its allocation, and no run of 28 days.
  private static let monthOrigin = 12 * 10_000
  private static let fourWeekOrigin = 200_000

  private static func unit(_ slot: Int, _ facts: Allocation, _ first: Int32) -> Int32 {
    switch facts.frequency {
    case Frequency.fourWeeks: Int32(slot - fourWeekOrigin)
    case Frequency.year, Frequency.total: Int32(slot)
    default: Int32(slot - monthOrigin) + first + Calendar.firstMonth
    }
  }

  /// The allocations of which an order rule may find fault with a line; lets go of all that was
  /// watched.
  func takeSuspects(workers: Int) -> [Int32] {
    defer { store.removeAll() }
    let pieces = results(inPiecesOf: store.allocationCount, workers: workers) { piece in
      piece.filter(isSuspect)
    }
    return pieces.joined().map { Int32($0) }
  }

  private func isSuspect(_ allocation: Int) -> Bool {
    let facts = rules.allocations[allocation]
    let marks = store.marks(allocation)
    if facts.hasBudget, store.debit(allocation) > facts.budget { return true }
    let isDouble = WatchMarks.doubleDay | WatchMarks.assessed
    if marks & isDouble == isDouble { return true }
    guard facts.hasLimit else { return false }
    if marks & (WatchMarks.longPeriod | WatchMarks.hugeVolume) != 0 { return true }
    if facts.volume < 0, store.touch(allocation) != 0 { return true }
    // Of a product with another category the allowance is never less than without.
    let limit = VolumeLimit(facts, productCategory: 0)
    let units = VolumeUnits(facts)
    let firstMonth = rules.calendar.firstMonth(facts)
    var isSuspect = false
    store.forEachVolume(of: allocation) { slot, volume in
      if isSuspect { return }
      let (first, last) = units.days(of: Self.unit(slot, facts, firstMonth))
      isSuspect = Int128(volume) > limit.sixtieths(first, last)
    }
    return isSuspect
  }
}
