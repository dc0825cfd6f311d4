/// What the clients had before the published window, when there were fewer and their support was
/// lighter.
///
/// The source says of the years before that costs rose through more clients and heavier support.
/// Some clients with a specialist product therefore had the basic one until some month of 2016, and
/// some places were another client's. From January 2017 on nothing differs from the plan, and
/// before it neither the number of placements per month nor the product groups do.
struct EarlierSupport {
  /// Those of the plan under their indices, shortened where another came before; then the others.
  private(set) var placements: [Placement]
  private(set) var clientCount: Int
  /// By placement of the plan: the one before it, and the first month that is not that one's.
  private var before: [Int: (placement: Int, until: Int)] = [:]

  /// In January 2016 this share of the specialist support to come is still basic; it falls evenly
  /// to none in the window.
  private static let lightShare = 0.34
  /// How many of the others' places were another client's.
  private static let otherShare = 0.2

  init(_ plan: ZoetermeerPlan) {
    placements = plan.placements
    clientCount = plan.clientCount
    // A generator of its own: what the window gets does not depend on what was before.
    var random = SplitMix(seed: 2016)
    let perClient = plan.placements.reduce(into: [:]) { $0[$1.client, default: 0] += 1 }
    for (index, placement) in plan.placements.enumerated() where !placement.isUndone {
      let light = Self.lightMonths(&random)
      let change = random.between(3...9)
      let isOther = random.chance(Self.otherShare)
      let choice = random.fraction()
      if let basic = ZoetermeerFacts.basic(placement.market), placement.firstDeclared < light {
        lighten(index, basic, until: light, choice, plan.rates)
      } else if isOther, placement.mayPause, perClient[placement.client] == 1 {
        giveToOther(index, until: change)
      }
    }
  }

  /// The placement of a month that the plan gives to `index`.
  func placement(_ index: Int, in month: Int) -> Int {
    if let earlier = before[index], month < earlier.until { return earlier.placement }
    return index
  }

  /// How much of the published amount per indication a month costs, heavier support being dearer.
  static func weight(_ month: Int) -> Double {
    let missing = Double(max(0, Timeline.windowFirst - month)) / Double(Timeline.windowFirst)
    return 1 - 0.08 * missing
  }

  /// The month from which on support is as heavy as later.
  private static func lightMonths(_ random: inout SplitMix) -> Int {
    let share = random.fraction() / lightShare
    return Int((Double(Timeline.windowFirst) * max(0, 1 - share)).rounded(.up))
  }

  private mutating func lighten(
    _ index: Int, _ basic: Int, until month: Int, _ choice: Double, _ rates: RateBook
  ) {
    var earlier = placements[index]
    earlier.market = basic
    earlier.provider = rates.provider(of: basic, choice, preferring: earlier.provider)
    if earlier.last < month {
      placements[index] = earlier
    } else {
      put(earlier, before: index, until: month)
    }
  }

  private mutating func giveToOther(_ index: Int, until month: Int) {
    // The other one is known for some months at least, and this client too.
    guard placements[index].firstDeclared < month - 1, placements[index].last > month else {
      return
    }
    var earlier = placements[index]
    earlier.client = clientCount
    clientCount += 1
    put(earlier, before: index, until: month)
  }

  private mutating func put(_ earlier: Placement, before index: Int, until month: Int) {
    before[index] = (placements.count, month)
    var earlier = earlier
    earlier.last = month - 1
    earlier.endDay = nil
    placements.append(earlier)
    placements[index].first = month
    placements[index].startDay = 1
  }
}
