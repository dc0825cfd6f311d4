import Ingest

/// What lines of declarations are told apart by in their course: their product group, and of kind,
/// lot, concern and wijk whatever a line of the budget selects by.
///
/// A class is a dense part of the product, times those of concern and wijk. Without a budget that
/// selects by more, a class is a product group. Districts depend on a year that may be known only in
/// the end, so wijken that never differ in the districts that are selected by are one part.
struct CourseClasses: Sendable {
  /// What all lines of a class have in common, as far as the budget asks for it.
  struct Traits {
    /// One of its products.
    let product: Int
    /// Nil where no line of the budget names it.
    let concern: Int?
    /// One of its wijken; nil for clients without a known one, and where no line names a district.
    let wijk: Int?
  }

  /// Whether some line of the budget asks for a course of its own.
  let isNeeded: Bool
  /// By product index, provider index and allocation index: what each adds to a class. Empty where
  /// no line selects by it.
  private let ofProduct, ofProvider, ofAllocation: [UInt32]
  /// By part.
  private let products: [Int]
  private let concerns: [Int?]
  private let wijken: [Int?]
  private let groupOfProduct: [Int]

  init(_ registers: Registers) {
    let selections = (registers.budget ?? []).map(\.selection)
    isNeeded = !selections.isEmpty
    groupOfProduct = registers.products.map(\.group)
    let product = Self.productParts(registers, selections)
    let concern = Self.concernParts(registers, selections)
    let wijk = WijkParts(registers, selections)
    products = product.representatives
    concerns = concern.representatives
    wijken = wijk.representatives
    let (ofConcern, ofWijk) = (concerns.count, wijken.count)
    ofProduct = product.ofIndex.map { UInt32($0 * ofConcern * ofWijk) }
    ofProvider = concern.ofIndex.map { UInt32($0 * ofWijk) }
    ofAllocation = ofWijk == 1 ? [] : registers.allocations.map { UInt32(wijk.part(of: $0.client)) }
  }

  @inline(__always)
  func classOf(product: Int32, provider: Int32, allocation: Int32) -> Int {
    var sum = ofProduct[Int(product)]
    if !ofProvider.isEmpty { sum &+= ofProvider[Int(provider)] }
    if !ofAllocation.isEmpty { sum &+= ofAllocation[Int(allocation)] }
    return Int(sum)
  }

  func classOf(_ placement: Placement) -> Int {
    classOf(
      product: placement.product, provider: placement.provider, allocation: placement.allocation)
  }

  func traits(of number: Int) -> Traits {
    let rest = number / wijken.count
    return Traits(
      product: products[rest / concerns.count], concern: concerns[rest % concerns.count],
      wijk: wijken[number % wijken.count])
  }

  /// Classes that follow each other have groups that do not fall.
  func group(of number: Int) -> Int { groupOfProduct[traits(of: number).product] }

  /// Of products with one group, and one kind and lot where the budget asks for these, by group.
  private static func productParts(
    _ registers: Registers, _ selections: [BudgetLine.Selection]
  ) -> (ofIndex: [Int], representatives: [Int]) {
    let hasKinds = selections.contains { $0.kind != nil }
    let lots = indices(of: selections.compactMap(\.lot))
    let keys = registers.products.map { product in
      [
        product.group, hasKinds ? product.kind.rawValue : 0,
        product.lot.flatMap { lots[Array($0.utf8)] } ?? -1,
      ]
    }
    let sorted = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let parts = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    let ofIndex = keys.map { parts[$0] ?? 0 }
    var representatives = [Int](repeating: 0, count: sorted.count)
    for (product, part) in ofIndex.enumerated() { representatives[part] = product }
    return (ofIndex, representatives)
  }

  /// Of concerns that the budget names; all others are one part.
  private static func concernParts(
    _ registers: Registers, _ selections: [BudgetLine.Selection]
  ) -> (ofIndex: [Int], representatives: [Int?]) {
    let named = indices(of: selections.compactMap(\.concern))
    if named.isEmpty { return ([], [nil]) }
    var representatives = [Int?](repeating: nil, count: named.count + 1)
    let parts = registers.concerns.enumerated().map { concern, name in
      let part = named[Array(name.utf8)].map { $0 + 1 } ?? 0
      if part > 0 { representatives[part] = concern }
      return part
    }
    return (registers.providers.map { parts[$0.concern] }, representatives)
  }

  fileprivate static func indices(of names: [String]) -> [[UInt8]: Int] {
    let sorted = Set(names.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
  }
}

/// The parts of wijken by the districts, in all years of gebieden.csv, that the budget names.
private struct WijkParts {
  /// One of each part; the first is that of no known wijk.
  private(set) var representatives: [Int?] = [nil]
  private var ofWijk: [Int] = []
  private let clients: [Client]

  init(_ registers: Registers, _ selections: [BudgetLine.Selection]) {
    clients = registers.clients ?? []
    let named = CourseClasses.indices(of: selections.compactMap(\.area))
    guard !named.isEmpty, let districts = registers.districts else { return }
    var districtsOfWijk: [[UInt8]: [[Int]]] = [:]
    for row in districts.rows {
      districtsOfWijk[Array(row.wijk.utf8), default: []]
        .append([row.year, named[Array(row.area.utf8)] ?? -1])
    }
    var parts: [[[Int]]: Int] = [:]
    for (wijk, code) in registers.wijken.enumerated() {
      guard let known = districtsOfWijk[Array(code.utf8)] else {
        ofWijk.append(0)
        continue
      }
      let signature = known.sorted { $0.lexicographicallyPrecedes($1) }
      let part = parts[signature] ?? representatives.count
      if part == representatives.count {
        parts[signature] = part
        representatives.append(wijk)
      }
      ofWijk.append(part)
    }
  }

  func part(of client: Int32) -> Int {
    guard Int(client) < clients.count, clients[Int(client)].isListed,
      let wijk = clients[Int(client)].wijk, !ofWijk.isEmpty
    else { return 0 }
    return ofWijk[Int(wijk)]
  }
}
