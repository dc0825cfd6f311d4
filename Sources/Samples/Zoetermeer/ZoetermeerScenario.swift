package import Ingest

/// Records that add up to what was published about Zoetermeer in 2017; see `ZoetermeerFacts`.
package struct ZoetermeerScenario {
  private(set) var municipality: Municipality
  private(set) var lines: [DeclaredLine] = []

  package init() throws(RunFailure) {
    var random = SplitMix(seed: 2017)
    let plan = ZoetermeerPlan(random: &random)
    let earlier = EarlierSupport(plan)
    let billing = try Billing(plan, earlier, random: &random)
    let january = Month(year: 2017, month: 1).firstDay
    let midOctober = Day(number: Month(year: 2017, month: 10).firstDay.number + 14)
    municipality = Municipality(
      code: "0637", name: "Zoetermeer", window: january...midOctober,
      sequenceWindow: Month(year: 2016, month: 1).firstDay...Declaring.lastDay)
    municipality.products = ZoetermeerFacts.markets.map {
      Product(
        code: $0.code, description: $0.description, category: $0.category, kind: $0.kind,
        group: $0.group.rawValue, unit: $0.unit, lot: ZoetermeerSupply.lot($0))
    }
    municipality.providers = plan.rates.providers
    municipality.rates = plan.rates.contractRates
    municipality.subsidies = ZoetermeerMoney.subsidies
    municipality.districts = ZoetermeerFacts.districts.enumerated().map { index, district in
      District(
        code: Population.districtCode(index), name: district.name, area: district.area,
        inhabitants: district.inhabitants, ages: district.ages)
    }
    municipality.budget = ZoetermeerMoney.budget
    municipality.blocks = ZoetermeerMoney.blocks
    municipality.indices = ZoetermeerMoney.indices
    municipality.clients = Population(plan, earlier, random: &random).clients
    lines = Declaring(earlier.placements, billing, random: &random).lines
    municipality.allocations = Allocating(earlier.placements, lines, random: &random).allocations
    addSupply(plan.rates, earlier.placements)
  }

  private mutating func addSupply(_ rates: RateBook, _ placements: [Placement]) {
    var supply = ZoetermeerSupply(rates)
    municipality.contracts = supply.contracts
    municipality.personalBudgets = supply.personalBudgets(
      placements, clients: municipality.clients.count)
    supply.end(&municipality.allocations, placements, municipality.clients)
    municipality.furtherSections = ZoetermeerSupply.signals + "\n" + ZoetermeerMoney.sections
  }

  package func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    try MunicipalityFiles(folder: folder, dialect: dialect).writeAll(municipality, lines)
  }
}
