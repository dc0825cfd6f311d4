import Ingest

/// Turns planned placements into monthly volumes whose amounts meet the published ones.
///
/// An amount is a placement's weight, times a scale of its market and provider, times a factor of
/// its month. Scales and factors follow from each other: the scales make the window's amounts the
/// published ones, the factors make the months rise. A few rounds settle both.
struct Billing {
  struct Volume {
    var placement: Int
    var month: Int
    var begin: Day
    var end: Day
    /// Euros before scaling.
    var weight: Double
    var pieces = 0
    var rate = 0
  }

  private(set) var volumes: [Volume] = []
  private let placements: [Placement]
  private let earlier: EarlierSupport
  private let rates: RateBook
  private var factors = [Double](repeating: 1, count: Timeline.count)
  private var scales: [Cell: Double] = [:]

  /// A provider's part of a market.
  private struct Cell: Hashable {
    var market: Int
    var provider: Int
  }

  /// The volumes are of the placements of `earlier`.
  init(
    _ plan: ZoetermeerPlan, _ earlier: EarlierSupport, random: inout SplitMix
  ) throws(RunFailure) {
    placements = earlier.placements
    self.earlier = earlier
    rates = plan.rates
    for (index, placement) in plan.placements.enumerated() {
      addVolumes(placement, index, &random)
    }
    for _ in 0..<40 {
      updateScales()
      updateFactors()
    }
    updateScales()
    for index in volumes.indices {
      let unit = ZoetermeerFacts.markets[market(volumes[index])].unit
      let steps = amount(volumes[index]) / Double(volumes[index].rate * unit.step)
      volumes[index].pieces = max(1, Int(steps.rounded())) * unit.step
    }
    try settle(&random)
  }

  private mutating func addVolumes(
    _ placement: Placement, _ index: Int, _ random: inout SplitMix
  ) {
    let interior = placement.firstDeclared + 1..<max(placement.firstDeclared + 1, placement.last)
    for number in placement.firstDeclared...min(placement.last, Timeline.last) {
      let noise = 0.85 + 0.3 * random.fraction()
      let pauses = placement.mayPause && interior.count > 3 && random.chance(0.015)
      if pauses && interior.contains(number) { continue }
      let month = Month(number: Month(year: 2016, month: 1).number + Int32(number))
      var volume = Volume(
        placement: earlier.placement(index, in: number), month: number, begin: month.firstDay,
        end: month.lastDay,
        weight: placement.weight * noise)
      if number == placement.first {
        volume.begin = Day(number: volume.begin.number + Int32(placement.startDay - 1))
      }
      if number == placement.last, let endDay = placement.endDay {
        volume.end = Day(number: month.firstDay.number + Int32(endDay - 1))
      }
      volume.weight *= Double(volume.end.number - volume.begin.number + 1) / 30
      let cell = cell(volume)
      volume.rate = rates.cents(cell.market, cell.provider, year: month.year)
      volumes.append(volume)
    }
  }

  private func market(_ volume: Volume) -> Int { placements[volume.placement].market }

  private func cell(_ volume: Volume) -> Cell {
    let placement = placements[volume.placement]
    return Cell(market: placement.market, provider: placement.provider)
  }

  private func amount(_ volume: Volume) -> Double {
    volume.weight * factors[volume.month] * (scales[cell(volume)] ?? 1)
  }

  private func counts(_ volume: Volume) -> Bool {
    (Timeline.windowFirst...Timeline.windowLast).contains(volume.month)
      && !placements[volume.placement].isUndone
  }

  /// Makes the window's amounts those of the market, and of the providers whose share is known.
  private mutating func updateScales() {
    var sums: [Cell: Double] = [:]
    for volume in volumes where counts(volume) {
      sums[cell(volume), default: 0] += volume.weight * factors[volume.month]
    }
    for (index, market) in ZoetermeerFacts.markets.enumerated() {
      var open = Double(market.cents)
      var openWeight = 0.0
      for share in market.providers {
        let cell = Cell(market: index, provider: rates.provider(share.name))
        guard let amount = share.amount else {
          openWeight += sums[cell] ?? 0
          continue
        }
        open -= amount * Double(market.cents)
        scales[cell] = amount * Double(market.cents) / (sums[cell] ?? 1)
      }
      for share in market.providers where share.amount == nil {
        scales[Cell(market: index, provider: rates.provider(share.name))] = open / openWeight
      }
    }
  }

  /// Makes the total of each month follow the number of indications and how heavy they are.
  private mutating func updateFactors() {
    var sums = [Double](repeating: 0, count: Timeline.count)
    for volume in volumes where !placements[volume.placement].isUndone {
      sums[volume.month] += volume.weight * (scales[cell(volume)] ?? 1)
    }
    let window = Timeline.windowFirst...Timeline.windowLast
    let total = ZoetermeerFacts.markets.reduce(0) { $0 + $1.cents }
    let perIndication =
      Double(total) / Double(window.reduce(0) { $0 + FreeSchedule.target($1) })
    for month in sums.indices {
      let indications = Double(FreeSchedule.target(month)) * EarlierSupport.weight(month)
      factors[month] = perIndication * indications / sums[month]
    }
  }

  private mutating func settle(_ random: inout SplitMix) throws(RunFailure) {
    for (index, facts) in ZoetermeerFacts.markets.enumerated() {
      let chosen = volumes.indices.filter {
        counts(volumes[$0]) && market(volumes[$0]) == index
      }
      var solver = CentSolver(
        pieces: chosen.map { volumes[$0].pieces }, rates: chosen.map { volumes[$0].rate },
        unit: facts.unit, target: facts.cents)
      guard solver.settle(random: &random) else { throw .unsolvable(facts.code) }
      for (position, volume) in chosen.enumerated() {
        volumes[volume].pieces = solver.pieces[position]
      }
    }
  }
}
