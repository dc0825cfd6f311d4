import Ingest

/// Writes the allocations so that everything that was declared fits into them.
struct Allocating {
  private(set) var allocations: [Allocation] = []

  init(_ placements: [Placement], _ lines: [DeclaredLine], random: inout SplitMix) {
    let shared = Self.sharedDecisions(placements)
    let linesOf = Dictionary(grouping: lines, by: \.allocation)
    for (index, placement) in placements.enumerated() {
      let month = Self.month(placement.first)
      let start = Day(number: month.firstDay.number + Int32(placement.startDay - 1))
      allocations.append(
        Allocation(
          number: index + 1,
          client: placement.client,
          provider: placement.provider,
          decision: shared[index] ?? index + 1,
          product: placement.market,
          decided: Day(number: start.number - Int32(random.between(1...35))),
          start: start,
          end: Self.end(placement, &random),
          limit: Self.limit(
            linesOf[index] ?? [], ZoetermeerFacts.markets[placement.market].unit, &random)))
    }
  }

  private static func month(_ number: Int) -> Month {
    Month(number: Month(year: 2016, month: 1).number + Int32(number))
  }

  /// Two decisions cover two products of table 1 each: 814 indications per product, 812 in all.
  private static func sharedDecisions(_ placements: [Placement]) -> [Int: Int] {
    var shared: [Int: Int] = [:]
    for (index, placement) in placements.enumerated() where placement.group == .watch {
      let partner = placements.firstIndex {
        $0.client == placement.client && $0.group == .shortTerm && !$0.isUndone
      }
      guard !placement.isUndone, shared.count < 2, let partner else { continue }
      shared[index] = partner + 1
    }
    return shared
  }

  /// Support may end before its allocation does; what still runs has no end, or a later one.
  private static func end(_ placement: Placement, _ random: inout SplitMix) -> Day? {
    let last = month(placement.last)
    if let endDay = placement.endDay {
      return Day(number: last.firstDay.number + Int32(endDay - 1))
    }
    if placement.last == Timeline.last, random.chance(0.6) { return nil }
    let isLonger = placement.last == Timeline.last || random.chance(0.3)
    return month(placement.last + (isLonger ? random.between(1...6) : 0)).lastDay
  }

  private static func limit(
    _ lines: [DeclaredLine], _ unit: BillingUnit, _ random: inout SplitMix
  ) -> Allocation.Limit {
    let debits = lines.filter { $0.pieces > 0 }
    let size = unit.piecesPerAllocated
    switch random.below(100) {
    case 0..<60:
      return .volume(units(debits.map(\.pieces).max() ?? 0, size), frequency: 4)
    case 60..<85:
      let weekly = debits.map { line in
        let weeks = weekNumber(line.end) - weekNumber(line.begin) + 1
        return units(line.pieces, size * weeks)
      }
      return .volume(weekly.max() ?? 0, frequency: 2)
    case 85..<92:
      return .volume(units(debits.reduce(0) { $0 + $1.pieces }, size), frequency: 6)
    case 92..<97:
      return .budget(units(debits.reduce(0) { $0 + $1.cents }, 50_000) * 50_000)
    default:
      return .none
    }
  }

  /// The smallest number of units of `size` pieces that hold `pieces`.
  private static func units(_ pieces: Int, _ size: Int) -> Int {
    (pieces + size - 1) / size
  }

  /// Calendar weeks, Monday to Sunday, counted through; 1970-01-01 was a Thursday.
  private static func weekNumber(_ day: Day) -> Int {
    (Int(day.number) + 3) / 7
  }
}
