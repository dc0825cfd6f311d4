import Ingest

/// One clean allocation in few bytes: there may be millions.
struct RandomStay {
  var client: Int32
  var provider: Int32
  var product: Int32
  /// Months since January 2016; below 0 where support began before.
  var first: Int8
  var last: Int8
  /// Day of the month on which support begins.
  var startDay: UInt8
  /// Day of the last month on which support ends; 0 for its last day.
  var endDay: UInt8

  /// The number of months with lines.
  var slots: Int { Int(last) - max(0, Int(first)) + 1 }

  static func month(_ number: Int) -> Month {
    Month(number: Month(year: 2016, month: 1).number + Int32(number))
  }

  var start: Day {
    Day(number: Self.month(Int(first)).firstDay.number + Int32(startDay) - 1)
  }

  init(client: Int, provider: Int, product: Int, random: inout SplitMix) {
    self.client = Int32(client)
    self.provider = Int32(provider)
    self.product = Int32(product)
    let begin = random.between(-10...25)
    let end = min(26, max(0, begin) + random.below(18))
    first = Int8(begin)
    last = Int8(end)
    startDay = random.chance(0.5) ? 1 : UInt8(random.between(2...25))
    let isLong = end > begin && end > 0 && end < 26
    endDay = isLong && random.chance(0.2) ? UInt8(random.between(8...25)) : 0
  }

  /// The allocation itself; `largest` is what the lines of one month can add up to, in pieces.
  func allocation(number: Int, decision: Int, largest: Int, random: inout SplitMix) -> Allocation {
    let start = start
    return Allocation(
      number: number, client: Int(client), provider: Int(provider), decision: decision,
      product: Int(product), decided: Day(number: start.number - Int32(random.between(1...40))),
      start: start, end: end(&random), limit: limit(largest, &random))
  }

  private func end(_ random: inout SplitMix) -> Day? {
    let month = Self.month(Int(last))
    if endDay > 0 { return Day(number: month.firstDay.number + Int32(endDay) - 1) }
    if last == 26 && random.chance(0.6) { return nil }
    let later = random.chance(0.4) ? random.between(1...6) : 0
    return Self.month(Int(last) + later).lastDay
  }

  private func limit(_ largest: Int, _ random: inout SplitMix) -> Allocation.Limit {
    let product = RandomCatalogue.items[Int(product)].product
    let size = product.unit.piecesPerAllocated
    let volume = (largest + size - 1) / size
    switch random.below(100) {
    // Pieces per week are counted by Sundays, and a short period may have none.
    case 55..<75 where product.unit != .piece: return .volume(volume, frequency: 2)
    case 75..<83: return .volume(volume * slots, frequency: 6)
    case 83..<86: return .volume(volume, frequency: 1)
    case 86..<88: return .volume(2 * volume, frequency: 3)
    case 88..<90: return .volume(12 * volume, frequency: 5)
    case 90..<95:
      let rate = RandomCatalogue.items[Int(self.product)].rate * 115 / 100 + 1
      return .budget(slots * largest * rate)
    case 95..<100: return .none
    default: return .volume(volume, frequency: 4)
    }
  }
}
