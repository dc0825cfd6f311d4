import Ingest

/// Contracts, personal budgets, ends of support and postcodes of a random municipality.
///
/// They come from a generator of their own, after all else: declarations and the other columns do
/// not depend on them.
struct RandomSupply {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: ~seed)
  }

  func complete(_ municipality: inout Municipality, _ stays: [RandomStay]) {
    var supply = self
    for index in municipality.products.indices {
      municipality.products[index].lot = Self.lot(municipality.products[index].category)
    }
    supply.addContracts(&municipality)
    supply.addBudgets(&municipality)
    supply.addEndings(&municipality, stays)
    supply.addPostcodes(&municipality)
    municipality.furtherSections = Self.sections
  }

  private static let lots = [
    "begeleiding", "dagbesteding", "huishoudelijke ondersteuning", "verblijf", "vervoer",
  ]

  /// The lot of a national category; general provisions and a few others have none.
  private static func lot(_ category: String) -> String? {
    switch category {
    case "01": lots[2]
    case "02", "03": lots[0]
    case "04", "15", "16": lots[3]
    case "07": lots[1]
    case "08": lots[4]
    default: nil
    }
  }

  /// In each lot more than half of the providers, some under another one, some for a while only.
  private mutating func addContracts(_ municipality: inout Municipality) {
    let first = Month(year: 2016, month: 1).firstDay
    for (index, lot) in Self.lots.enumerated() {
      for provider in municipality.providers.indices where random.chance(0.6) {
        var contract = LotContract(
          lot: lot, party: .provider(provider),
          form: index % 2 == 0 ? ContractWording.openHouse : ContractWording.framework,
          funding: ContractWording.byEffort, from: first)
        switch random.below(20) {
        case 0..<4: contract.role = "onderaannemer"
        case 4: contract.role = "lid"
        case 5: contract.from = Month(year: 2017, month: random.between(2...11)).firstDay
        case 6: contract.through = Month(year: 2017, month: random.between(2...11)).lastDay
        case 7: contract.through = Month(year: 2016, month: 12).lastDay
        case 8..<11: contract.ceiling = random.between(5...80) * 25_000_00
        default: break
        }
        municipality.contracts.append(contract)
      }
    }
  }

  /// One holder to twenty clients, three at least; every fourth of them is a client with support in kind, too.
  private mutating func addBudgets(_ municipality: inout Municipality) {
    let clients = municipality.clients.count
    let offers = municipality.products.filter { ["01", "02", "07"].contains($0.category) }
    for number in 0..<max(3, clients / 20) {
      let product = offers[random.below(offers.count)]
      let granted = random.between(10...250) * 100_00
      let client = number % 4 == 0 ? number * 20 % clients : clients + number
      for year in random.between(2016...2017)...2017 {
        let spent = granted * random.between(40...100) / 100
        municipality.personalBudgets.append(
          PersonalBudget(
            client: client, year: year, category: product.category, group: product.group,
            granted: granted, spent: random.chance(0.03) ? nil : spent))
      }
    }
  }

  /// Of nine in ten that ended; of the others nobody heard.
  private mutating func addEndings(_ municipality: inout Municipality, _ stays: [RandomStay]) {
    for (index, stay) in stays.enumerated() {
      guard let support = stay.supportEnd, random.chance(0.9) else { continue }
      municipality.allocations[index].ending = Allocation.ending(
        of: municipality.allocations[index], support: support,
        death: municipality.clients[Int(stay.client)].death, random: &random)
    }
  }

  /// Each neighbourhood has twenty streets of its own.
  private mutating func addPostcodes(_ municipality: inout Municipality) {
    let letters = Array("ABCDEFGHJKLMNPRSTVWX")
    for index in municipality.clients.indices {
      let neighbourhood = Array(municipality.clients[index].neighbourhood)
      let block = letters[neighbourhood.last?.wholeNumberValue ?? 0]
      let street = letters[random.below(letters.count)]
      municipality.clients[index].postcode = "98\(String(neighbourhood[4..<6]))\(block)\(street)"
    }
  }

  private static let sections = """
    [overlap]
    groep = ["begeleiding individueel", "persoonlijke verzorging"]

    [signalen]
    gebied = "buurt"

    """
}

extension RandomStay {
  /// The last day of support that ended before the last month with lines.
  fileprivate var supportEnd: Day? {
    guard last < 26 else { return nil }
    let month = Self.month(Int(last))
    return endDay > 0 ? Day(number: month.firstDay.number + Int32(endDay) - 1) : month.lastDay
  }
}
