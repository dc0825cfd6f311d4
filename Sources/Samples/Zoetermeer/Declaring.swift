import Ingest

/// Declares the volumes: a line each, late ones, and corrections with credits.
struct Declaring {
  /// In the order of their declaration.
  private(set) var lines: [DeclaredLine] = []

  /// The last day on which the sample has declarations.
  static let lastDay = Day(number: Month(year: 2018, month: 4).firstDay.number + 17)

  /// A line whose references are not given yet; `corrects` is the index of the debit it undoes.
  private struct Draft {
    var line: DeclaredLine
    var corrects: Int?
  }

  init(_ placements: [Placement], _ billing: Billing, random: inout SplitMix) {
    var drafts: [Draft] = []
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
        drafts.append(Draft(line: line))
        continue
      }
      add(
        line, creditedOn: Self.day(month + 1, placement.provider), isUndone: placement.isUndone,
        to: &drafts)
    }
    number(drafts)
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

  /// The first declaration was a quarter too high: it is credited and declared again next day.
  private func add(
    _ line: DeclaredLine, creditedOn day: Day, isUndone: Bool, to drafts: inout [Draft]
  ) {
    let grain = ZoetermeerFacts.markets[line.product].unit.step
    var first = line
    if !isUndone { first.pieces += max(grain, line.pieces / 4 / grain * grain) }
    var credit = first
    credit.pieces = -first.pieces
    credit.declared = day
    drafts.append(Draft(line: first))
    drafts.append(Draft(line: credit, corrects: drafts.count - 1))
    guard !isUndone else { return }
    var second = line
    second.declared = Day(number: day.number + 1)
    drafts.append(Draft(line: second))
  }

  /// Each provider invoices on its own day of the month.
  private static func day(_ month: Int, _ provider: Int) -> Day {
    let first = Month(number: Month(year: 2016, month: 1).number + Int32(month)).firstDay
    return Day(number: first.number + Int32(provider * 7 % 14 + 2))
  }

  private mutating func number(_ drafts: [Draft]) {
    let order = drafts.indices.sorted { a, b in
      let (first, second) = (drafts[a].line, drafts[b].line)
      if first.declared != second.declared { return first.declared < second.declared }
      return (first.provider, a) < (second.provider, b)
    }
    var references = [Int](repeating: 0, count: drafts.count)
    for (position, index) in order.enumerated() { references[index] = position + 1 }
    lines = order.map { index in
      var line = drafts[index].line
      line.reference = references[index]
      line.previous = drafts[index].corrects.map { references[$0] }
      return line
    }
  }
}
