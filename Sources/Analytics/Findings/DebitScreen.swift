import Ingest

/// Screens allocations for what only all their lines together can break: R208, R209 and R212.
///
/// The screen adds up debits alone and never takes away, so what it lets pass is in order whatever
/// credits there are; what it suspects is looked at again, line by line. The screens of one run
/// share their store; each collects a few lines of one allocation before it adds them there.
struct DebitScreen: Sendable {
  let rules: LineRules
  private let store: DebitScreenStore
  private var run = DebitRun()

  init(_ rules: LineRules) {
    self.rules = rules
    store = DebitScreenStore(allocationCount: rules.allocationCount)
  }

  /// A new screen of the same run.
  func forWorker() -> DebitScreen {
    var screen = self
    screen.run = DebitRun()
    return screen
  }

  /// Debits of one allocation and month that followed each other.
  private struct DebitRun {
    var allocation: Int32 = -1
    /// Since January 2000.
    var month = 0
    var cell = 0
    var cents: Int64 = 0
    var days: UInt32 = 0
    var volume: UInt64 = 0
    var flags: ScreenFlags = []
  }

  /// A debit that touches more units than this is suspect.
  private static let mostUnits: Int32 = 4

  @inline(__always)
  func prefetch(_ allocation: Int32) -> UInt32 { store.prefetch(Int(allocation)) }

  /// Adds a line; ``flush()`` must follow the last.
  @inline(__always)
  mutating func add(_ line: DeclarationLine, _ facts: Allocation, isAssessed: Bool) {
    if line.isCredit { return }
    let begin = rules.calendar[line.start]
    if line.allocation != run.allocation || Int(begin.month) != run.month {
      flush()
      run.allocation = line.allocation
      run.month = Int(begin.month)
      run.cell = Self.cell(ofMonth: Int32(begin.month), rules.calendar.firstMonth(facts))
    }
    run.cents &+= line.cents
    let day: UInt32 = 1 &<< UInt32(begin.dayOfMonth)
    if run.days & day != 0 { run.flags.insert(.doubleDay) }
    run.days |= day
    if isAssessed { run.flags.insert(.assessed) }
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
    if !run.flags.isEmpty { store.mark(allocation, run.flags) }
    store.add(allocation, cell: run.cell, days: run.days, volume: run.volume)
    run = DebitRun()
  }

  @inline(never)
  private func addVolume(_ line: DeclarationLine, _ facts: Allocation, _ volume: UInt64) {
    let units = VolumeUnits(facts)
    let (first, last) = (units.unit(of: line.start), units.unit(of: line.end))
    guard last - first < Self.mostUnits else {
      store.mark(Int(line.allocation), .longPeriod)
      return
    }
    let firstMonth = rules.calendar.firstMonth(facts)
    for unit in first...last {
      store.add(
        Int(line.allocation), cell: Self.cell(unit, facts, firstMonth), days: 0, volume: volume)
    }
  }

  /// Whether both are of one run, so that there is nothing to merge.
  func shares(with other: DebitScreen) -> Bool { store === other.store }

  /// The cell of a month since January 2000: months count from the allocation's first, so that a
  /// year of lines stands in one block as a rule.
  @inline(__always)
  private static func cell(ofMonth month: Int32, _ first: Int32) -> Int {
    Int(month - first) + monthOrigin
  }

  /// Cells of the units in which volume adds up; those of other units than months have nothing to
  /// do with months, though they may be the same.
  private static func cell(_ unit: Int32, _ facts: Allocation, _ first: Int32) -> Int {
    switch facts.frequency {
    case Frequency.fourWeeks: Int(unit) + fourWeekOrigin
    case Frequency.year, Frequency.total: Int(unit)
    default: cell(ofMonth: unit - Calendar.firstMonth, first)
    }
  }

  /// No month of a line lies this far before its allocation, and no run of 28 days.
  private static let monthOrigin = 12 * 10_000
  private static let fourWeekOrigin = 200_000

  private static func unit(_ cell: Int, _ facts: Allocation, _ first: Int32) -> Int32 {
    switch facts.frequency {
    case Frequency.fourWeeks: Int32(cell - fourWeekOrigin)
    case Frequency.year, Frequency.total: Int32(cell)
    default: Int32(cell - monthOrigin) + first + Calendar.firstMonth
    }
  }

  /// The allocations of which an ``AllocationRule`` may find fault with a line; lets go of all that
  /// was screened.
  func takeSuspects(workers: Int) -> [Int32] {
    defer { store.removeAll() }
    let pieces = results(inPiecesOf: store.allocationCount, workers: workers) { piece in
      piece.filter(isSuspect)
    }
    return pieces.joined().map { Int32($0) }
  }

  private func isSuspect(_ allocation: Int) -> Bool {
    let facts = rules.allocations[allocation]
    let flags = store.flags(allocation)
    if facts.hasBudget, store.debit(allocation) > facts.budget { return true }
    if flags.isSuperset(of: [.doubleDay, .assessed]) { return true }
    guard facts.hasLimit else { return false }
    if !flags.isDisjoint(with: [.longPeriod, .hugeVolume]) { return true }
    if facts.volume < 0, store.prefetch(allocation) != 0 { return true }
    // Of a product with another category the allowance is never less than without.
    let limit = VolumeLimit(facts, productCategory: 0)
    let units = VolumeUnits(facts)
    let firstMonth = rules.calendar.firstMonth(facts)
    let sound = monthsInside(facts)
    var isSuspect = false
    store.forEachVolume(of: allocation) { cell, volume in
      if isSuspect || sound.contains(cell) && volume <= 60 &* facts.volume { return }
      let (first, last) = units.days(of: Self.unit(cell, facts, firstMonth))
      isSuspect = Int128(volume) > limit.sixtieths(first, last)
    }
    return isSuspect
  }

  /// The cells of the months that an allocation touches, where each allows its volume at least once:
  /// what spares nearly all of them a look into the calendar.
  private func monthsInside(_ facts: Allocation) -> Range<Int> {
    guard facts.addsUpByMonth, facts.allowsVolumeOnce, facts.start <= DeclarationDays.last,
      facts.end >= max(facts.start, DeclarationDays.first)
    else { return 0..<0 }
    let last = rules.calendar[min(facts.end, DeclarationDays.last)].month
    let end = Self.cell(ofMonth: Int32(last), rules.calendar.firstMonth(facts)) + 1
    return Self.monthOrigin..<max(Self.monthOrigin, end)
  }
}
