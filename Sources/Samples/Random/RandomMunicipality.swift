import Ingest

/// A municipality of any size: who has which allocations, and how many lines each month gets.
struct RandomMunicipality {
  private(set) var municipality: Municipality
  private(set) var stays: [RandomStay] = []
  let rates: RandomRates
  /// Months with lines, over all clean allocations.
  private(set) var slots = 0

  /// `planted` allocations of the size are left to others.
  init(_ size: RandomSize, cleanLines: Int, planted: Int, random: inout SplitMix) {
    municipality = Municipality(
      code: "0999",
      name: "Voorbeeldstad",
      window: Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 12).lastDay,
      sequenceWindow: Month(year: 2016, month: 1)
        .firstDay...Day(number: Month(year: 2018, month: 4).firstDay.number + 17))
    municipality.products = RandomCatalogue.items.map(\.product)
    municipality.providers = RandomCatalogue.providers(size.providers)
    municipality.districts = RandomCatalogue.districts
    rates = RandomRates(providerCount: size.providers, random: &random)
    municipality.rates = rates.rows
    addMoney(&random)
    addStays(size.allocations - planted, providers: size.providers, &random)
    slots = stays.reduce(0) { $0 + $1.slots }
    let linesPerSlot = cleanLines / max(1, slots) + 1
    municipality.allocations.reserveCapacity(size.allocations)
    for (index, stay) in stays.enumerated() {
      let largest = RandomCatalogue.items[Int(stay.product)].largest * linesPerSlot
      // Some decisions cover two allocations of one client.
      let isShared = index % 4 == 3 && stays[index - 1].client == stay.client
      municipality.allocations.append(
        stay.allocation(
          number: index + 1, decision: isShared ? index : index + 1, largest: largest,
          random: &random))
    }
  }

  private mutating func addMoney(_ random: inout SplitMix) {
    for year in 2016...2018 {
      for recipient in 1...9 {
        municipality.subsidies.append(
          SubsidyRow(
            recipient: "Stichting Voorbeeld \(recipient)", year: year,
            granted: random.between(20...900) * 1000_00))
      }
      for kind in ["algemeen", "maatwerk", "vrij_inzetbaar"] {
        municipality.budget.append(
          BudgetRow(year: year, kind: kind, cents: random.between(500...9000) * 1000_00))
      }
    }
  }

  /// Clients with one to three allocations each, at providers of very different size.
  private mutating func addStays(_ count: Int, providers: Int, _ random: inout SplitMix) {
    var sums: [Double] = []
    for index in 0..<providers { sums.append((sums.last ?? 0) + 1 / Double(index + 2)) }
    stays.reserveCapacity(count)
    while stays.count < count {
      addClient(&random)
      let draw = random.below(100)
      let wanted = draw < 60 ? 1 : draw < 85 ? 2 : 3
      for _ in 0..<min(wanted, count - stays.count) {
        let point = random.fraction() * (sums.last ?? 1)
        let provider = min(providers - 1, sums.partition(upTo: point))
        // Each provider offers eight products, the first ones most.
        let offer = min(random.below(8), random.below(8))
        let product = (provider * 11 + offer * 5) % RandomCatalogue.items.count
        stays.append(
          RandomStay(
            client: municipality.clients.count - 1, provider: provider, product: product,
            random: &random))
      }
    }
  }

  /// Adds a client and returns its index.
  @discardableResult
  mutating func addClient(_ random: inout SplitMix) -> Int {
    let district = min(random.below(12), random.below(14))
    let number = municipality.clients.count
    municipality.clients.append(
      Client(
        number: number, birthYear: random.between(1925...1999), sex: random.between(1...2),
        neighbourhood: municipality.districts[district].code + "0\(random.below(6))"))
    return number
  }

  /// Changes what stands beside the declarations, for lines that break a rule.
  mutating func edit(_ change: (inout Municipality) -> Void) {
    change(&municipality)
  }
}

extension [Double] {
  /// The number of elements up to which a rising array stays at or below `point`.
  fileprivate func partition(upTo point: Double) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= point { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How large and how dirty a random municipality is.
package struct RandomSize {
  package let lines: Int
  package var allocations: Int
  package var seed: UInt64 = 1
  /// The share of lines that break a rule, about; 0 for none.
  package var dirty = 0.0
  /// The share of fields of `declaraties` in quotes.
  package var quoted = 0.0

  package init(lines: Int) {
    self.lines = lines
    allocations = max(1, lines / 25)
  }

  var providers: Int { min(150, max(8, allocations / 20)) }

  /// With `--dirty`: every rule needs lines and an allocation of its own.
  package static let fewestDirtyLines = 400
  package static let fewestDirtyAllocations = 100
}
