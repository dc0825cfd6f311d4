import Ingest

/// The placements of the scenario with everything decided but their volumes.
struct ZoetermeerPlan {
  private(set) var placements: [Placement] = []
  private(set) var clientCount = 0
  /// Six clients who came to one street within weeks, each to another provider.
  private(set) var neighbours: [Int] = []
  let rates = RateBook()

  init(random: inout SplitMix) {
    var careers = CareerPlan(random: SplitMix(seed: random.next()))
    careers.append(freePlacements(besides: careers, &random))
    placements = careers.placements
    clientCount = careers.clientCount
    decideDetails(&random)
    decideMarkets(&random)
    decideProviders(&random)
    chooseNeighbours()
    addUndone(&random)
  }

  private func freePlacements(
    besides careers: CareerPlan, _ random: inout SplitMix
  ) -> [Placement] {
    let individual = CareerPlan.freeIndividual
    let recreation = CareerPlan.freeRecreation
    let second = CareerPlan.secondIndividual + CareerPlan.secondRecreation
    let schedule = FreeSchedule(
      besides: careers.placements, inWindow: individual + recreation + second, random: &random)
    var result: [Placement] = []
    var inWindow = 0
    var next = careers.clientCount + individual + recreation
    for stay in random.shuffled(schedule.stays) {
      var placement = Placement(client: 0, group: .individual, first: stay.first, last: stay.last)
      placement.mayPause = true
      if placement.isInWindow {
        // Seconds go to every eighth client of the same group.
        let position = inWindow - individual - recreation
        let isSecond = position >= 0
        let isRecreation =
          isSecond ? position >= CareerPlan.secondIndividual : inWindow >= individual
        let start = isRecreation && isSecond ? individual - CareerPlan.secondIndividual * 8 : 0
        placement.client = careers.clientCount + (isSecond ? start + position * 8 : inWindow)
        placement.group = isRecreation ? .recreation : .individual
        inWindow += 1
      } else {
        placement.client = next
        placement.group = random.chance(0.7) ? .individual : .recreation
        next += 1
      }
      result.append(placement)
    }
    return result
  }

  private mutating func decideDetails(_ random: inout SplitMix) {
    for index in placements.indices {
      let placement = placements[index]
      placements[index].weight = 0.55 + 0.9 * random.fraction()
      if random.chance(0.4) {
        // Support that begins in October 2017 begins inside the window.
        let latest = placement.first == Timeline.windowLast ? 14 : 24
        placements[index].startDay = random.between(2...latest)
      }
      let isLong = placement.last > placement.firstDeclared && placement.last < Timeline.last
      if isLong && random.chance(0.2) { placements[index].endDay = random.between(8...25) }
    }
  }

  /// Spreads the placements of a group over its products; in the window as published.
  private mutating func decideMarkets(_ random: inout SplitMix) {
    for group in ZoetermeerFacts.Group.allCases {
      let markets = ZoetermeerFacts.markets.indices.filter {
        ZoetermeerFacts.markets[$0].group == group
      }
      let counts = markets.map { ZoetermeerFacts.markets[$0].indications }
      let exact = zip(markets, counts).flatMap { Array(repeating: $0.0, count: $0.1) }
      var deck = random.shuffled(exact)
      for index in placements.indices where placements[index].group == group {
        if placements[index].isInWindow, let market = deck.popLast() {
          placements[index].market = market
        } else {
          placements[index].market = markets[random.index(weights: counts.map(Double.init))]
        }
      }
    }
  }

  /// Spreads the placements of a product over its providers; in the window by exact shares.
  private mutating func decideProviders(_ random: inout SplitMix) {
    for (market, facts) in ZoetermeerFacts.markets.enumerated() {
      let weights = facts.providers.map(\.placements)
      var deck: [Int] = []
      for index in weights.indices {
        // At least one each: the number of providers is published.
        let rest = facts.indications - deck.count
        let later = weights.count - index - 1
        let share = weights[index] / weights[index...].reduce(0, +)
        let count = max(1, min(rest - later, Int((Double(rest) * share).rounded())))
        deck += Array(repeating: index, count: later == 0 ? rest : count)
      }
      deck = random.shuffled(deck)
      for index in placements.indices where placements[index].market == market {
        let isDealt = placements[index].isInWindow
        let choice = isDealt ? deck.popLast() : random.index(weights: weights)
        placements[index].provider = rates.provider(facts.providers[choice ?? 0].name)
      }
    }
  }

  private mutating func chooseNeighbours() {
    let placementCounts = placements.reduce(into: [:]) { $0[$1.client, default: 0] += 1 }
    var providers: Set<Int> = []
    for index in placements.indices where neighbours.count < 6 {
      let placement = placements[index]
      guard placement.mayPause, placement.first == 16 || placement.first == 17,
        placement.last > placement.first, placementCounts[placement.client] == 1,
        providers.insert(placement.provider).inserted
      else { continue }
      placements[index].startDay =
        placement.first == 16 ? 22 + neighbours.count : 1 + neighbours.count
      neighbours.append(placement.client)
    }
  }

  /// Lines that a provider declared by mistake and took back: they count nowhere.
  private mutating func addUndone(_ random: inout SplitMix) {
    let candidates = placements.filter { $0.isInWindow && $0.last < 20 && $0.first > 6 }
    for placement in random.shuffled(candidates).prefix(15) {
      var mistake = placement
      mistake.isUndone = true
      mistake.last = mistake.first
      mistake.endDay = nil
      placements.append(mistake)
    }
  }
}
