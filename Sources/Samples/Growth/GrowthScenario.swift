package import Ingest

/// A municipality whose costs rise for known reasons, and whose latest declarations are yet to come.
package struct GrowthScenario {
  private(set) var municipality: Municipality
  /// All lines, those after the cut-off among them: these are not written.
  private(set) var lines: [DeclaredLine] = []
  let plan: GrowthPlan

  package init(_ plan: GrowthPlan) {
    self.plan = plan
    var random = SplitMix(seed: plan.seed)
    let placed = GrowthStays(plan, random: &random)
    let volumes = GrowthVolumes(placed.stays, plan, random: &random)
    let timeline = GrowthTimeline.self
    municipality = Municipality(
      code: "0998", name: "Groeistad", window: timeline.days(timeline.window),
      sequenceWindow: timeline.month(timeline.comparison.lowerBound).firstDay...timeline.cutOff)
    municipality.comparison = timeline.days(timeline.comparison)
    municipality.products = GrowthCatalogue.items.map(\.product)
    municipality.providers = GrowthCatalogue.providers
    municipality.districts = GrowthCatalogue.districts
    municipality.clients = Self.clients(placed.clientCount, &random)
    lines = GrowthDeclaring(placed.stays, volumes.volumes, plan, random: &random).lines
    addAllocations(placed.stays, &random)
    addMoney()
  }

  package func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    let files = try MunicipalityFiles(folder: folder, dialect: dialect)
    try files.writeAll(municipality, lines.lazy.filter { $0.declared <= GrowthTimeline.cutOff })
    try files.write(GrowthTruth(plan, lines).json, to: "truth.json")
  }

  private static func clients(_ count: Int, _ random: inout SplitMix) -> [Client] {
    (0..<count).map { number in
      let district = GrowthCatalogue.districts[random.below(GrowthCatalogue.districts.count)]
      return Client(
        number: number, birthYear: random.between(1928...1998), sex: random.between(1...2),
        neighbourhood: district.code + "0\(random.below(4))")
    }
  }

  private mutating func addAllocations(_ stays: [GrowthStay], _ random: inout SplitMix) {
    var largest = [Int](repeating: 0, count: stays.count)
    for line in lines { largest[line.allocation] = max(largest[line.allocation], line.pieces) }
    for (index, stay) in stays.enumerated() {
      let month = GrowthTimeline.month(stay.first)
      let start = Day(number: month.firstDay.number + Int32(stay.startDay - 1))
      let size = GrowthCatalogue.items[stay.item].product.unit.piecesPerAllocated
      let runsOn = stay.last == GrowthTimeline.last
      municipality.allocations.append(
        Allocation(
          number: index + 1, client: stay.client, provider: stay.provider, decision: index + 1,
          product: stay.item, decided: Day(number: start.number - Int32(random.between(1...35))),
          start: start, end: runsOn ? nil : GrowthTimeline.month(stay.last).lastDay,
          limit: .volume((largest[index] + size - 1) / size, frequency: 4)))
    }
  }

  private mutating func addMoney() {
    for year in GrowthTimeline.first.year...GrowthTimeline.cutOff.year {
      for (index, item) in GrowthCatalogue.items.enumerated() {
        municipality.rates.append(
          ContractRate(
            product: index, provider: nil, cents: plan.rate(item, year: year),
            from: Month(year: year, month: 1).firstDay,
            through: Month(year: year, month: 12).lastDay
          ))
      }
      municipality.subsidies.append(
        SubsidyRow(recipient: "Stichting Groei", year: year, granted: plan.clients * 400_00))
      municipality.budget.append(
        BudgetRow(year: year, kind: "maatwerk", cents: plan.clients * 5_000_00))
    }
  }
}
