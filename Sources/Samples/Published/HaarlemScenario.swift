package import Ingest

/// Contracts and records whose lots have the published numbers of providers, and a task budget; see
/// `HaarlemFacts` and `HaarlemTasks`.
package struct HaarlemScenario {
  private(set) var municipality: Municipality
  private var support = MonthlySupport(
    year: HaarlemFacts.year, from: HaarlemTasks.firstYear, items: HaarlemFacts.lots.map(\.item),
    lateShare: 0.12)

  package init() {
    municipality = Municipality(
      code: "0392", name: "Haarlem", window: HaarlemTasks.window, sequenceWindow: support.window)
    municipality.referenceDay = HaarlemTasks.referenceDay
    var random = SplitMix(seed: UInt64(support.year))
    municipality.products = support.items.map(\.product)
    municipality.rates = support.rates
    municipality.providers = (1...HaarlemFacts.providers).map { number in
      let padded = RandomCatalogue.padded(number, 2)
      return Provider(agb: "758500\(padded)", name: "Zorgpartij \(padded)")
    }
    municipality.districts = (1...8).map { number in
      District(
        code: "03920\(number)", name: "Wijk \(number)", area: "Wijk \(number)",
        inhabitants: 15_000 + number * 7919 % 11 * 900, ages: [165, 115, 290, 260, 170])
    }
    municipality.subsidies = [
      SubsidyRow(recipient: "Stichting Spaarnesteun", year: support.year, granted: 900_000_00)
    ]
    municipality.budget = HaarlemTasks.budget
    municipality.furtherSections = HaarlemTasks.sections
    addLots(&random)
    municipality.allocations = support.allocations
  }

  package func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    try MunicipalityFiles(folder: folder, dialect: dialect).writeAll(municipality, support.lines)
  }

  /// The providers of a lot are the next ones, so that most are in more than one; about half of
  /// them get no client: an open house promises none.
  private mutating func addLots(_ random: inout SplitMix) {
    var next = 0
    for (index, lot) in HaarlemFacts.lots.enumerated() {
      let providers = (0..<lot.providers).map { (next + $0) % HaarlemFacts.providers }
      next += lot.providers
      for provider in providers.sorted() {
        municipality.contracts.append(
          LotContract(
            lot: lot.name, party: .provider(provider), form: ContractWording.openHouse,
            funding: ContractWording.byEffort,
            from: Month(year: HaarlemTasks.firstYear, month: 1).firstDay))
      }
      let active = random.shuffled(providers).prefix((lot.providers + 1) / 2)
      let weights = active.indices.map { 1 / Double($0 + 2) }
      for months in HaarlemTasks.stays(of: index, random: &random) {
        let provider = active[random.index(weights: weights)]
        support.add(
          client: client(&random), item: index, provider: provider, months: months,
          random: &random)
      }
    }
  }

  /// Mostly a new client; some have support from several lots.
  private mutating func client(_ random: inout SplitMix) -> Int {
    let count = municipality.clients.count
    if count > 100, random.chance(0.2) { return random.below(count) }
    let district = municipality.districts[random.below(municipality.districts.count)]
    municipality.clients.append(
      Client(
        number: count, birthYear: random.between(1930...2001), sex: random.between(1...2),
        neighbourhood: "\(district.code)0\(random.below(5))"))
    return count
  }
}
