extension OracleReport {
  /// An allocation whose volume is a limit, and what that limit depends on.
  struct Limit {
    let allocation: Allocation
    /// In hundredths.
    let volume: Int
    /// Category 01, hulp bij het huishouden: the allocation's, without one the product's.
    let isHouseholdHelp: Bool

    /// The allowance for some days, in hundredths; only those inside the allocation count.
    func allowance(_ days: [Day]) -> Int {
      if allocation.frequency == "6" { return volume }
      let days = days.filter(contains)
      if days.isEmpty { return 0 }
      let months = Set(days.map(\.calendarMonth)).count
      switch allocation.frequency {
      case "1": return volume * days.count
      case "2" where isHouseholdHelp: return 6 * volume * months
      case "2" where allocation.unit == "82": return volume * sundays(days)
      case "2": return volume * Set(days.map(\.week)).count
      case "3": return volume * ((days.count + 27) / 28)
      case "4": return volume * months
      default: return volume * Set(days.map(\.year)).count
      }
    }

    private func contains(_ day: Day) -> Bool {
      guard allocation.start <= day else { return false }
      guard let end = allocation.end else { return true }
      return day <= end
    }

    /// Sundays, and one more in the month of the allocation's last Sunday for the broken week after.
    private func sundays(_ days: [Day]) -> Int {
      let count = days.filter(\.isSunday).count
      guard let end = allocation.end, !end.isSunday else { return count }
      let lastWeek = Day.days(from: Day(number: end.number - 6), to: end)
      guard let last = lastWeek.first(where: { $0.isSunday && contains($0) }) else { return count }
      return count + (days.contains { $0.calendarMonth == last.calendarMonth } ? 1 : 0)
    }

    /// The period unit of a day, as a number.
    func unit(of day: Day) -> Int {
      switch allocation.frequency {
      case "3": return (day.number - allocation.start.number).floored(dividedBy: 28)
      case "5": return day.year
      case "6": return 0
      default: return day.calendarMonth.number
      }
    }

    /// All days of the unit that holds a day; those of frequency 6 do not matter.
    func daysOfUnit(around day: Day) -> [Day] {
      let reach = allocation.frequency == "5" ? 366 : 31
      let near = Day.days(
        from: Day(number: day.number - reach),
        to: Day(number: day.number + reach)
      )
      return near.filter { unit(of: $0) == unit(of: day) }
    }
  }

  /// The limit that holds for a line; nil where volume is not assessed.
  private func limit(_ line: Line) -> Limit? {
    guard let allocation = input.allocations[line.allocation],
      let product = input.products[line.product], let volume = allocation.volume,
      !allocation.frequency.isEmpty, !allocation.unit.isEmpty, allocation.unit != "83",
      unitFits(line, allocation)
    else { return nil }
    let category = allocation.category.isEmpty ? product.category : allocation.category
    return Limit(allocation: allocation, volume: volume, isHouseholdHelp: category == "01")
  }

  /// Sixtieths of hundredths of the allocation's unit, so that minutes are whole.
  private func sixtieths(_ line: Line, _ limit: Limit) -> Int {
    isMinutesOnHours(line, limit.allocation) ? line.volume : 60 * line.volume
  }

  /// R207: one debit against the allowance of its own product period.
  func assessLineVolume() -> Assessment {
    var assessment = Assessment()
    for line in lines where !line.isCredit {
      guard let limit = limit(line) else { continue }
      assessment.applied.append(line)
      let allowance = limit.allowance(Day.days(from: line.start, to: line.end))
      if sixtieths(line, limit) > 60 * allowance { assessment.hits.append(line) }
    }
    return assessment
  }

  /// R208: the accumulated volume of a placement in each period unit against the unit's allowance.
  func assessTotalVolume() -> Assessment {
    struct Key: Hashable {
      let placement: [Text]
      let unit: Int
    }
    var assessment = Assessment()
    var sums: [Key: Fraction] = [:]
    var allowances: [Key: Int] = [:]
    for line in lines {
      guard let limit = limit(line) else { continue }
      let days = Day.days(from: line.start, to: line.end)
      var isAbove = false
      for (unit, part) in Dictionary(grouping: days, by: limit.unit) {
        let key = Key(placement: [line.allocation, line.product, line.agb], unit: unit)
        let share = Fraction(
          Int128(sixtieths(line, limit)) * Int128(part.count),
          over: Int128(days.count)
        )
        let sum = (sums[key] ?? Fraction(0, over: 1)) + share
        sums[key] = sum
        let allowance = allowances[key] ?? limit.allowance(limit.daysOfUnit(around: part[0]))
        allowances[key] = allowance
        if sum > 60 * Int128(allowance) { isAbove = true }
      }
      if line.isCredit { continue }
      assessment.applied.append(line)
      if isAbove { assessment.hits.append(line) }
    }
    return assessment
  }
}
