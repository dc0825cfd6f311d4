extension OracleReport {
  /// What an allocation may cost in a month, in cents: its allowance on the days of the month on
  /// which it is in force, at the contract rate of the first of them; nil where either is not known.
  ///
  /// A whole number over `days`, in 600,000ths of a cent.
  func commitment(_ grant: Grant, _ month: Month) -> (numerator: Int, days: Int)? {
    let (first, last) = month.days
    let from = max(first, grant.start)
    let to = min(last, grant.end ?? last)
    guard from <= to, isMeasured(grant), let volume = grant.allocation.volume,
      let rate = rate(grant.allocation, on: from)
    else { return nil }
    if grant.allocation.frequency == "6", let end = grant.end {
      let days = to.number - from.number + 1
      return (volume * days * rate, end.number - grant.start.number + 1)
    }
    var allocation = grant.allocation
    allocation.end = grant.end
    let ofProduct = input.products[allocation.product]?.category
    let category = allocation.category.isEmpty ? ofProduct : allocation.category
    let limit = Limit(allocation: allocation, volume: volume, isHouseholdHelp: category == "01")
    return (limit.allowance(Day.days(from: from, to: to)) * rate, 1)
  }

  private func isMeasured(_ grant: Grant) -> Bool {
    let allocation = grant.allocation
    return allocation.volume != nil && !allocation.unit.isEmpty && allocation.unit != "83"
      && !allocation.frequency.isEmpty && (allocation.frequency != "6" || grant.end != nil)
  }

  /// In sixtieths of ten-thousandths of a euro for the allocation's unit.
  private func rate(_ allocation: Allocation, on day: Day) -> Int? {
    guard input.products[allocation.product] != nil else { return nil }
    let inForce = (input.rates ?? []).compactMap { rate -> (rate: Rate, value: Int)? in
      guard rate.product == allocation.product, rate.agb.isEmpty || rate.agb == allocation.agb,
        rate.from <= day, day <= rate.to ?? day
      else { return nil }
      switch (rate.unit, allocation.unit) {
      case ("01", "04"): return (rate, rate.value * 60 * 60)
      case ("04", "01"): return (rate, rate.value)
      case ("", _): return (rate, rate.value * 60)
      default: return rate.unit == allocation.unit ? (rate, rate.value * 60) : nil
      }
    }
    // The provider's own, then the latest, then one with a unit, then the greater.
    return inForce.max { a, b in
      if a.rate.agb.isEmpty != b.rate.agb.isEmpty { return a.rate.agb.isEmpty }
      if a.rate.from != b.rate.from { return a.rate.from < b.rate.from }
      if a.rate.unit.isEmpty != b.rate.unit.isEmpty { return a.rate.unit.isEmpty }
      return a.value < b.value
    }?.value
  }

  /// What some allocations may cost in a month, in cents.
  func commitments(_ grants: [Grant], _ month: Month) -> Exact {
    var byDays: [Int: Int] = [:]
    for grant in grants {
      guard let (numerator, days) = commitment(grant, month) else { continue }
      byDays[days, default: 0] += numerator
    }
    return byDays.sorted { $0.key < $1.key }
      .map { Exact($0.value, over: 600_000) * Exact(1, over: $0.key) }.sum
  }
}
