import Ingest

/// Which lines of the budget select something, by positions in ``rows``.
struct BudgetSelector {
  let rows: [BudgetRow]
  private let criteria: [Criteria]
  private let registers: Registers
  private let classes: CourseClasses
  private let districts: DistrictAssignment?
  private var ofClasses: [Int: [Int]] = [:]
  private var ofPlaces: [Place: [Int]] = [:]

  /// What an allocation is selected by; -1 for what is not known.
  private struct Place: Hashable {
    let product, provider: Int32
    let district: Int
  }

  /// What a line selects by, as indices of the registers; nil where it does not ask.
  private struct Criteria {
    let kind: ProvisionKind?
    let group, concern, district: Int?
    let lot: ByteWise?
    /// Whether a name is none of the run, such as a district that the reference year lacks.
    let isVoid: Bool
  }

  init(_ ledger: Ledger) {
    let (registers, districts) = (ledger.registers, DistrictAssignment(ledger))
    rows = ledger.budgetRows
    self.registers = registers
    self.districts = districts
    classes = ledger.classes
    criteria = rows.map { row in
      func index(_ name: String?, in names: [String]) -> Int? {
        name.flatMap { name in names.firstIndex { ByteWise($0) == ByteWise(name) } }
      }
      let selection = row.selection
      let group = index(selection.group, in: registers.productGroups)
      let concern = index(selection.concern, in: registers.concerns)
      let district = index(selection.area, in: districts?.names ?? [])
      return Criteria(
        kind: selection.kind, group: group, concern: concern, district: district,
        lot: selection.lot.map(ByteWise.init),
        isVoid: (selection.group != nil && group == nil)
          || (selection.concern != nil && concern == nil)
          || (selection.area != nil && district == nil))
    }
  }

  /// The lines that select the placements of a class of the ledger.
  mutating func lines(ofClass number: Int) -> [Int] {
    if let known = ofClasses[number] { return known }
    let traits = classes.traits(of: number)
    let lines = lines(
      of: registers.products[traits.product], concern: traits.concern,
      district: traits.wijk.flatMap { districts?.district(ofWijk: $0) })
    ofClasses[number] = lines
    return lines
  }

  /// The lines that select an allocation, by the product that it names itself.
  mutating func lines(of facts: Allocation) -> [Int] {
    let district = registers.clients.flatMap { clients in
      districts?.district(of: clients[Int(facts.client)])
    }
    let place = Place(
      product: max(facts.product, -1), provider: facts.provider, district: district ?? -1)
    if let known = ofPlaces[place] { return known }
    let lines = lines(
      of: facts.product >= 0 ? registers.products[Int(facts.product)] : nil,
      concern: facts.provider >= 0 ? registers.providers[Int(facts.provider)].concern : nil,
      district: district)
    ofPlaces[place] = lines
    return lines
  }

  private func lines(of product: Product?, concern: Int?, district: Int?) -> [Int] {
    criteria.indices.filter { line in
      let asked = criteria[line]
      if asked.isVoid { return false }
      if let kind = asked.kind, kind != product?.kind { return false }
      if let group = asked.group, group != product?.group { return false }
      if let lot = asked.lot, lot != product?.lot.map(ByteWise.init) { return false }
      if let wanted = asked.concern, wanted != concern { return false }
      if let wanted = asked.district, wanted != district { return false }
      return true
    }
  }
}
