import Ingest

/// The budget of a run beside what is spent and expected of it (table `begroting-bewaking`).
struct BudgetOutlook {
  let rows: [BudgetRow]
  /// By position in ``rows``.
  private(set) var forecasts: [BudgetForecast] = []
  let use: BudgetUse
  /// The last month of which declarations are known; nil without accepted lines.
  let last: Month?
  /// Pairs of lines of one year that select a placement, or take subsidies, both.
  private(set) var clashes: Set<BudgetUse.Clash> = []
  /// Distinct allocations that add nothing to what lies ahead.
  private(set) var emptyAllocations = 0

  init(_ ledger: Ledger) {
    var selector = BudgetSelector(ledger)
    let course = BudgetCourse(ledger)
    rows = selector.rows
    use = BudgetUse(ledger, &selector)
    last = course.last
    let ahead = rows.map { row in course.last.flatMap { row.months(after: $0) } }
    let commitments = course.last.map {
      BudgetCommitments(ledger, &selector, after: $0, ahead: ahead)
    }
    let pattern = course.pattern
    var empty: Set<Int32> = []
    for (position, row) in rows.enumerated() {
      var forecast = BudgetForecast(row, use.lines[position], course, ledger)
      let commitment = commitments?.lines[position]
      forecast.lookAhead(ahead[position], use.lines[position], commitment, course, pattern, ledger)
      if forecast.method == .allocations { empty.formUnion(commitment?.empty ?? []) }
      forecasts.append(forecast)
    }
    emptyAllocations = empty.count
    clashes = use.clashes.union(subsidyClashes(ledger.registers.subsidies))
  }

  /// Lines of one year that both take its subsidies.
  private func subsidyClashes(_ subsidies: [Subsidy]) -> [BudgetUse.Clash] {
    let taking = rows.indices.filter { rows[$0].takesSubsidies }
    return zip(taking, taking.dropFirst()).compactMap { first, second in
      let year = rows[first].year
      guard year == rows[second].year, subsidies.contains(where: { $0.year == year }) else {
        return nil
      }
      return BudgetUse.Clash(first: first, second: second)
    }
  }
}

extension BudgetRow {
  /// The months of its year after another; nil without any.
  fileprivate func months(after last: Month) -> ClosedRange<Month>? {
    let december = Month(year: year, month: 12)
    let first = max(Month(year: year, month: 1), last.adding(1))
    return first <= december ? first...december : nil
  }
}
