/// Everything that the municipality's own files say, with identifiers as dense indices.
///
/// Index spaces, each from 0: allocations, clients, wijken, indications, products, product groups,
/// providers, concerns. A client is in the index space when an allocation or `clienten.csv` names
/// it. Product groups and concerns are numbered in the byte order of their names, so comparing two
/// of their indices compares their names.
public struct Registers: Sendable {
  public var allocations: [Allocation]
  /// Per allocation, how it is delivered and how it came to its end.
  public var deliveries: [AllocationDelivery]
  /// Whether a row of `toewijzingen.csv` stands in a part with the column `leveringsvorm`.
  public var hasDeliveryForms: Bool
  public var indicationCount: Int
  public var clientCount: Int
  /// Per client index; nil where `clienten.csv` was not given.
  public var clients: [Client]?
  /// The normalised district codes (wijk_code) of clients.
  public var wijken: [String]
  public var products: [Product]
  public var productGroups: [String]
  public var providers: [Provider]
  public var concerns: [String]
  /// Nil where `gebieden.csv` was not given.
  public var districts: Districts?
  public var subsidies: [Subsidy]
  /// Nil where `tarieven.csv` was not given.
  public var rates: [Rate]?
  /// Nil where `begroting.csv` was not given.
  public var budget: [BudgetLine]?
  /// Nil where `contracten.csv` was not given.
  public var contracts: [Contract]?
  /// Nil where `pgb.csv` was not given.
  public var personalBudgets: [PersonalBudget]?
  /// Nil where `bouwstenen.csv` was not given.
  public var buildingBlocks: [BuildingBlock]?
  /// Nil where `indexcijfers.csv` was not given.
  public var indexFigures: [IndexFigure]?

  public init(
    allocations: [Allocation] = [], deliveries: [AllocationDelivery]? = nil,
    hasDeliveryForms: Bool = false, indicationCount: Int = 0, clientCount: Int = 0,
    clients: [Client]? = nil, wijken: [String] = [], products: [Product] = [],
    productGroups: [String] = [], providers: [Provider] = [], concerns: [String] = [],
    districts: Districts? = nil, subsidies: [Subsidy] = [], rates: [Rate]? = nil,
    budget: [BudgetLine]? = nil, contracts: [Contract]? = nil,
    personalBudgets: [PersonalBudget]? = nil, buildingBlocks: [BuildingBlock]? = nil,
    indexFigures: [IndexFigure]? = nil
  ) {
    self.allocations = allocations
    self.deliveries =
      deliveries ?? Array(repeating: AllocationDelivery(), count: allocations.count)
    self.hasDeliveryForms = hasDeliveryForms
    self.indicationCount = indicationCount
    self.clientCount = clientCount
    self.clients = clients
    self.wijken = wijken
    self.products = products
    self.productGroups = productGroups
    self.providers = providers
    self.concerns = concerns
    self.districts = districts
    self.subsidies = subsidies
    self.rates = rates
    self.budget = budget
    self.contracts = contracts
    self.personalBudgets = personalBudgets
    self.buildingBlocks = buildingBlocks
    self.indexFigures = indexFigures
  }
}

/// The three kinds of provision (voorzieningsoort), in byte order of their codes.
public enum ProvisionKind: Int, CaseIterable, Sendable {
  case general, tailored, freelyDeployable

  /// The code in `voorzieningsoort` columns: `algemeen`, `maatwerk`, `vrij_inzetbaar`.
  public var code: String {
    switch self {
    case .general: "algemeen"
    case .tailored: "maatwerk"
    case .freelyDeployable: "vrij_inzetbaar"
    }
  }
}

/// A product (product) of the municipality's list.
public struct Product: Sendable {
  public var code: String
  public var description: String
  public var kind: ProvisionKind
  /// Index into ``Registers/productGroups``.
  public var group: Int
  /// The national category (product_categorie), 1–18.
  public var category: Int
  /// The lot (perceel) under which it is contracted; nil where none is given.
  public var lot: String?

  public init(
    code: String, description: String, kind: ProvisionKind, group: Int, category: Int,
    lot: String? = nil
  ) {
    self.code = code
    self.description = description
    self.kind = kind
    self.group = group
    self.category = category
    self.lot = lot
  }
}

/// A provider (aanbieder), one AGB code.
public struct Provider: Sendable {
  public var agb: String
  public var name: String
  /// Index into ``Registers/concerns``.
  public var concern: Int

  public init(agb: String, name: String, concern: Int) {
    self.agb = agb
    self.name = name
    self.concern = concern
  }
}

/// What `clienten.csv` says of a client; a client that is not in the file has ``isListed`` false.
public struct Client: Sendable {
  public var isListed: Bool
  public var birth: Birth?
  /// Index into ``Registers/wijken``; nil where none is given.
  public var wijk: Int32?
  public var death: Day?
  /// Municipality, neighbourhood and postcode; what is not given, or has not its form, is nil there.
  public var place: ClientPlace

  public init(
    isListed: Bool, birth: Birth? = nil, wijk: Int32? = nil, death: Day? = nil,
    place: ClientPlace = ClientPlace()
  ) {
    self.isListed = isListed
    self.birth = birth
    self.wijk = wijk
    self.death = death
    self.place = place
  }
}

/// A date of birth, or a year alone.
public enum Birth: Sendable {
  case date(Day)
  case year(Int32)
}

/// The rows of `gebieden.csv`, one per wijk and reference year.
public struct Districts: Sendable {
  public struct Row: Sendable {
    /// Without the prefix `WK`.
    public var wijk: String
    public var year: Int
    /// The local area (gebied), default the district's name.
    public var area: String
    public var inhabitants: Int?
    /// Per band of ``ageBands``; an empty cell is nil.
    public var ages: [Int?]
    public var households: Int?

    /// The lowest age of each band that the file counts inhabitants of: 0–14, 15–24, …, 65+.
    public static let ageBands = [0, 15, 25, 45, 65]

    public init(
      wijk: String, year: Int, area: String, inhabitants: Int?,
      ages: [Int?] = Array(repeating: nil, count: ageBands.count), households: Int? = nil
    ) {
      self.wijk = wijk
      self.year = year
      self.area = area
      self.inhabitants = inhabitants
      self.ages = ages
      self.households = households
    }
  }

  public var rows: [Row]
  /// What the file says of neighbourhoods (buurten), whose rows are no districts.
  public var neighbourhoods: [Neighbourhood]

  public init(rows: [Row], neighbourhoods: [Neighbourhood] = []) {
    self.rows = rows
    self.neighbourhoods = neighbourhoods
  }

  /// The inhabitants of a neighbourhood in a reference year.
  public struct Neighbourhood: Sendable {
    /// Eight digits, as a number.
    public var buurt: Int32
    public var year: Int
    /// Nil where the cell is empty or no number.
    public var inhabitants: Int?

    public init(buurt: Int32, year: Int, inhabitants: Int?) {
      self.buurt = buurt
      self.year = year
      self.inhabitants = inhabitants
    }
  }
}

/// A subsidy (subsidie) for a general provision: what counts is the settled amount when it is given.
public struct Subsidy: Sendable {
  public var recipient: String
  public var year: Int
  /// In cents.
  public var granted: Int64
  /// In cents; a subsidy that was settled at 0 was paid back, so 0 counts too.
  public var settled: Int64?
  /// In cents, as given.
  public var advance: Int64?
  /// What the recipient has spent, in cents.
  public var costs: Int64?
  /// In cents.
  public var openingReserve: Int64?
  public var origin: RegisterOrigin

  /// What counts, in cents.
  public var cents: Int64 { settled ?? granted }

  public init(
    recipient: String, year: Int, granted: Int64, settled: Int64? = nil, advance: Int64? = nil,
    costs: Int64? = nil, openingReserve: Int64? = nil, origin: RegisterOrigin = RegisterOrigin()
  ) {
    self.recipient = recipient
    self.year = year
    self.granted = granted
    self.settled = settled
    self.advance = advance
    self.costs = costs
    self.openingReserve = openingReserve
    self.origin = origin
  }
}

/// A contract rate (tarief), in ten-thousandths of a euro per unit.
public struct Rate: Sendable {
  public var product: Int
  /// Nil: for every provider.
  public var provider: Int?
  public var unit: Unit?
  public var tenThousandths: Int64
  public var validFrom: Day
  public var validTo: Day?

  public init(
    product: Int, provider: Int?, unit: Unit?, tenThousandths: Int64, validFrom: Day, validTo: Day?
  ) {
    self.product = product
    self.provider = provider
    self.unit = unit
    self.tenThousandths = tenThousandths
    self.validFrom = validFrom
    self.validTo = validTo
  }
}
