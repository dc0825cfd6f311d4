import Ingest

/// Where a line of the budget is heading, or all lines of a year together.
struct BudgetForecast {
  /// How what lies ahead is found (`werkwijze`).
  enum Method: String {
    case triangle = "driehoek"
    case allocations = "toewijzingen"
    case pattern = "patroon"
    case closed = "gesloten"
  }

  private(set) var year = 0
  /// In cents; in sums those of the lines.
  var realised: Int64 = 0
  var stillToCome: Int64 = 0
  var committed: Int64 = 0
  /// Nil in a sum of several.
  var method: Method?
  /// Cents by month of the year: declared and still to come, and what is committed, not rounded.
  fileprivate var known = [Int64](repeating: 0, count: 12)
  fileprivate var ahead = [Double](repeating: 0, count: 12)
  fileprivate var subsidies: Int64 = 0
  var clients = 0

  var expected: Int64 { realised + stillToCome + committed }

  /// The first month, from 0, up to which more than the budget is used; nil for none.
  func monthReached(_ budget: Int64) -> Int? {
    var (sum, more) = (subsidies, 0.0)
    for month in 0..<12 {
      sum += known[month]
      more += ahead[month]
      let room = Double(budget - sum)
      // Doubles that stand for the same cents may differ in their last digits.
      if more - room > 1e-6 + abs(room) * 1e-12 { return month }
    }
    return nil
  }

  /// The sum of the lines of a year.
  init(_ lines: [BudgetForecast]) {
    method = lines.first?.method
    year = lines.first?.year ?? 0
    for line in lines {
      realised += line.realised
      stillToCome += line.stillToCome
      committed += line.committed
      subsidies += line.subsidies
      if line.method != method { method = nil }
      for month in 0..<12 {
        known[month] += line.known[month]
        ahead[month] += line.ahead[month]
      }
    }
  }

  fileprivate init() {}
}

extension BudgetForecast {
  /// What is known of a line's year.
  init(
    _ row: BudgetRow, _ line: BudgetUse.Line, _ course: BudgetCourse, _ ledger: Ledger
  ) {
    self.init()
    year = row.year
    clients = line.clients
    known = line.nets
    if row.takesSubsidies {
      subsidies = ledger.registers.subsidies.lazy.filter { $0.year == row.year }
        .reduce(0) { $0 + $1.cents }
    }
    realised = line.nets.reduce(subsidies, +)
    for offset in 0..<12 {
      course.forEachGroup(of: line, in: Month(year: row.year, month: offset + 1)) {
        _, after, toCome in
        // What has come is not expected again.
        let more = max(0, toCome - after)
        stillToCome += more
        known[offset] += more
      }
    }
    method = course.isClosed(row.year) ? .closed : .triangle
  }

  /// What the months after the last known one will bring.
  ///
  /// - Parameter commitment: Nil where there is no such month at all.
  mutating func lookAhead(
    _ months: ClosedRange<Month>?, _ line: BudgetUse.Line,
    _ commitment: BudgetCommitments.Line?, _ course: BudgetCourse, _ pattern: [Month],
    _ ledger: Ledger
  ) {
    guard let commitment else {
      method = .pattern
      return
    }
    guard let months else { return }
    let usesAllocations = commitment.running > 0 && 2 * commitment.countable >= commitment.running
    method = usesAllocations ? .allocations : .pattern
    let mean = course.mean(of: line, over: pattern)
    let uptake = Double(ledger.parameters.money.budget.uptakeBillionths)
    for number in months.lowerBound.number...months.upperBound.number {
      let offset = Month(number: number).monthOfYear - 1
      let amount =
        usesAllocations ? uptake * commitment.amounts[offset].approximate / 1e9 : mean
      ahead[offset] = max(0, amount - Double(line.nets[offset]))
    }
    let sum = ahead.reduce(0, +)
    committed = isCredible(sum) ? wholeCents(sum) : 0
    if !isCredible(sum) { ahead = [Double](repeating: 0, count: 12) }
  }
}
