import Ingest

@testable import Analytics

/// A small municipality to draw ledgers of: products, providers, clients and their placements.
///
/// Its window is 1 January to 15 October 2017 unless the parameters say otherwise.
struct Town {
  var parameters = CountingParameters(windowFrom: day(2017, 1, 1), windowTo: day(2017, 10, 15))
  /// Per client index; as many as the placements need, all unlisted, when it is nil.
  var clients: [Client]?
  /// ``Registers/wijken``
  var wijken: [String] = []
  var districts: Districts?
  var subsidies: [Subsidy] = []
  /// Code, kind and product group; the description is `Product <code>`.
  var products: [(code: String, kind: ProvisionKind, group: String)] = [
    ("B1", .tailored, "begeleiding"), ("B2", .tailored, "begeleiding"),
    ("A9", .tailored, "arbeid"), ("D1", .freelyDeployable, "dagbesteding"),
  ]
  /// AGB code and concern.
  var providers: [(agb: String, concern: String)] = [
    ("00000001", "Anker"), ("00000002", "Baken"), ("00000003", "Anker"), ("00000004", "Citer"),
  ]
  /// ``Registers/hasDeliveryForms``
  var hasDeliveryForms = false
  var personalBudgets: [PersonalBudget]?
  var contracts: [Contract]?
  var budget: [BudgetLine]?
  var buildingBlocks: [BuildingBlock]?
  var indexFigures: [IndexFigure]?
  var rates: [Rate]?
  /// By product code.
  var lots: [String: String] = [:]
  /// By product code; 1 where none is given.
  var categories: [String: Int] = [:]
  private var allocations: [Allocation] = []
  /// Of the first allocations; the others have nothing of theirs.
  private var deliveries: [AllocationDelivery] = []
  private var lines: [DrawnLine] = []
  /// Of lines that turn out to be delivered twice.
  var retracted: [Int] = []

  init(clients: [Client]? = nil) {
    self.clients = clients
  }

  /// Adds a placement of one line, on the first day of 2017 unless another is given; its allocation
  /// begins on that day, unless another is given for it.
  mutating func place(
    client: Int32,
    _ product: String,
    by provider: String = "00000001",
    indication: Int32? = nil,
    cents: Int64,
    volume: Int64 = 0,
    on start: Day = day(2017, 1, 1),
    allocatedFrom: Day? = nil
  ) {
    guard let product = products.firstIndex(where: { $0.code == product }),
      let provider = providers.firstIndex(where: { $0.agb == provider })
    else { preconditionFailure("the town has no such product or provider") }
    var line = DeclarationLine()
    line.allocation = Int32(allocations.count)
    line.product = Int32(product)
    line.provider = Int32(provider)
    line.declared = start.number
    line.start = start.number
    line.end = start.number
    line.cents = cents
    line.volume = volume
    line.isCredit = cents < 0
    lines.append(DrawnLine(line: line, number: lines.count))
    allocations.append(
      Allocation(
        client: client,
        indication: indication ?? Int32(100 + allocations.count),
        provider: Int32(provider),
        product: Int32(product),
        start: allocatedFrom ?? start
      )
    )
  }

  /// Adds an allocation without lines, of a product or none, and returns its index.
  @discardableResult
  mutating func allocate(
    client: Int32, _ product: String?, by provider: String? = "00000001", category: UInt8 = 0,
    from start: Day, to end: Day? = nil, stop: Day? = nil, endReason: UInt8? = nil,
    form: AllocationDelivery.Form = .none, isDeleted: Bool = false, volume: Int64? = nil,
    unit: Unit? = nil, frequency: UInt8? = nil
  ) -> Int32 {
    func index(_ position: Int?) -> Int32 { position.map(Int32.init) ?? -1 }
    while deliveries.count < allocations.count { deliveries.append(AllocationDelivery()) }
    deliveries.append(AllocationDelivery(stop: stop, endReason: endReason, form: form))
    allocations.append(
      Allocation(
        client: client, indication: Int32(100 + allocations.count), isDeleted: isDeleted,
        provider: index(provider.flatMap { agb in providers.firstIndex { $0.agb == agb } }),
        product: index(product.flatMap { code in products.firstIndex { $0.code == code } }),
        category: category, start: start, end: end, volume: volume, unit: unit,
        frequency: frequency))
    return Int32(allocations.count - 1)
  }

  /// Adds a line of an allocation, by product and provider index.
  mutating func declare(
    _ allocation: Int32, product: Int32 = 0, provider: Int32 = 0, cents: Int64,
    volume: Int64 = 0, unit: Unit = .hour, rate: Int64? = nil, on start: Day, declared: Day? = nil
  ) {
    var line = DeclarationLine()
    line.allocation = allocation
    (line.product, line.provider) = (product, provider)
    (line.start, line.end) = (start.number, start.number)
    line.declared = (declared ?? start).number
    (line.cents, line.volume, line.unit) = (cents, volume, unit.rawValue)
    line.isCredit = cents < 0
    line.rate = rate ?? DeclarationLine.noRate
    lines.append(DrawnLine(line: line, number: lines.count))
  }

  /// Adds a placement of one line for every `x` of a drawing, one month a character from January 2016
  /// on.
  mutating func use(
    client: Int32, _ product: String, _ months: String, allocatedFrom: Day? = nil
  ) {
    for (offset, character) in months.enumerated() where character == "x" {
      place(
        client: client, product, cents: 1_00,
        on: day(2016 + offset / 12, offset % 12 + 1, 1), allocatedFrom: allocatedFrom)
    }
  }

  /// The ledger of the town.
  var ledger: Ledger { ledger(on: PeriodGrid(parameters)) }

  /// The same for many towns of one window: a grid is made of all the days that there are.
  func ledger(on grid: PeriodGrid) -> Ledger {
    let registers = registers
    var state = LedgerState(grid: grid, basis: parameters.basis, registers: registers)
    state.update(lines)
    state.retract(retracted.map { lines[$0] })
    return Ledger(state, registers: registers, parameters: parameters)
  }

  var registers: Registers {
    let groups = Set(products.map { ByteWise($0.group) }).sorted()
    let concerns = Set(providers.map(\.concern)).sorted(by: precedesByteWise)
    let missing = allocations.count - deliveries.count
    return Registers(
      allocations: allocations,
      deliveries: deliveries + Array(repeating: AllocationDelivery(), count: missing),
      hasDeliveryForms: hasDeliveryForms,
      indicationCount: 1000,
      clientCount: clients?.count ?? 100,
      clients: clients,
      wijken: wijken,
      products: products.map { code, kind, group in
        Product(
          code: code,
          description: "Product \(code)",
          kind: kind,
          group: groups.firstIndex(of: ByteWise(group)) ?? 0,
          category: categories[code] ?? 1,
          lot: lots[code]
        )
      },
      productGroups: groups.map(\.text),
      providers: providers.map { agb, concern in
        Provider(agb: agb, name: concern, concern: concerns.firstIndex(of: concern) ?? 0)
      },
      concerns: concerns,
      districts: districts,
      subsidies: subsidies,
      rates: rates,
      budget: budget,
      contracts: contracts,
      personalBudgets: personalBudgets,
      buildingBlocks: buildingBlocks,
      indexFigures: indexFigures
    )
  }
}

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(number: Month(year: year, month: month).firstDay.number + Int32(day - 1))
}

extension Analysis {
  /// The rows as text: one line per row, exact numbers in the unit of their column, `-` for empty.
  func drawn(_ town: Town) -> String {
    let table = table(from: town.ledger)
    return table.rows.map { row in row.map(\.drawn).joined(separator: " | ") }
      .joined(separator: "\n")
  }
}

extension Cell {
  var drawn: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .empty: "-"
    case .hidden: Cell.hiddenText
    }
  }
}
