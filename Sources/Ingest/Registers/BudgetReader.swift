/// Reads `begroting.csv`.
struct BudgetReader {
  private let year = FileKind.budget.index(of: "jaar")
  private let kind = FileKind.budget.index(of: "voorzieningsoort")
  private let group = FileKind.budget.index(of: "product_groep")
  private let amount = FileKind.budget.index(of: "bedrag_begroot")
  private let scale = FileKind.budget.index(of: "bedrag_schaal")
  private let sort = FileKind.budget.index(of: "soort")
  private let name = FileKind.budget.index(of: "regel")
  private let area = FileKind.budget.index(of: "gebied")
  private let concern = FileKind.budget.index(of: "concern")
  private let lot = FileKind.budget.index(of: "perceel")

  /// The names that a line may select by.
  let known: KnownNames

  struct KnownNames {
    let groups, areas, concerns, lots: NameList

    init(_ products: [Product], groups: [String], concerns: [String], districts: Districts) {
      self.groups = NameList(groups, of: .products)
      areas = NameList(districts.rows.map(\.area), of: .districts)
      self.concerns = NameList(concerns, of: .providers)
      lots = NameList(products.compactMap(\.lot), of: .products)
    }
  }

  func read(_ file: RegisterFile) throws -> [BudgetLine] {
    var lines: [BudgetLine] = []
    // The name has a default, so it is compared as the text that it stands for.
    var keyed = KeyedRows(file, keyColumns: [year, sort, name, kind, group, area, concern, lot])
    /// Of each year and name, what its first row selects.
    var selections: [[UInt8]: BudgetLine.Selection] = [:]
    try file.forEachRow { row in
      let year = row.requiredYear(year)
      let amount = row.requiredCents(amount)
      let scale = row.count(scale) ?? 1
      if scale != 1 && scale != 1000 { row.note(.form(.scale), at: self.scale) }
      let sort =
        row.text(sort) == nil ? .current : row.word(sort, .budgetSort, BudgetLine.Sort.self)
      let selection = selection(row)
      let name = row.text(name)?.string ?? selection.defaultName
      guard let year, let amount, let sort, row.isSound else { return }
      let (cents, overflows) = amount.multipliedReportingOverflow(by: Int64(scale))
      guard !overflows else { return row.note(.form(.cents), at: self.amount) }
      let place = Array("\(year) \(name)".utf8)
      guard selections[place] ?? selection == selection else {
        return row.note(.otherSelection, at: self.name)
      }
      selections[place] = selection
      let key = Array("\(year) \(sort.rawValue) \(name)".utf8)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      lines.append(
        BudgetLine(
          year: year, sort: sort, name: name, selection: selection, cents: cents))
    }
    return lines
  }

  private func selection(_ row: RegisterRow) -> BudgetLine.Selection {
    BudgetLine.Selection(
      kind: row.provisionKind(kind), group: row.known(group, known.groups),
      area: row.known(area, known.areas), concern: row.known(concern, known.concerns),
      lot: row.known(lot, known.lots))
  }
}

/// The names of a register, to ask whether a name is one of them; byte-wise.
struct NameList {
  let file: FileKind
  private let names: [String]
  private let known: Set<[UInt8]>

  init(_ names: [String], of file: FileKind) {
    self.file = file
    self.names = names
    known = Set(names.lazy.map { Array($0.utf8) })
  }

  func contains(_ name: Bytes) -> Bool { known.contains(Array(name.buffer)) }

  /// Nil where there are no names.
  func nearest(to name: Bytes) -> String? { nearestName(to: name.string, among: names) }
}

extension RegisterRow {
  /// One of the names of another register; nil where the value is missing, or a problem where it is
  /// none of them.
  fileprivate func known(_ column: Int, _ list: NameList) -> String? {
    guard let name = text(column) else { return nil }
    if list.contains(name) { return name.string }
    note(.unknownName(partner: list.file, nearest: list.nearest(to: name)), at: column)
    return nil
  }
}

/// An amount of one line of the municipality's budget (begroting) of one year.
public struct BudgetLine: Sendable, Equatable {
  /// `soort`
  public enum Sort: String, CaseIterable, Sendable {
    case original = "primitief"
    case current = "actueel"
    case ceiling = "plafond"
    case target = "taakstelling"
  }

  /// What a line is about: the placements that agree with all that is given.
  public struct Selection: Sendable, Hashable {
    public var kind: ProvisionKind?
    /// The name of a product group.
    public var group: String?
    /// The name of a district.
    public var area: String?
    /// The name of a concern.
    public var concern: String?
    public var lot: String?

    public init(
      kind: ProvisionKind? = nil, group: String? = nil, area: String? = nil,
      concern: String? = nil, lot: String? = nil
    ) {
      self.kind = kind
      self.group = group
      self.area = area
      self.concern = concern
      self.lot = lot
    }

    /// The name of a line that has none.
    var defaultName: String {
      let keys = [kind?.code, group, area, concern, lot].compactMap { $0 }
      return keys.isEmpty ? "totaal" : keys.joined(separator: " / ")
    }
  }

  public var year: Int
  public var sort: Sort
  /// `regel`, or what it is by default.
  public var name: String
  public var selection: Selection
  /// In cents; an amount in thousands of euros is multiplied out.
  public var cents: Int64

  public init(
    year: Int, sort: Sort = .current, name: String? = nil, selection: Selection = Selection(),
    cents: Int64
  ) {
    self.year = year
    self.sort = sort
    self.name = name ?? selection.defaultName
    self.selection = selection
    self.cents = cents
  }
}
