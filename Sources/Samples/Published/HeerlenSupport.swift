import Ingest

/// Support from 2015 to 2023 that is declared once a month and costs what the plan says of a year.
///
/// A place is filled by one client after another; the number of places changes from quarter to
/// quarter.
struct HeerlenSupport {
  private(set) var clients: [Client] = []
  private(set) var allocations: [Allocation] = []
  private var drafts: [LineDraft] = []
  private let districts: [District]
  private static let quarters = HeerlenFacts.years.count * 4

  init(districts: [District], random: inout SplitMix) {
    self.districts = districts
    for (index, item) in HeerlenPlan.items.enumerated() {
      for place in 0..<max(item.clients.first, item.clients.last) {
        fill(place, of: index, &random)
      }
    }
    for (index, item) in HeerlenPlan.items.enumerated() where item.pieces == nil {
      for year in HeerlenFacts.years { settle(index, year: year) }
    }
    limit()
  }

  /// In the order of their declaration.
  var lines: [DeclaredLine] { drafts.numbered { ($0.declared, $0.provider) } }

  /// The quarters in which a place of an item is there.
  private static func quarters(_ place: Int, of item: HeerlenPlan.Item) -> [Int] {
    (0..<quarters).filter { quarter in
      let growth = (item.clients.last - item.clients.first) * quarter / (quarters - 1)
      return place < item.clients.first + growth
    }
  }

  private mutating func fill(_ place: Int, of item: Int, _ random: inout SplitMix) {
    let open = Self.quarters(place, of: HeerlenPlan.items[item])
    guard var first = open.first, let end = open.last else { return }
    // Lengths in turn: as many clients come in one quarter as in another. Who is there at the
    // beginning has been there for a while.
    var length = first == 0 ? 1 + place % 8 : 8
    while first <= end {
      let last = min(end, first + length - 1)
      addStay(item, first...last, &random)
      first = last + 1
      length = 6 + (place + first) % 5
    }
  }

  private mutating func addStay(_ item: Int, _ quarters: ClosedRange<Int>, _ random: inout SplitMix)
  {
    let isFirst = quarters.lowerBound == 0
    let first = quarters.lowerBound * 3 + (isFirst ? 0 : random.below(3))
    let (start, last) = (Self.month(first).firstDay, quarters.upperBound * 3 + 2)
    let allocation = allocations.count
    let decided = Day(number: start.number - Int32(random.between(5...40)))
    let (client, provider) = (client(&random), provider(&random))
    allocations.append(
      Allocation(
        number: allocation + 1, client: client, provider: provider, decision: allocation + 1,
        product: item, decided: decided, start: start, end: Self.month(last).lastDay, limit: .none))
    for month in (first...last).map(Self.month) {
      let late = random.chance(0.12) ? random.between(30...75) : 0
      let days = Int(month.lastDay.number - month.firstDay.number) + 1
      let pieces = HeerlenPlan.items[item].pieces.map { pieces in
        Int((Double(days) * pieces * Double(random.between(90...100)) / 100).rounded(.down))
      }
      drafts.append(
        LineDraft(
          line: DeclaredLine(
            reference: 0,
            declared: Day(number: month.lastDay.number + Int32(5 + provider * 7 % 20 + late)),
            provider: provider, client: client, allocation: allocation, product: item,
            begin: month.firstDay, end: month.lastDay,
            pieces: pieces ?? days * random.between(70...130),
            rate: HeerlenPlan.rate(item, year: month.year))))
    }
  }

  /// Scales the volumes of an item's lines of a year: all lines of the year cost what is planned.
  private mutating func settle(_ item: Int, year: Int) {
    let lines = drafts.indices.filter { drafts[$0].line.begin.year == year }
    let own = lines.filter { drafts[$0].line.product == item }
    let others = lines.filter { drafts[$0].line.product != item }
      .reduce(0) { $0 + drafts[$1].line.cents }
    let parts = own.reduce(0) { $0 + drafts[$1].line.pieces }
    let target = HeerlenPlan.costs(year) - others
    let rate = HeerlenPlan.rate(item, year: year)
    let grain = HeerlenPlan.items[item].product.unit.grain
    for index in own {
      let pieces = target * drafts[index].line.pieces / (parts * rate)
      drafts[index].line.pieces = max(1, pieces / grain) * grain
    }
  }

  /// Allocates what is used at most in a month, and lodging day by day.
  private mutating func limit() {
    var largest = [Int](repeating: 1, count: allocations.count)
    for draft in drafts {
      let line = draft.line
      let size = HeerlenPlan.items[line.product].product.unit.piecesPerAllocated
      largest[line.allocation] = max(largest[line.allocation], (line.pieces + size - 1) / size)
    }
    for index in allocations.indices {
      let unit = HeerlenPlan.items[allocations[index].product].product.unit
      allocations[index].limit =
        unit == .day ? .volume(1, frequency: 1) : .volume(largest[index], frequency: 4)
    }
  }

  /// Mostly a new client; every ninth has had support before, or has other support.
  private mutating func client(_ random: inout SplitMix) -> Int {
    if allocations.count > 50, allocations.count % 9 == 0 { return random.below(clients.count) }
    let district = districts[random.below(districts.count)]
    clients.append(
      Client(
        number: clients.count, birthYear: random.between(1935...1997), sex: random.between(1...2),
        neighbourhood: "\(district.code)0\(random.below(5))"))
    return clients.count - 1
  }

  private func provider(_ random: inout SplitMix) -> Int {
    random.index(weights: (0..<HeerlenFacts.providers).map { 1 / Double($0 + 12) })
  }

  private static func month(_ number: Int) -> Month {
    Month(
      number: Month(year: HeerlenFacts.years.lowerBound, month: 1).number + Int32(number))
  }
}
