/// Reads `bouwstenen.csv`.
struct BuildingBlockReader {
  private let budget = FileKind.buildingBlocks.index(of: "budget")
  private let year = FileKind.buildingBlocks.index(of: "jaar")
  private let order = FileKind.buildingBlocks.index(of: "volgorde")
  private let sort = FileKind.buildingBlocks.index(of: "soort")
  private let description = FileKind.buildingBlocks.index(of: "omschrijving")
  private let amount = FileKind.buildingBlocks.index(of: "bedrag")
  private let percentage = FileKind.buildingBlocks.index(of: "percentage")
  private let base = FileKind.buildingBlocks.index(of: "over")

  func read(_ file: RegisterFile) throws -> [BuildingBlock] {
    var blocks: [BuildingBlock] = []
    var keyed = KeyedRows(file, keyColumns: [budget, year, order])
    try file.forEachRow { row in
      let budget = row.requiredText(budget)
      let year = row.requiredYear(year)
      let order = row.requiredText(order) == nil ? nil : row.count(order)
      let sort =
        row.requiredText(sort) == nil ? nil : row.word(sort, .blockSort, BuildingBlock.Sort.self)
      let description = row.requiredText(description)
      let cents = row.cents(amount)
      let percentage = row.percent(percentage)
      let base =
        row.text(base) == nil ? .cumulative : row.word(base, .base, BuildingBlock.Base.self)
      if let sort { check(sort, cents, percentage, row) }
      guard let budget, let year, let order, let sort, let description, let base, row.isSound else {
        return
      }
      let key = Array("\(year) \(order) ".utf8) + Array(budget.buffer)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      blocks.append(
        BuildingBlock(
          budget: budget.string, year: year, order: order, sort: sort,
          description: description.string, cents: cents, percentage: percentage, base: base,
          origin: RegisterOrigin(part: row.columns.part.name, line: row.line)))
    }
    return blocks
  }

  private func check(
    _ sort: BuildingBlock.Sort, _ cents: Int64?, _ percentage: Int64?, _ row: RegisterRow
  ) {
    let (hasAmount, hasPercentage) = (
      !row.value(amount).isEmpty, !row.value(self.percentage).isEmpty
    )
    if hasAmount, hasPercentage {
      row.note(.both(other: "percentage"), at: amount)
    } else if !hasAmount, !hasPercentage, !sort.mayBeDerived {
      row.note(.neither(other: "percentage"), at: amount)
    }
    guard sort == .reduction else { return }
    if let cents, cents <= 0 { row.note(.notPositive, at: amount) }
    if let percentage, percentage <= 0 { row.note(.notPositive, at: self.percentage) }
  }
}

/// One block (bouwsteen) of which the budget of a year is built.
public struct BuildingBlock: Sendable, Equatable {
  /// `soort`
  public enum Sort: String, CaseIterable, Sendable {
    case base = "basis"
    case index
    case addition = "toevoeging"
    case reduction = "korting"
    case growth = "groei"
    case settlement = "afrekening"
    case once = "eenmalig"

    /// Whether its amount follows from other figures where none is given.
    var mayBeDerived: Bool { self == .base || self == .index }
  }

  /// `over`: what a percentage is of.
  public enum Base: String, CaseIterable, Sendable {
    case base = "basis"
    case cumulative = "cumulatief"
  }

  public var budget: String
  public var year: Int
  /// `volgorde`
  public var order: Int
  public var sort: Sort
  public var description: String
  /// In cents, as given: above 0 for a reduction.
  public var cents: Int64?
  /// In ten-thousandths of a percent, as given.
  public var percentage: Int64?
  public var base: Base
  public var origin: RegisterOrigin

  public init(
    budget: String, year: Int, order: Int, sort: Sort, description: String, cents: Int64? = nil,
    percentage: Int64? = nil, base: Base = .cumulative, origin: RegisterOrigin = RegisterOrigin()
  ) {
    self.budget = budget
    self.year = year
    self.order = order
    self.sort = sort
    self.description = description
    self.cents = cents
    self.percentage = percentage
    self.base = base
    self.origin = origin
  }
}

/// Where a row of a register stands, for what is found wrong with it when other rows are known.
public struct RegisterOrigin: Sendable, Equatable {
  /// The part's name; empty for a row that was not read.
  public var part: String
  /// Physical line, from 1.
  public var line: Int

  public init(part: String = "", line: Int = 0) {
    self.part = part
    self.line = line
  }
}
