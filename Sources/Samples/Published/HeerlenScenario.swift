package import Ingest

/// Records of nine years, and the lump sum that came after them, as Heerlen published it; see
/// `HeerlenFacts`.
package struct HeerlenScenario {
  private(set) var municipality: Municipality
  private let lines: [DeclaredLine]

  package init() {
    let years = HeerlenFacts.years
    let last = years.upperBound
    municipality = Municipality(
      code: "0917", name: "Heerlen", window: Self.days(last...last),
      sequenceWindow: Self.days(years))
    var random = SplitMix(seed: UInt64(last + 1))
    municipality.products = HeerlenPlan.items.map(\.product)
    municipality.providers = (1...HeerlenFacts.providers).map { number in
      let padded = RandomCatalogue.padded(number, 2)
      return Provider(agb: "758400\(padded)", name: "Voorbeeldsteun \(padded)")
    }
    municipality.districts = (1...7).map { number in
      District(
        code: "09170\(number)", name: "Wijk \(number)", area: "Wijk \(number)",
        inhabitants: 7_500 + number * 7919 % 11 * 700,
        ages: [128 - 2 * number, 110, 246, 281, 235 + 2 * number])
    }
    let support = HeerlenSupport(districts: municipality.districts, random: &random)
    municipality.clients = support.clients
    municipality.allocations = support.allocations
    lines = support.lines
    municipality.rates = municipality.products.indices.flatMap { product in
      years.map { year in
        ContractRate(
          product: product, provider: nil, cents: HeerlenPlan.rate(product, year: year),
          from: Self.days(year...year).lowerBound, through: Self.days(year...year).upperBound)
      }
    }
    municipality.contracts = Self.contracts
    municipality.subsidies = HeerlenPlan.lumpSums
    municipality.budget = HeerlenPlan.budget
    municipality.blocks = HeerlenPlan.blocks
    municipality.indices = PublishedIndices.rows
    municipality.furtherSections = HeerlenPlan.sections
  }

  package func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    try MunicipalityFiles(folder: folder, dialect: dialect).writeAll(municipality, lines)
  }

  /// A contract with every provider until 2023; then the cooperative, its members and its suppliers.
  private static let contracts: [LotContract] = {
    let before = days(HeerlenFacts.years)
    let after = days(2024...2027)
    let former = (0..<HeerlenFacts.providers).map { provider in
      LotContract(
        lot: HeerlenPlan.budgetName, party: .provider(provider), form: ContractWording.framework,
        funding: ContractWording.byEffort, from: before.lowerBound, through: before.upperBound)
    }
    func party(_ party: LotContract.Party, _ role: String) -> LotContract {
      LotContract(
        lot: HeerlenPlan.budgetName, party: party, role: role, form: ContractWording.subsidy,
        funding: ContractWording.lumpSum, from: after.lowerBound, through: after.upperBound)
    }
    let members = (0..<HeerlenFacts.members).map { party(.provider($0), "lid") }
    let suppliers = (0..<HeerlenFacts.suppliers).map {
      party(.provider(HeerlenFacts.members + $0), "onderaannemer")
    }
    return former + [party(.named(HeerlenPlan.cooperative), "hoofdaannemer")] + members + suppliers
  }()

  private static func days(_ years: ClosedRange<Int>) -> ClosedRange<Day> {
    Month(year: years.lowerBound, month: 1)
      .firstDay...Month(year: years.upperBound, month: 12)
      .lastDay
  }
}
