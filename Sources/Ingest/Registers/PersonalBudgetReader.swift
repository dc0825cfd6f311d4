/// Reads `pgb.csv`.
struct PersonalBudgetReader {
  private let client = FileKind.personalBudgets.index(of: "client_id")
  private let year = FileKind.personalBudgets.index(of: "jaar")
  private let category = FileKind.personalBudgets.index(of: "product_categorie")
  private let group = FileKind.personalBudgets.index(of: "product_groep")
  private let granted = FileKind.personalBudgets.index(of: "toegekend")
  private let spent = FileKind.personalBudgets.index(of: "besteed")

  /// `clients`: all identifiers so far; those that only this file names come behind them.
  func read(_ file: RegisterFile, clients: inout InternTable) throws -> [PersonalBudget] {
    guard file.isGiven else { return [] }
    var budgets: [PersonalBudget] = []
    var keyed = KeyedRows(file, keyColumns: [client, year, category, group])
    var key: [UInt8] = []
    try file.forEachRow { row in
      let client = row.requiredText(client)
      let year = row.requiredYear(year)
      let category = row.category(category)
      let group = groupName(row)
      if row.value(self.category).isEmpty, row.value(self.group).isEmpty {
        row.note(.neither(other: "product_categorie"), at: self.group)
      }
      let granted = row.requiredCents(granted)
      let spent = row.cents(spent)
      guard let client, let year, let granted, row.isSound else { return }
      key.removeAll(keepingCapacity: true)
      row.appendCanonical([self.client, self.group], to: &key)
      key.append(contentsOf: "\(year) \(category ?? 0)".utf8)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      budgets.append(
        PersonalBudget(
          client: Int32(clients.intern(client)), year: year, group: group?.string,
          category: category, granted: granted, spent: spent))
    }
    return budgets
  }

  private func groupName(_ row: RegisterRow) -> Bytes? {
    guard let name = row.unreservedName(group) else { return nil }
    guard !name.holdsJoiner else {
      row.note(.joiner(cure: "product_groep"), at: group)
      return nil
    }
    return name
  }
}

/// A personal budget (persoonsgebonden budget, pgb) of one client and year; in no amount of
/// declarations.
public struct PersonalBudget: Sendable, Equatable {
  /// Client index.
  public var client: Int32
  public var year: Int
  /// The name of a product group, as given; nil where only the category is.
  public var group: String?
  /// National category 1–18; nil where only the group is given.
  public var category: UInt8?
  /// In cents.
  public var granted: Int64
  /// In cents; nil where none is given.
  public var spent: Int64?

  public init(
    client: Int32, year: Int, group: String?, category: UInt8?, granted: Int64, spent: Int64?
  ) {
    self.client = client
    self.year = year
    self.group = group
    self.category = category
    self.granted = granted
    self.spent = spent
  }
}
