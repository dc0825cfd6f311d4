import Ingest

/// Support that is declared once a month, each line in the month after or, if it is late, up to
/// three months later.
///
/// What a source says of counts alone needs no more: who had what from whom, and that it was
/// invoiced.
struct MonthlySupport {
  /// A product and what is usual of it; only the product's names may come from a source.
  struct Item {
    var product: Product
    /// Eurocents per piece.
    var rate: Int
    /// Pieces per client and month, about.
    var pieces: Int
  }

  let year: Int
  /// The first of the years from which there are rates.
  let firstYear: Int
  let items: [Item]
  private let lateShare: Double
  private(set) var allocations: [Allocation] = []
  private var drafts: [LineDraft] = []

  init(year: Int, from firstYear: Int? = nil, items: [Item], lateShare: Double = 0) {
    self.year = year
    self.firstYear = firstYear ?? year
    self.items = items
    self.lateShare = lateShare
  }

  /// Adds support of a client by a provider, for two to six months of the year.
  mutating func add(client: Int, item: Int, provider: Int, random: inout SplitMix) {
    let first = random.between(1...10)
    let last = min(12, first + random.between(1...5))
    add(
      client: client, item: item, provider: provider,
      months: Month(year: year, month: first)...Month(year: year, month: last), random: &random)
  }

  /// Adds support of a client by a provider in these months; what lasts until the end of the year
  /// has no end yet.
  mutating func add(
    client: Int, item: Int, provider: Int, months: ClosedRange<Month>, random: inout SplitMix
  ) {
    let (product, rate) = (items[item].product, items[item].rate)
    let index = allocations.count
    var largest = 0
    for number in months.lowerBound.number...months.upperBound.number {
      let month = Month(number: number)
      let steps = items[item].pieces * random.between(70...130) / 100 / product.unit.step
      let pieces = max(1, steps) * product.unit.step
      largest = max(largest, pieces)
      let days = 3 + provider * 7 % 14 + delay(&random)
      let declared = Day(number: month.lastDay.number + Int32(days))
      drafts.append(
        LineDraft(
          line: DeclaredLine(
            reference: 0, declared: declared, provider: provider, client: client,
            allocation: index, product: item, begin: month.firstDay, end: month.lastDay,
            pieces: pieces, rate: rate)))
    }
    let start = months.lowerBound.firstDay
    let size = product.unit.piecesPerAllocated
    allocations.append(
      Allocation(
        number: index + 1, client: client, provider: provider, decision: index + 1, product: item,
        decided: Day(number: start.number - Int32(random.between(5...40))), start: start,
        end: months.upperBound == Month(year: year, month: 12) ? nil : months.upperBound.lastDay,
        limit: .volume((largest + size - 1) / size, frequency: 4)))
  }

  /// In days.
  private func delay(_ random: inout SplitMix) -> Int {
    lateShare > 0 && random.chance(lateShare) ? random.between(20...75) : 0
  }

  /// In the order of their declaration.
  var lines: [DeclaredLine] { drafts.numbered { ($0.declared, $0.provider) } }

  /// One rate per product, for every provider and without an end.
  var rates: [ContractRate] {
    items.enumerated().map { index, item in
      ContractRate(
        product: index, provider: nil, cents: item.rate,
        from: Month(year: firstYear, month: 1).firstDay, through: nil)
    }
  }

  /// The whole year.
  var window: ClosedRange<Day> {
    Month(year: year, month: 1).firstDay...Month(year: year, month: 12).lastDay
  }
}
