import Ingest

/// An allocation in the words of the tables of supply (contract, "Words"), whether or not a line was
/// declared for it.
struct Grant {
  /// Allocation index.
  let allocation: Int32
  /// Client index.
  let client: Int32
  /// First day, days since 1970-01-01.
  let start: Int32
  /// The earlier of `einddatum` and `stop_datum_levering`; the former alone where delivery stopped
  /// for a while. ``Allocation/noDay`` without any.
  let end: Int32
  let isDeleted: Bool
  let form: AllocationDelivery.Form
  /// Code, 0–99.
  let endReason: UInt8?

  /// `reden_beeindiging` of a delivery that stopped for a while.
  private static let pause: UInt8 = 20

  init(_ index: Int, _ registers: Registers) {
    let facts = registers.allocations[index]
    let delivery = registers.deliveries[index]
    allocation = Int32(index)
    client = facts.client
    start = facts.start
    end = delivery.endReason == Self.pause ? facts.end : min(facts.end, delivery.stop)
    isDeleted = facts.isDeleted
    form = delivery.form
    endReason = delivery.endReason
  }

  /// Whether it ends before it begins.
  var isVoid: Bool { end < start }
  /// Neither deleted nor void.
  var counts: Bool { !isDeleted && !isVoid }
  /// Whether it is delivered in kind (zin): unless it is said to be a personal budget.
  var isInKind: Bool { form != .personalBudget }
  /// Nil without an end.
  var lastDay: Day? { end == Allocation.noDay ? nil : Day(number: end) }

  /// Whether it counts, and is in force on one of these days; nil are none.
  func isInForce(in days: ClosedRange<Day>?) -> Bool {
    guard let days else { return false }
    return counts && start <= days.upperBound.number && end >= days.lowerBound.number
  }
}

extension Ledger {
  /// The allocations of which `isWanted` holds, client by client.
  func grants(where isWanted: (Grant) -> Bool) -> [Grant] {
    var grants: [Grant] = []
    forEachGrant { if isWanted($0) { grants.append($0) } }
    return grants.ordered(by: { Int($0.client) }, below: registers.clientCount)
  }

  /// Calls `body` with every allocation, deleted and void ones too.
  func forEachGrant(_ body: (Grant) -> Void) {
    for index in registers.allocations.indices { body(Grant(index, registers)) }
  }
}

extension Array {
  /// The elements by a number from 0 up to, not including, `limit`; equal ones in their order.
  ///
  /// - Complexity: Linear (a counting sort of positions).
  func ordered(by number: (Element) -> Int, below limit: Int) -> [Element] {
    var starts = [Int](repeating: 0, count: limit + 1)
    for element in self { starts[number(element) + 1] += 1 }
    for number in 0..<limit { starts[number + 1] += starts[number] }
    var positions = [Int](repeating: 0, count: count)
    for (position, element) in enumerated() {
      positions[starts[number(element)]] = position
      starts[number(element)] += 1
    }
    return positions.map { self[$0] }
  }

  /// Calls `body` with each run of elements that have one number.
  func forEachRun(of number: (Element) -> Int32, _ body: (ArraySlice<Element>) -> Void) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, number(self[end]) == number(self[start]) { end += 1 }
      body(self[start..<end])
      start = end
    }
  }
}

/// What allocations are grouped by: product groups, labels of categories and `onbekend`, in byte
/// order; a label that is the name of a product group is that group.
struct GrantGroups {
  let names: [String]
  /// By product index.
  private let ofProduct: [Int]
  /// By code, 0–99.
  private let ofCategory: [Int]
  private let index: [ByteWise: Int]

  /// Kinds by ``ProvisionKind/rawValue``, and behind them that of an allocation without a product.
  static let kinds = ProvisionKind.allCases.map(\.code) + [Level.unknown.rawValue]

  /// `budgets`: whose groups are among them.
  init(_ registers: Registers, with budgets: [PersonalBudget] = []) {
    let labels = (0..<100 as Range<UInt8>).map {
      CodeLabel.category($0) ?? Level.unknown.rawValue
    }
    let names = registers.productGroups + labels + budgets.compactMap(\.group)
    let sorted = Set(names.map(ByteWise.init)).sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    self.names = sorted.map(\.text)
    self.index = index
    ofProduct = registers.products.map { product in
      index[ByteWise(registers.productGroups[product.group])] ?? 0
    }
    ofCategory = labels.map { index[ByteWise($0)] ?? 0 }
  }

  /// The group of an allocation, as an index into ``names``.
  func group(of facts: Allocation) -> Int {
    facts.product >= 0 ? ofProduct[Int(facts.product)] : ofCategory[Int(facts.category)]
  }

  /// The group of one of the personal budgets.
  func group(of budget: PersonalBudget) -> Int {
    budget.group.flatMap { index[ByteWise($0)] } ?? ofCategory[Int(budget.category ?? 0)]
  }
}

/// Sentences that tables of allocations share in their counting rules, in Dutch.
enum GrantRule {
  static let noLine = """
    Een toewijzing telt ook als er niets op is gedeclareerd. Verwijderde toewijzingen \
    (reden_wijziging 13) en toewijzingen die eindigen voordat zij beginnen, tellen niet.
    """
  static let end = """
    Het einde is de vroegste van einddatum en stop_datum_levering. Is de levering tijdelijk gestopt \
    (reden_beeindiging 20), dan is het de einddatum.
    """
  static let group = """
    De productgroep is die van het product van de toewijzing; zonder bekend product de \
    productcategorie, en zonder beide onbekend.
    """
  static let clients = """
    Cliënten zijn de verschillende cliënten van de toewijzingen in de rij; totalen zijn opnieuw \
    geteld.
    """
}

/// A code as the national lists write it: `04`.
func twoDigits(_ code: UInt8) -> String { code < 10 ? "0\(code)" : "\(code)" }

extension ColumnName {
  public static let allocations = ColumnName("toewijzingen")
}
