/// One client's support by one product at one provider, in whole months.
struct GrowthStay {
  var item: Int
  /// Below 0 where support began before the data do.
  var first: Int
  var last: Int
  var client = 0
  var provider = 0
  /// Day of the first month on which support begins.
  var startDay = 1
  /// How much support, beside that of others.
  var weight = 1.0

  /// The months with lines.
  var months: ClosedRange<Int> { max(0, first)...last }

  func touches(_ months: ClosedRange<Int>) -> Bool { self.months.overlaps(months) }
}

/// Who has which product in which months: at random, but in the two years that are compared with
/// numbers of clients that stand exactly in the planted proportion.
struct GrowthStays {
  private(set) var stays: [GrowthStay] = []
  private(set) var clientCount = 0
  private let plan: GrowthPlan

  init(_ plan: GrowthPlan, random: inout SplitMix) {
    self.plan = plan
    for item in plan.items { addStays(item, &random) }
    balance(&random)
    addClients(&random)
  }

  /// Every month a few leave, and as many come as are missing from the plan.
  private mutating func addStays(_ index: Int, _ random: inout SplitMix) {
    let item = GrowthCatalogue.items[index]
    var running: [Int] = []
    for month in 0...GrowthTimeline.last {
      let planned = plan.active(item, month)
      running = running.filter { stay in
        guard planned == 0 || random.chance(item.leaving) else { return true }
        stays[stay].last = month - 1
        return false
      }
      let wanted = Int((planned * (0.98 + 0.04 * random.fraction())).rounded())
      while running.count < wanted {
        let first = month == 0 ? -random.between(0...18) : month
        running.append(stays.count)
        stays.append(GrowthStay(item: index, first: first, last: GrowthTimeline.last))
      }
    }
  }

  private func count(_ item: Int, _ months: ClosedRange<Int>) -> Int {
    stays.count { $0.item == item && $0.touches(months) }
  }

  /// In the comparison period every product gets a number of clients that grows to a whole number;
  /// in the window it has that number, and of a group with two products the shift.
  private mutating func balance(_ random: inout SplitMix) {
    let growth = GrowthPlan.clientGrowth
    var wanted: [Int: Int] = [:]
    for item in plan.items where count(item, GrowthTimeline.comparison) > 0 {
      let whole = growth.denominator
      let clients = (count(item, GrowthTimeline.comparison) + whole - 1) / whole * whole
      adjust(item, GrowthTimeline.comparison, to: clients, &random)
      wanted[item] = plan.rises(.clients) ? clients / whole * growth.numerator : clients
    }
    if plan.rises(.mix) { shift(&wanted) }
    for item in plan.items where count(item, GrowthTimeline.window) > 0 {
      if let clients = wanted[item] { adjust(item, GrowthTimeline.window, to: clients, &random) }
    }
  }

  private func shift(_ wanted: inout [Int: Int]) {
    for (basic, specialist) in zip(plan.items, plan.items.dropFirst())
    where GrowthCatalogue.items[specialist].weight == .specialist {
      guard let few = wanted[specialist], let many = wanted[basic] else { continue }
      let moved = max(1, Int((Double(few + many) * GrowthPlan.mixShift).rounded()))
      wanted[specialist] = few + moved
      wanted[basic] = many - moved
    }
  }

  /// Adds short stays inside the year, or removes stays that leave the other year alone.
  private mutating func adjust(
    _ item: Int, _ year: ClosedRange<Int>, to wanted: Int, _ random: inout SplitMix
  ) {
    for _ in 0..<max(0, wanted - count(item, year)) {
      let first = random.between(year)
      let last = min(year.upperBound, first + random.between(1...6))
      stays.append(GrowthStay(item: item, first: first, last: last))
    }
    let isWindow = year == GrowthTimeline.window
    for _ in 0..<max(0, count(item, year) - wanted) {
      let candidates = stays.indices.filter { index in
        let stay = stays[index]
        guard stay.item == item, stay.touches(year) else { return false }
        return isWindow ? stay.first >= year.lowerBound : stay.last <= year.upperBound
      }
      guard !candidates.isEmpty else { return }
      stays.remove(at: candidates[random.below(candidates.count)])
    }
  }

  /// Most support is of a client of its own; some of one who had another product before.
  private mutating func addClients(_ random: inout SplitMix) {
    var products: [Set<Int>] = []
    stays = random.shuffled(stays).enumerated()
      .sorted { ($0.element.first, $0.offset) < ($1.element.first, $1.offset) }.map(\.element)
    for index in stays.indices {
      let item = stays[index].item
      let known = products.isEmpty ? 0 : random.below(products.count)
      if random.chance(0.2), !products.isEmpty, !products[known].contains(item) {
        products[known].insert(item)
        stays[index].client = known
      } else {
        stays[index].client = products.count
        products.append([item])
      }
      let offers = GrowthCatalogue.providers(of: GrowthCatalogue.items[item].product.group)
      stays[index].provider = offers[random.index(weights: [5, 3, 2, 1, 1])]
      stays[index].startDay = random.chance(0.5) ? 1 : random.between(2...20)
      stays[index].weight = 0.5 + random.fraction()
    }
    clientCount = products.count
  }
}
