/// The volume of every month of every stay.
///
/// In the two years that are compared, a product's volume is a whole number of grains per client,
/// so that volume per client is the same in both, or differs as planted.
struct GrowthVolumes {
  struct Volume {
    var stay: Int
    var month: Int
    var pieces: Int
  }

  private(set) var volumes: [Volume] = []

  init(_ stays: [GrowthStay], _ plan: GrowthPlan, random: inout SplitMix) {
    for (index, stay) in stays.enumerated() {
      let item = GrowthCatalogue.items[stay.item]
      let grain = item.product.unit.grain
      for month in stay.months {
        let noise = 0.85 + 0.3 * random.fraction()
        let pieces = Double(item.pieces) * stay.weight * noise * plan.volume(month)
        let grains = max(1, Int((pieces / Double(grain)).rounded()))
        volumes.append(Volume(stay: index, month: month, pieces: grains * grain))
      }
    }
    for item in plan.items { balance(item, stays, plan, &random) }
  }

  private mutating func balance(
    _ item: Int, _ stays: [GrowthStay], _ plan: GrowthPlan, _ random: inout SplitMix
  ) {
    let grain = GrowthCatalogue.items[item].product.unit.grain
    func lines(_ year: ClosedRange<Int>) -> [Int] {
      volumes.indices.filter {
        stays[volumes[$0].stay].item == item && year.contains(volumes[$0].month)
      }
    }
    func clients(_ year: ClosedRange<Int>) -> Int {
      stays.count { $0.item == item && $0.touches(year) }
    }
    let before = lines(GrowthTimeline.comparison)
    let (few, many) = (clients(GrowthTimeline.comparison), clients(GrowthTimeline.window))
    guard few > 0, many > 0 else { return }
    let total = before.reduce(0) { $0 + volumes[$1].pieces / grain }
    let perClient = max(1, (total + few / 2) / few)
    let growth = plan.rises(.volume) ? GrowthPlan.volumeGrowth : 1
    let perClientLater = max(1, Int((Double(perClient) * growth).rounded()))
    settle(before, grains: perClient * few, grain, &random)
    settle(lines(GrowthTimeline.window), grains: perClientLater * many, grain, &random)
  }

  /// Adds or takes a grain here and there until the lines have so many together.
  private mutating func settle(
    _ lines: [Int], grains wanted: Int, _ grain: Int, _ random: inout SplitMix
  ) {
    var missing = wanted - lines.reduce(0) { $0 + volumes[$1].pieces / grain }
    let order = random.shuffled(lines)
    while missing != 0 {
      for index in order where missing != 0 {
        let step = missing.signum()
        guard volumes[index].pieces + step * grain >= grain else { continue }
        volumes[index].pieces += step * grain
        missing -= step
      }
    }
  }
}
