import Ingest

/// A made-up municipality: everything that the input files beside `declaraties` say.
struct Municipality {
  /// None for a region of several municipalities.
  var code: String?
  var name: String
  var window: ClosedRange<Day>
  /// `[vergelijking]`, where it is written.
  var comparison: ClosedRange<Day>?
  var sequenceWindow: ClosedRange<Day>
  /// `peildatum`, where it is written.
  var referenceDay: Day?
  var products: [Product] = []
  var providers: [Provider] = []
  var clients: [Client] = []
  var districts: [District] = []
  var subsidies: [SubsidyRow] = []
  var rates: [ContractRate] = []
  var budget: [BudgetRow] = []
  var blocks: [BlockRow] = []
  var indices: [IndexRow] = []
  var allocations: [Allocation] = []
  var contracts: [LotContract] = []
  var personalBudgets: [PersonalBudget] = []
  /// `afkeur.maximaal_aandeel`
  var rejectShare = 0.05
  /// Sections of `wmo-etl.toml` that not every municipality has.
  var furtherSections = ""
}

struct Product {
  var code: String
  var description: String
  var category: String
  var kind: String
  var group: String
  var unit: BillingUnit
  /// `perceel`
  var lot: String?
}

struct Provider {
  var agb: String
  var name: String
  var concern: String?
}

struct Client {
  /// The number behind the pseudonym.
  var number: Int
  var birthYear: Int
  var sex: Int
  var neighbourhood: String
  var death: Day?
  /// `gemeente_code`, where a region has several.
  var municipality: String?
  var postcode: String?
  /// Whether the client stands in `clienten`; one who does not is finding R218.
  var isListed = true
}

struct District {
  var code: String
  var name: String
  var area: String
  var inhabitants: Int
  var ages: AgeShares
}

/// How a district's inhabitants spread over the age bands of `gebieden`, youngest first, per mille.
typealias AgeShares = [Int]

/// A contract rate in eurocents per piece of the product's unit.
struct ContractRate {
  var product: Int
  var provider: Int?
  var cents: Int
  var from: Day
  var through: Day?
}

/// One allocation of a product to a client and a provider.
struct Allocation {
  var number: Int
  var client: Int
  var provider: Int
  var decision: Int
  var product: Int
  var decided: Day
  var start: Day
  var end: Day?
  var limit: Limit
  var isDeleted = false
  var ending: Ending?

  /// How support ended before today: as far as it did so before `end`, when, and why.
  struct Ending {
    /// `stop_datum_levering`
    var stop: Day?
    /// `reden_beeindiging`; empty where nobody said.
    var reason: String
  }

  /// What an allocation allows, as the contract has it.
  enum Limit {
    case none
    /// Whole units of the allocation, per `frequentie`.
    case volume(Int, frequency: Int)
    /// Eurocents.
    case budget(Int)
  }
}

/// One line of `declaraties` before it is written; products, clients and so on are indices.
struct DeclaredLine {
  /// The number behind `referentie_nummer`.
  var reference: Int
  /// The number behind `vorig_referentie_nummer`.
  var previous: Int?
  var declared: Day
  var provider: Int
  var client: Int
  var allocation: Int
  var product: Int
  var begin: Day
  var end: Day
  /// Pieces of the product's unit; below 0 for a credit.
  var pieces: Int
  /// Eurocents per piece.
  var rate: Int
  /// Eurocents by which the amount differs from volume times rate.
  var surcharge = 0

  var cents: Int { pieces * rate + surcharge }
}
