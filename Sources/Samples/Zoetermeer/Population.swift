import Ingest

/// The clients: where they live and when they were born, so that the published shares hold.
struct Population {
  private(set) var clients: [Client] = []

  /// The area with the street to which six new clients came; nobody else of the sample lives there.
  private static let street = districtCode(7) + "09"

  static func districtCode(_ index: Int) -> String {
    index < 9 ? "06370\(index + 1)" : "0637\(index + 1)"
  }

  init(_ plan: ZoetermeerPlan, _ earlier: EarlierSupport, random: inout SplitMix) {
    let years = Self.birthYears(earlier, &random)
    let deaths = Self.deaths(earlier, &random)
    let weights = ZoetermeerFacts.districts.map { Double($0.inhabitants) * $0.pull }
    let total = weights.reduce(0, +)
    var counts = [Double](repeating: 0, count: weights.count)
    // In order of kind of client each district is dealt its share, so that both kinds of provision
    // and their spending follow the same pattern.
    for number in 0..<earlier.clientCount {
      let owed = weights.indices.map { weights[$0] / total * Double(number + 1) - counts[$0] }
      let district = owed.indices.max { owed[$0] < owed[$1] } ?? 0
      counts[district] += 1
      let neighbourhood = Self.districtCode(district) + "0\(random.below(5))"
      clients.append(
        Client(
          number: number, birthYear: years[number], sex: random.chance(0.52) ? 2 : 1,
          neighbourhood: plan.neighbours.contains(number) ? Self.street : neighbourhood,
          death: deaths[number]))
    }
  }

  /// Of the clients with individuele begeleiding in the window 24.5 % are younger than 30.
  private static func birthYears(_ earlier: EarlierSupport, _ random: inout SplitMix) -> [Int] {
    var groups = [Set<ZoetermeerFacts.Group>](repeating: [], count: earlier.clientCount)
    for placement in earlier.placements where placement.isInWindow {
      groups[placement.client].insert(placement.group)
    }
    let individual = groups.indices.filter { groups[$0].contains(.individual) }
    let youngCount = individual.count * 245 / 1000
    let young = Set(random.shuffled(individual).prefix(youngCount))
    return groups.indices.map { client in
      if young.contains(client) { return random.between(1988...1999) }
      if groups[client].contains(.individual) { return random.between(1936...1987) }
      if groups[client].contains(.recreation) { return random.between(1922...1968) }
      return random.between(1940...1997)
    }
  }

  /// Some clients die in the month after their last support.
  private static func deaths(_ earlier: EarlierSupport, _ random: inout SplitMix) -> [Int: Day] {
    var last: [Int: Int] = [:]
    for placement in earlier.placements {
      last[placement.client] = max(last[placement.client] ?? 0, placement.last)
    }
    var deaths: [Int: Day] = [:]
    for client in random.shuffled(last.keys.sorted()) where deaths.count < 20 {
      guard let month = last[client], (12..<25).contains(month) else { continue }
      let next = Month(number: Month(year: 2016, month: 1).number + Int32(month + 1))
      deaths[client] = Day(number: next.firstDay.number + Int32(random.below(20)))
    }
    return deaths
  }
}
