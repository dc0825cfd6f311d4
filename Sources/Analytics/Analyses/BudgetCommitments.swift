import Ingest

/// What running allocations will cost in the months that lines of the budget have ahead of them.
struct BudgetCommitments {
  /// Of one line.
  struct Line {
    /// Allocations in force on the first day ahead, and those of them that can be counted.
    fileprivate(set) var running = 0
    fileprivate(set) var countable = 0
    /// By month of the year.
    fileprivate(set) var amounts = [CommittedAmount](repeating: CommittedAmount(), count: 12)
    /// Allocations in force in some month ahead that have no allowance or no rate in any of them.
    fileprivate(set) var empty: [Int32] = []
  }

  /// By position of the line.
  private(set) var lines: [Line]
  private let registers: Registers
  private let rates: ContractRates?

  /// - Parameter ahead: Per line the months of its year that lie ahead; nil for none.
  init(
    _ ledger: Ledger, _ selector: inout BudgetSelector, after last: Month,
    ahead: [ClosedRange<Month>?]
  ) {
    let registers = ledger.registers
    lines = ahead.map { _ in Line() }
    self.registers = registers
    rates = ContractRates(registers)
    if ahead.allSatisfy({ $0 == nil }) { return }
    let firstDay = last.adding(1).firstDay
    ledger.forEachGrant { grant in
      guard grant.counts, grant.isInKind, grant.end >= firstDay.number else { return }
      let facts = registers.allocations[Int(grant.allocation)]
      let selecting = selector.lines(of: facts).filter { ahead[$0] != nil }
      if selecting.isEmpty { return }
      let isRunning = grant.isInForce(in: firstDay...firstDay)
      let isCountable = isRunning && amount(of: grant, facts, in: firstDay...firstDay) != nil
      for line in selecting {
        if isRunning { lines[line].running += 1 }
        if isCountable { lines[line].countable += 1 }
      }
      add(grant, facts, to: selecting, ahead)
    }
  }

  private mutating func add(
    _ grant: Grant, _ facts: Allocation, to selecting: [Int], _ ahead: [ClosedRange<Month>?]
  ) {
    // Lines come by year, and have the months of a year in common.
    var known: [Month: (numerator: Int128, divisor: UInt32)] = [:]
    for line in selecting {
      guard let months = ahead[line] else { continue }
      var (isInForce, isCounted) = (false, false)
      for number in months.lowerBound.number...months.upperBound.number {
        let month = Month(number: number)
        let days = max(Day(number: grant.start), month.firstDay)
        let end = min(Day(number: grant.end), month.lastDay)
        if days > end { continue }
        isInForce = true
        guard let amount = known[month] ?? amount(of: grant, facts, in: days...end) else {
          continue
        }
        known[month] = amount
        isCounted = true
        lines[line].amounts[month.monthOfYear - 1].add(amount.numerator, over: amount.divisor)
      }
      if isInForce, !isCounted { lines[line].empty.append(grant.allocation) }
    }
  }

  /// Allowance times rate on days of an allocation, in units of ``CommittedAmount``; nil where it has
  /// no volume to count by, or no rate on the first of them.
  private func amount(
    of grant: Grant, _ facts: Allocation, in days: ClosedRange<Day>
  ) -> (numerator: Int128, divisor: UInt32)? {
    guard grant.isMeasured(facts), facts.product >= 0,
      let rate = rates?.sixtiethsOfRate(
        product: Int(facts.product), provider: facts.provider >= 0 ? Int(facts.provider) : nil,
        on: days.lowerBound.number, unit: facts.unit)
    else { return nil }
    let allowance = grant.allowance(
      facts, in: days, productCategory: registers.products[Int(facts.product)].category)
    return (allowance.sixtieths * Int128(rate), allowance.divisor)
  }
}

/// A sum of allowances times rates: sixtieths of hundredths of a unit times sixtieths of
/// ten-thousandths of a euro, whole cents apart so that it never overflows.
struct CommittedAmount {
  private var cents: Int128 = 0
  private var rest = FractionSum()

  /// How many of its units a cent has.
  private static let unitsOfCent: Int128 = 60 * 100 * 60 * 100

  mutating func add(_ numerator: Int128, over divisor: UInt32) {
    let (units, part) = numerator.quotientAndRemainder(dividingBy: Int128(divisor))
    let (whole, broken) = units.quotientAndRemainder(dividingBy: Self.unitsOfCent)
    cents += whole
    rest.add(broken)
    if part != 0 { rest.add(part, over: divisor) }
  }

  /// In cents, in double precision.
  var approximate: Double { Double(cents) + rest.approximate / Double(Self.unitsOfCent) }
}
