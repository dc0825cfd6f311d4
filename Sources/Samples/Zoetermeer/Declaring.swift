import Ingest

/// Declares the volumes: a line each, late ones, and corrections with credits.
struct Declaring {
  /// In the order of their declaration.
  private(set) var lines: [DeclaredLine] = []

  /// The last day on which the sample has declarations.
  static let lastDay = Day(number: Month(year: 2018, month: 4).firstDay.number + 17)

  init(_ placements: [Placement], _ billing: Billing, random: inout SplitMix) {
    var drafts: [LineDraft] = []
    for volume in billing.volumes {
      let placement = placements[volume.placement]
      let delay = Self.delay(placement.provider, &random)
      let month = min(volume.month + delay, Timeline.last + 1)
      // Who declares in the month itself does so on its last day, when the support was given.
      let declared = delay == 0 ? volume.begin.month.lastDay : Self.day(month, placement.provider)
      let line = DeclaredLine(
        reference: 0, declared: declared, provider: placement.provider,
        client: placement.client, allocation: volume.placement, product: placement.market,
        begin: volume.begin, end: volume.end, pieces: volume.pieces, rate: volume.rate)
      let isCorrected = placement.isUndone || random.chance(0.015)
      guard isCorrected, month <= Timeline.last else {
        drafts.append(LineDraft(line: line))
        continue
      }
      let day = Self.day(month + 1, placement.provider)
      if placement.isUndone {
        drafts.add(line, creditedOn: day)
      } else {
        let grain = ZoetermeerFacts.markets[line.product].unit.step
        drafts.add(line, grain: grain, correctedOn: day)
      }
    }
    lines = drafts.numbered { ($0.declared, $0.provider) }
  }

  /// Months from service to declaration: mostly one, with a tail of up to nine.
  private static func delay(_ provider: Int, _ random: inout SplitMix) -> Int {
    switch provider % 5 {
    // Some declare at the end of the month itself, others not before they are asked.
    case 2: random.index(weights: [62, 25, 6, 3, 1.5, 1, 0.6, 0.4, 0.3, 0.2])
    case 4: random.index(weights: [0, 45, 27, 11, 6, 4, 2.8, 2, 1.3, 0.9])
    default: random.index(weights: [0, 82, 9, 3.5, 2, 1.2, 0.9, 0.6, 0.5, 0.3])
    }
  }

  /// Each provider invoices on its own day of the month.
  private static func day(_ month: Int, _ provider: Int) -> Day {
    let first = Month(number: Month(year: 2016, month: 1).number + Int32(month)).firstDay
    return Day(number: first.number + Int32(provider * 7 % 14 + 2))
  }
}
