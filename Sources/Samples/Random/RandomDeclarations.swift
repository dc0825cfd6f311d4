import Ingest

/// Writes the declarations of a random municipality month by month, as they come in.
///
/// Every slot – a month of an allocation – gets its part of the debits; about three in a hundred
/// are credited a little later, in full.
struct RandomDeclarations {
  private let random: SplitMix
  private let source: RandomMunicipality
  private let debits: Int
  private let credits: Int

  /// `lines` is the exact number of lines.
  init(_ source: RandomMunicipality, lines: Int, random: SplitMix) {
    self.source = source
    self.random = random
    credits = lines * 3 / 100
    debits = lines - credits
  }

  /// Hands over each line in the order of the file.
  func forEach(_ body: (DeclaredLine) throws(RunFailure) -> Void) throws(RunFailure) {
    var random = self.random
    var slot = 0
    var debit = 0
    var reference = 0
    var waiting: [DeclaredLine] = []
    for number in 0...26 {
      let month = RandomStay.month(number)
      let (firstDay, lastDay) = (month.firstDay.number, month.lastDay.number)
      let due = waiting
      waiting.removeAll(keepingCapacity: true)
      for (index, stay) in source.stays.enumerated()
      where stay.first <= number && number <= stay.last {
        let begin = stay.first == number ? firstDay + Int32(stay.startDay) - 1 : firstDay
        let isEnd = stay.last == number && stay.endDay > 0
        let end = isEnd ? firstDay + Int32(stay.endDay) - 1 : lastDay
        let count = debits * (slot + 1) / source.slots - debits * slot / source.slots
        slot += 1
        for position in 0..<count {
          reference += 1
          let line = line(
            stay, index, reference, Int(begin), Int(end - begin) + 1, (position, count), number,
            month.year, &random)
          try body(line)
          if credits * (debit + 1) / debits > credits * debit / debits {
            waiting.append(Self.credit(line, &random))
          }
          debit += 1
        }
      }
      for credit in due { try write(credit, &reference, body) }
    }
    for credit in waiting { try write(credit, &reference, body) }
  }

  @inline(__always)
  private func line(
    _ stay: RandomStay, _ index: Int, _ reference: Int, _ begin: Int, _ days: Int,
    _ part: (position: Int, count: Int), _ month: Int, _ year: Int, _ random: inout SplitMix
  ) -> DeclaredLine {
    let (product, provider) = (Int(stay.product), Int(stay.provider))
    let item = RandomCatalogue.items[product]
    let first = part.position * days / part.count
    let last = max(first, (part.position + 1) * days / part.count - 1)
    let pieces = (1 + random.below(item.steps)) * item.product.unit.step
    return DeclaredLine(
      reference: reference, previous: nil, declared: Self.declared(month, provider, &random),
      provider: provider, client: Int(stay.client), allocation: index, product: product,
      begin: Day(number: Int32(begin + first)), end: Day(number: Int32(begin + last)),
      pieces: pieces, rate: source.rates.cents(product, provider, year: year))
  }

  /// Most lines come in the month after, a few much later; none after 18 April 2018.
  @inline(__always)
  private static func declared(_ month: Int, _ provider: Int, _ random: inout SplitMix) -> Day {
    let delay = random.below(25) == 0 ? 2 + random.below(8) : 1
    let first = RandomStay.month(min(27, month + delay)).firstDay
    return Day(number: first.number + Int32(provider * 7 % 15 + 2))
  }

  private static func credit(_ line: DeclaredLine, _ random: inout SplitMix) -> DeclaredLine {
    var credit = line
    credit.previous = line.reference
    credit.pieces = -line.pieces
    credit.declared = Day(number: line.declared.number + Int32(random.between(10...60)))
    return credit
  }

  private func write(
    _ credit: DeclaredLine, _ reference: inout Int,
    _ body: (DeclaredLine) throws(RunFailure) -> Void
  ) throws(RunFailure) {
    reference += 1
    var line = credit
    line.reference = reference
    try body(line)
  }
}
