import Ingest

/// Contracts, personal budgets and ends of support: all of it ours, the source says nothing of them.
///
/// Its generators are its own: what the published figures need does not depend on it.
struct ZoetermeerSupply {
  private let rates: RateBook
  private var random = SplitMix(seed: 2018)

  init(_ rates: RateBook) {
    self.rates = rates
  }

  /// The lot under which a market's product is contracted; two small ones have none.
  static func lot(_ market: ZoetermeerFacts.Market) -> String? {
    switch market.group {
    case .shortTerm: "kortdurende ambulante begeleiding"
    case .recreation, .work: "dagbesteding"
    case .individual: "individuele begeleiding"
    case .watch, .coordination: nil
    }
  }

  /// The providers of each lot, but for a few that have no contract any more, and in each lot a party
  /// that has one and no client.
  var contracts: [LotContract] {
    let lots = ["kortdurende ambulante begeleiding", "dagbesteding", "individuele begeleiding"]
    return lots.enumerated().flatMap { index, lot in
      let markets = ZoetermeerFacts.markets.filter { Self.lot($0) == lot }
      let providers = Set(markets.flatMap { $0.providers.map { rates.provider($0.name) } })
      let parties = providers.sorted().compactMap { contract(lot, $0) }
      return parties + [idle(lot, number: 41 + index)]
    }
  }

  private func contract(_ lot: String, _ provider: Int) -> LotContract? {
    let isOpen = lot == "kortdurende ambulante begeleiding"
    var contract = LotContract(
      lot: lot, party: .provider(provider),
      form: isOpen ? ContractWording.openHouse : ContractWording.framework,
      funding: ContractWording.byEffort, from: Month(year: 2016, month: 1).firstDay,
      through: Month(year: 2018, month: 12).lastDay)
    switch rates.providers[provider].name {
    case "Voorbeeldzorg 09", "Voorbeeldzorg 27":
      contract.through = Month(year: 2016, month: 12).lastDay
    case "Voorbeeldzorg 05", "Voorbeeldzorg 12", "Voorbeeldzorg 15": contract.role = "onderaannemer"
    case "Voorbeeldzorg 24", "Voorbeeldzorg 25": contract.role = "lid"
    case "Voorbeeldzorg 18", "Voorbeeldzorg 19": return nil
    case "Voorbeeldzorg 01", "Voorbeeldzorg 20": contract.ceiling = 250_000_00
    default: break
    }
    return contract
  }

  /// A party without a provider; that of dagbesteding is the combination of its members.
  private func idle(_ lot: String, number: Int) -> LotContract {
    let isCombination = lot == "dagbesteding"
    return LotContract(
      lot: lot,
      party: .named(isCombination ? "Combinatie Voorbeelddag" : "Voorbeeldzorg \(number)"),
      form: lot == "kortdurende ambulante begeleiding"
        ? ContractWording.openHouse : ContractWording.framework,
      funding: ContractWording.byEffort, from: Month(year: 2016, month: 1).firstDay,
      through: Month(year: 2018, month: 12).lastDay, ceiling: isCombination ? 400_000_00 : nil)
  }

  /// Budgets of 2016 and 2017: most are of people who have nothing else and are in no other file,
  /// twelve of clients with support in kind.
  mutating func personalBudgets(_ placements: [Placement], clients: Int) -> [PersonalBudget] {
    let inKind = placements.filter { $0.isInWindow && !$0.isUndone && $0.group == .individual }
    return (0..<60).flatMap { number in
      let client = number < 12 ? inKind[number * 50].client : clients + number
      let isGroup = number < 12 || random.chance(0.3)
      let group: ZoetermeerFacts.Group = isGroup ? .recreation : .individual
      let granted = random.between(15...140) * 100_00
      return (number % 3 == 0 ? 2017...2017 : 2016...2017).map { year in
        let spent = granted * random.between(50...100) / 100
        return PersonalBudget(
          client: client, year: year, category: isGroup ? "07" : "02", group: group.rawValue,
          granted: granted, spent: spent)
      }
    }
  }

  /// Allocations whose support ended before the sample does get an end.
  mutating func end(
    _ allocations: inout [Allocation], _ placements: [Placement], _ clients: [Client]
  ) {
    for (index, placement) in placements.enumerated() where placement.last < Timeline.last {
      let month = Month(number: Month(year: 2016, month: 1).number + Int32(placement.last))
      let support =
        placement.endDay.map { Day(number: month.firstDay.number + Int32($0 - 1)) }
        ?? month.lastDay
      allocations[index].ending = Allocation.ending(
        of: allocations[index], support: support, death: clients[placement.client].death,
        random: &random)
    }
  }

  /// The months in which six new clients came to one street; see `ZoetermeerPlan.neighbours`.
  static let signals = """
    [signalen]
    gebied = "buurt"
    maanden = 3
    terug = 12
    tot_en_met = "2017-06"

    """
}
