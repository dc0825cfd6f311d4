/// Plans which product groups a client has and in which order, so that the published shares hold.
///
/// Of 1,500 clients in the window 1,245 (83 %) have one group, 60 (4 %) individuele with
/// kortdurende ambulante begeleiding and 45 (3 %) individuele begeleiding with recreatieve
/// dagbesteding in the same months. Of 550 clients with kortdurende ambulante begeleiding from
/// 2016 on, 236 (43 %) get individuele begeleiding later. The other numbers are ours.
struct CareerPlan {
  private(set) var placements: [Placement] = []
  private(set) var clientCount = 0
  /// Clients with one group, individuele begeleiding or recreatieve dagbesteding, and nothing else
  /// to fulfil: `FreeSchedule` plans their months.
  static let freeIndividual = 585
  static let freeRecreation = 302
  /// Second placements in the same group.
  static let secondIndividual = 60
  static let secondRecreation = 19
  private var random: SplitMix

  init(random: SplitMix) {
    self.random = random
    planShortTerm()
    planFollowed()
    planCombinations()
    planSingles()
    planTriples()
  }

  private mutating func newClient() -> Int {
    clientCount += 1
    return clientCount - 1
  }

  private mutating func add(
    _ client: Int, _ group: ZoetermeerFacts.Group, _ first: Int, _ last: Int
  ) {
    placements.append(
      Placement(client: client, group: group, first: first, last: min(last, Timeline.last)))
  }

  /// Months that touch the window.
  private mutating func months(_ group: ZoetermeerFacts.Group) -> ClosedRange<Int> {
    switch group {
    case .shortTerm:
      let length = random.between(3...6)
      let first = random.between((Timeline.windowFirst - length + 1)...Timeline.windowLast)
      return first...(first + length - 1)
    case .coordination:
      let first = random.between(13...18)
      return first...(first + 1)
    default:
      if random.chance(0.55) {
        return random.between(-8...12)...random.between(12...25)
      }
      let first = random.between(13...Timeline.windowLast)
      return first...(first + random.between(3...16))
    }
  }

  private mutating func add(_ client: Int, _ group: ZoetermeerFacts.Group) {
    let months = months(group)
    add(client, group, months.lowerBound, months.upperBound)
  }

  /// Kortdurende ambulante begeleiding as the only group in the window, before it or after it.
  private mutating func planShortTerm() {
    for index in 0..<192 {
      let client = newClient()
      add(client, .shortTerm)
      if index < 54 { add(client, .individual, random.between(22...24), Timeline.last) }
      if index >= 186 { add(client, .shortTerm) }
    }
    for _ in 0..<30 {
      let first = random.between(0...7)
      add(newClient(), .shortTerm, first, first + random.between(2...4))
    }
    for _ in 0..<94 {
      let first = random.between(22...25)
      add(newClient(), .shortTerm, first, first + random.between(2...4))
    }
  }

  /// Individuele begeleiding in the window after kortdurende ambulante begeleiding in 2016.
  private mutating func planFollowed() {
    for _ in 0..<120 {
      let client = newClient()
      let first = random.between(0...7)
      add(client, .shortTerm, first, first + random.between(2...4))
      let next = first + random.between(2...5)
      add(client, .individual, next, max(12, next) + random.between(1...12))
    }
  }

  private mutating func planCombinations() {
    for index in 0..<60 { addSequence(newClient(), followed: index < 56) }
    for _ in 0..<45 { addTogether(newClient()) }
    for (first, second, count) in [
      (ZoetermeerFacts.Group.recreation, ZoetermeerFacts.Group.shortTerm, 30),
      (.shortTerm, .watch, 14), (.individual, .work, 34), (.recreation, .work, 25),
      (.individual, .watch, 25), (.recreation, .watch, 4), (.individual, .coordination, 2),
    ] {
      for _ in 0..<count {
        let client = newClient()
        add(client, first)
        add(client, second)
      }
    }
  }

  /// Kortdurende ambulante begeleiding, then individuele; or the other way round.
  private mutating func addSequence(_ client: Int, followed: Bool) {
    guard followed else {
      add(client, .individual, random.between(-5...6), random.between(14...20))
      add(client, .shortTerm, random.between(10...18), random.between(18...20))
      return
    }
    let first = random.between(9...18)
    add(client, .shortTerm, first, max(12, first + random.between(2...4)))
    let next = first + random.between(1...3)
    add(client, .individual, next, max(14, next) + random.between(2...9))
  }

  /// Individuele begeleiding and recreatieve dagbesteding with months of the window in common.
  private mutating func addTogether(_ client: Int) {
    let months = months(.individual)
    add(client, .individual, months.lowerBound, months.upperBound)
    let shared = random.between(
      max(12, months.lowerBound)...min(Timeline.windowLast, months.upperBound))
    add(
      client,
      .recreation,
      shared - random.between(0...12),
      shared + random.between(0...6))
  }

  private mutating func planSingles() {
    for _ in 0..<30 { add(newClient(), .work) }
    for _ in 0..<16 { add(newClient(), .watch) }
  }

  private mutating func planTriples() {
    for index in 0..<10 {
      let client = newClient()
      addSequence(client, followed: index < 6)
      add(client, .recreation)
    }
    for _ in 0..<6 {
      let client = newClient()
      for group in [ZoetermeerFacts.Group.individual, .recreation, .work] { add(client, group) }
    }
  }

  /// Adds placements that were planned elsewhere.
  mutating func append(_ more: [Placement]) {
    placements += more
    clientCount = max(clientCount, (more.map(\.client).max() ?? -1) + 1)
  }
}
