import Ingest

/// Declares the volumes, each group as late as it is used to, with a few corrections.
struct GrowthDeclaring {
  /// In the order of their declaration, those after the cut-off among them.
  private(set) var lines: [DeclaredLine] = []

  /// About one line in seventy was a quarter too high at first.
  private static let correctedShare = 0.014
  /// What is declared later than this is not corrected any more: no credit comes after nine months.
  private static let latestCorrected = 6

  init(
    _ stays: [GrowthStay], _ volumes: [GrowthVolumes.Volume], _ plan: GrowthPlan,
    random: inout SplitMix
  ) {
    let delays = Self.delays(plan, &random)
    var drafts: [LineDraft] = []
    for volume in volumes {
      let stay = stays[volume.stay]
      let item = GrowthCatalogue.items[stay.item]
      let month = GrowthTimeline.month(volume.month)
      let delay = random.index(weights: delays[item.product.group]?[volume.month] ?? [1])
      let start = volume.month == stay.first ? Int32(stay.startDay - 1) : 0
      let line = DeclaredLine(
        reference: 0, declared: Self.day(volume.month, delay, &random), provider: stay.provider,
        client: stay.client, allocation: volume.stay, product: stay.item,
        begin: Day(number: month.firstDay.number + start), end: month.lastDay,
        pieces: volume.pieces, rate: plan.rate(item, year: month.year))
      let isCorrected = random.chance(Self.correctedShare) && delay <= Self.latestCorrected
      if isCorrected {
        let later = min(GrowthCatalogue.longestDelay, delay + random.between(1...3))
        drafts.add(
          line, grain: item.product.unit.grain, correctedOn: Self.day(volume.month, later, &random))
      } else {
        drafts.append(LineDraft(line: line))
      }
    }
    lines = drafts.numbered { ($0.declared, 0) }
  }

  /// By group and service month: the shares of each delay, a little different every month.
  private static func delays(
    _ plan: GrowthPlan, _ random: inout SplitMix
  ) -> [String: [[Double]]] {
    var result: [String: [[Double]]] = [:]
    for item in plan.items {
      let group = GrowthCatalogue.items[item].product.group
      guard result[group] == nil else { continue }
      result[group] = (0...GrowthTimeline.last).map { _ in
        GrowthCatalogue.delays(group).map { $0 * (0.8 + 0.4 * random.fraction()) }
      }
    }
    return result
  }

  /// In the month itself it is the last day: then the support was given.
  private static func day(_ month: Int, _ delay: Int, _ random: inout SplitMix) -> Day {
    let declared = GrowthTimeline.month(month + delay)
    let offset = Int32(random.below(27))
    return delay == 0 ? declared.lastDay : Day(number: declared.firstDay.number + offset)
  }
}
