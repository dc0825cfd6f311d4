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
      // Most lines are declared in the month after, some much later.
      let delay = random.chance(0.04) ? random.between(2...9) : 1
      let month = min(volume.month + delay, Timeline.last + 1)
      let line = DeclaredLine(
        reference: 0, declared: Self.day(month, placement.provider), provider: placement.provider,
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
