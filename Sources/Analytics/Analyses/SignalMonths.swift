import Ingest

/// The latest months, in which clients are new, and the months before them that they are held
/// against.
struct SignalMonths {
  let recent: ClosedRange<Month>
  /// Nil where there are none.
  let earlier: ClosedRange<Month>?
  /// The first month in which what begins has not just been going on before the data.
  let firstCertain: Month

  var recentCount: Int { Int(recent.upperBound.number - recent.lowerBound.number) + 1 }
  var earlierCount: Int {
    earlier.map { Int($0.upperBound.number - $0.lowerBound.number) + 1 } ?? 0
  }

  /// Nil where the recent months begin before ``firstCertain``.
  init?(_ signals: SignalParameters, last: Month, firstOfData: Month, gapMonths: Int) {
    let firstRecent = last.adding(1 - signals.months)
    firstCertain = firstOfData.adding(gapMonths + 1)
    guard firstRecent >= firstCertain else { return nil }
    recent = firstRecent...last
    let firstEarlier = max(firstRecent.adding(-signals.monthsBefore), firstCertain)
    earlier = firstEarlier < firstRecent ? firstEarlier...firstRecent.adding(-1) : nil
  }
}

/// Spells of client and product group that begin, per area and group.
struct SignalCounts {
  private let groupCount: Int
  /// In the recent months, and in the earlier ones; by area, then group.
  private var recent: [Int]
  private var earlier: [Int]
  /// The concerns that served those who are new, in the month in which they begin.
  private var concerns: [Int: Set<Int>] = [:]
  /// Clients who are new but have no area.
  private(set) var clientsWithoutArea = 0

  init(_ ledger: Ledger, _ areas: SignalAreas, _ months: SignalMonths) {
    let registers = ledger.registers
    groupCount = registers.productGroups.count
    recent = Array(repeating: 0, count: areas.codes.count * groupCount)
    earlier = recent
    guard let first = ledger.months?.lowerBound else { return }
    ledger.forEachClientMonths(in: .all, setsOfProduct: ledger.groupSetOfProduct) {
      sets, placements in
      let area = placements.first.flatMap { areas.area(ofClient: $0.client) }
      var isNew = false
      for group in sets.used {
        sets[group].forEachSpell(gapMonths: ledger.parameters.gapMonths) { spell in
          let month = first.adding(spell.lowerBound)
          let isRecent = months.recent.contains(month)
          isNew = isNew || isRecent
          guard let area else { return }
          let cell = area * groupCount + group
          if months.earlier?.contains(month) == true { earlier[cell] += 1 }
          guard isRecent else { return }
          recent[cell] += 1
          for placement in placements
          where registers.products[Int(placement.product)].group == group {
            ledger.forEachActiveMonth(of: placement, in: .all) { active, _ in
              guard active == month else { return }
              concerns[cell, default: []].insert(
                registers.providers[Int(placement.provider)].concern)
            }
          }
        }
      }
      if isNew, area == nil { clientsWithoutArea += 1 }
    }
  }

  func recent(_ area: Int, _ group: Int) -> Int { recent[area * groupCount + group] }

  func earlier(_ area: Int, _ group: Int) -> Int { earlier[area * groupCount + group] }

  func concerns(_ area: Int, _ group: Int) -> Int {
    concerns[area * groupCount + group]?.count ?? 0
  }

  /// Whether some group's use begins there, in the recent months or in the earlier ones.
  func hasAny(in area: Int) -> Bool {
    (0..<groupCount).contains { recent(area, $0) > 0 || earlier(area, $0) > 0 }
  }

  /// Of all areas, per group.
  var recentPerGroup: [Int] {
    var sums = Array(repeating: 0, count: groupCount)
    for (cell, count) in recent.enumerated() { sums[cell % groupCount] += count }
    return sums
  }

  var allRecent: Int { recent.reduce(0, +) }
  var allEarlier: Int { earlier.reduce(0, +) }
}
