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
  private var allocations: [Allocation] = []
  private var lines: [DrawnLine] = []

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
  var ledger: Ledger {
    var state = LedgerState(
      grid: PeriodGrid(parameters),
      basis: parameters.basis,
      registers: registers
    )
    state.update(lines)
    return Ledger(state, registers: registers, parameters: parameters)
  }

  var registers: Registers {
    let groups = Set(products.map { ByteWise($0.group) }).sorted()
    let concerns = Set(providers.map(\.concern)).sorted(by: precedesByteWise)
    return Registers(
      allocations: allocations,
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
          category: 1
        )
      },
      productGroups: groups.map(\.text),
      providers: providers.map { agb, concern in
        Provider(agb: agb, name: concern, concern: concerns.firstIndex(of: concern) ?? 0)
      },
      concerns: concerns,
      districts: districts,
      subsidies: subsidies
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
