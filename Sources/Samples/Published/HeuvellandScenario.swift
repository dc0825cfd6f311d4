package import Ingest

/// Records of six municipalities that add up to what they published; see `HeuvellandFacts`.
///
/// Whoever has vervoer or kortdurend verblijf also has begeleiding, so that the new clients are
/// those with begeleiding, and the shares known to the Wmo are of these. A personal budget is in no
/// declaration: its holders come on top of them, 23 % of all.
package struct HeuvellandScenario {
  private(set) var municipality: Municipality
  private var support = MonthlySupport(year: 2014, items: HeuvellandFacts.items)

  package init() {
    municipality = Municipality(
      name: "Maastricht-Heuvelland", window: support.window, sequenceWindow: support.window)
    var random = SplitMix(seed: UInt64(support.year))
    municipality.products = support.items.map(\.product)
    municipality.rates = support.rates
    municipality.providers = (1...24).map { number in
      let padded = RandomCatalogue.padded(number, 2)
      return Provider(agb: "758600\(padded)", name: "Heuvelzorg \(padded)")
    }
    municipality.subsidies = [
      SubsidyRow(recipient: "Stichting Heuvelsteun", year: support.year, granted: 250_000_00)
    ]
    municipality.budget = [
      BudgetRow(year: support.year, kind: "maatwerk", cents: 20_000_000_00)
    ]
    let guidance = HeuvellandFacts.places.reduce(0) { $0 + $1.guidance }
    let holders = HeuvellandFacts.personalBudget
    let budgets = (guidance * holders * 2 + 100 - holders) / (100 - holders) / 2
    var before = 0
    for place in HeuvellandFacts.places {
      addDistricts(place)
      addClients(place, &random)
      let after = before + place.guidance
      addBudgets(place, budgets * after / guidance - budgets * before / guidance, &random)
      before = after
    }
    municipality.allocations = support.allocations
    municipality.furtherSections = Self.sections
  }

  package func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    try MunicipalityFiles(folder: folder, dialect: dialect).writeAll(municipality, support.lines)
  }

  private mutating func addDistricts(_ place: HeuvellandFacts.Place) {
    for (index, inhabitants) in place.districts.enumerated() {
      let number = index + 1
      municipality.districts.append(
        District(
          code: "\(place.code)0\(number)", name: "\(place.name) wijk \(number)", area: place.name,
          inhabitants: inhabitants, ages: [125 - 3 * index, 115, 225, 310, 225 + 3 * index]))
    }
  }

  private mutating func addClients(_ place: HeuvellandFacts.Place, _ random: inout SplitMix) {
    let clients = (0..<place.guidance).map { _ in addClient(place, &random) }
    let transported = Set(random.shuffled(clients).prefix(place.transport))
    let staying = Set(random.shuffled(clients).prefix(place.shortStay))
    let known = Set(
      random.shuffled(clients).prefix((place.guidance * place.known + 50) / 100))
    let guidance = HeuvellandFacts.items(of: .guidance)
    for client in clients {
      // Transport takes people to support in a group.
      let item = transported.contains(client) || random.chance(0.3) ? guidance[1] : guidance[0]
      add(client, item, &random)
      if transported.contains(client) { add(client, .transport, &random) }
      if staying.contains(client) { add(client, .shortStay, &random) }
      if known.contains(client) { add(client, .household, &random) }
    }
  }

  private mutating func add(
    _ client: Int, _ function: HeuvellandFacts.Function, _ random: inout SplitMix
  ) {
    for item in HeuvellandFacts.items(of: function) { add(client, item, &random) }
  }

  /// Each product has six providers, the first ones with most of the clients.
  private mutating func add(_ client: Int, _ item: Int, _ random: inout SplitMix) {
    let place = random.index(weights: [6, 4, 3, 2, 1, 1])
    let provider = (item * 4 + place * 5) % municipality.providers.count
    support.add(client: client, item: item, provider: provider, random: &random)
  }

  private mutating func addClient(
    _ place: HeuvellandFacts.Place, _ random: inout SplitMix
  ) -> Int {
    let number = municipality.clients.count
    let district = random.index(weights: place.districts.map(Double.init)) + 1
    municipality.clients.append(
      Client(
        number: number, birthYear: random.between(1920...1995), sex: random.between(1...2),
        neighbourhood: "\(place.code)0\(district)0\(random.below(5))", municipality: place.code))
    return number
  }

  /// Clients with a personal budget and nothing in kind.
  private mutating func addBudgets(
    _ place: HeuvellandFacts.Place, _ count: Int, _ random: inout SplitMix
  ) {
    for _ in 0..<count {
      let granted = random.between(20...190) * 100_00
      municipality.personalBudgets.append(
        PersonalBudget(
          client: addClient(place, &random), year: support.year, category: "02",
          group: HeuvellandFacts.Function.guidance.rawValue, granted: granted,
          spent: granted * random.between(55...100) / 100))
    }
  }

  private static let sections = """
    [regio]
    functie = "product_groep"

    [overlap]
    groep = ["begeleiding", "kortdurend verblijf", "vervoer"]
    met = ["hulp bij het huishouden"]

    """
}
