extension OracleReport {
  /// R209: debits after which the allocation's net lies above its budget.
  func assessBudgets() -> Assessment {
    var assessment = Assessment()
    var nets: [Text: Int] = [:]
    for line in lines {
      guard let budget = input.allocations[line.allocation]?.budget else { continue }
      nets[line.allocation, default: 0] += line.amount
      if line.isCredit { continue }
      assessment.applied.append(line)
      if nets[line.allocation, default: 0] > budget { assessment.hits.append(line) }
    }
    return assessment
  }

  /// The contract rate on the first day of the product period, in ten-thousandths; nil where there
  /// is none.
  func contractRate(_ line: Line, unit: Text) -> Int? {
    let candidates = (input.rates ?? []).filter { rate in
      rate.product == line.product
        && (rate.agb.isEmpty || rate.agb == line.agb)
        && (rate.unit.isEmpty || rate.unit == unit)
        && rate.from <= line.start
        && rate.to.map { line.start <= $0 } ?? true
    }
    // The provider's own, then the latest, then one for this unit, then the greater.
    let best = candidates.max { a, b in
      if a.agb.isEmpty != b.agb.isEmpty { return a.agb.isEmpty }
      if a.from != b.from { return a.from < b.from }
      if a.unit.isEmpty != b.unit.isEmpty { return a.unit.isEmpty }
      return a.value < b.value
    }
    return best?.value
  }

  /// Whether amount and volume times rate differ by at most a cent, exactly.
  func isAmount(_ line: Line, volumeTimes rate: Int) -> Bool {
    // Hundredths of a unit times ten-thousandths of a euro: 10,000 of them are a cent.
    let product = Int128(line.volume) * Int128(rate)
    return abs(Int128(line.amount) * 10_000 - product) <= 10_000
  }

  /// Whether minutes on an hour allocation cost the contract's rate per hour, rounded to a cent,
  /// give or take one.
  func isHourAmount(_ line: Line, _ allocation: Allocation) -> Bool {
    guard isMinutesOnHours(line, allocation), let rate = contractRate(line, unit: "04") else {
      return false
    }
    let product = Int128(line.volume) * Int128(rate)
    let divisor: Int128 = 60 * 10_000
    var cents = abs(product) / divisor
    if 2 * (abs(product) % divisor) >= divisor { cents += 1 }
    return abs(Int128(line.amount) - (product < 0 ? -cents : cents)) <= 1
  }
}
