/// Which figures of a table are which base cells of which bundles, for publication editions, and what
/// its counting rules say there. A table that declares nothing is in no edition.
public struct DisclosureDeclaration: Sendable {
  private let declared: @Sendable (_ table: Table, _ row: [Cell]) -> [DisclosedFigure]
  /// Sentences of the counting rules that are not true of an edition, each with what it says instead.
  private let rewording: [String: String]

  /// - Parameter rewording: Besides that of ``CountingRule/reworded``.
  init(
    rewording: [String: String] = [:],
    figures: @escaping @Sendable (_ table: Table, _ row: [Cell]) -> [DisclosedFigure]
  ) {
    self.init(CountingRule.reworded.merging(rewording) { $1 }, figures)
  }

  private init(
    _ rewording: [String: String],
    _ declared: @escaping @Sendable (_ table: Table, _ row: [Cell]) -> [DisclosedFigure]
  ) {
    self.rewording = rewording
    self.declared = declared
  }

  /// Nothing in the table tells of persons: it stands in an edition as it is.
  static let isPublic = DisclosureDeclaration([:]) { _, _ in [] }

  /// What a row of the table shows of bundles, by column.
  public func figures(in row: [Cell], of table: Table) -> [DisclosedFigure] {
    declared(table, row)
  }

  /// What an edition says of how its figures are counted, of what the table itself says.
  public func countingRules(of table: Table) -> [String] {
    table.countingRules.map { rewording[$0] ?? $0 }
  }
}

/// What a base cell counts.
public enum Measure: String, Sendable, CaseIterable {
  case clients = "c"
  case indications = "i"
  /// Cents.
  case amount = "a"
}

/// A figure in a row that is hidden with a bundle.
public struct DisclosedFigure: Sendable, Equatable {
  /// How a column holds a base cell.
  public enum Holding: Sendable {
    /// As it is.
    case value
    /// With the subsidies added: an amount of its own, rounded by itself.
    case withSubsidies
    /// Another figure in the run, in whose place an edition has the bundle's.
    case substitute
    /// As what is divided; the column has the share alone.
    case numerator
    /// As what is divided by; the column has the share alone.
    case denominator
  }

  public let column: ColumnName
  /// Nil for a figure that is no base cell: it tells of no persons, and is exact or hidden.
  public let measure: Measure?
  public let bundle: BundleName
  public let holding: Holding
  /// The bundle that takes this one with it when it is hidden.
  public let host: BundleName?

  private init(
    _ column: ColumnName, _ measure: Measure?, _ bundle: BundleName,
    _ holding: Holding = .value, host: BundleName? = nil
  ) {
    self.column = column
    self.measure = measure
    self.bundle = bundle
    self.holding = holding
    self.host = host
  }

  static func clients(
    _ bundle: BundleName, in column: ColumnName = .clients, _ holding: Holding = .value,
    host: BundleName? = nil
  ) -> DisclosedFigure {
    DisclosedFigure(column, .clients, bundle, holding, host: host)
  }

  static func indications(_ bundle: BundleName) -> DisclosedFigure {
    DisclosedFigure(.indications, .indications, bundle)
  }

  static func amount(
    _ bundle: BundleName, in column: ColumnName = .amount, _ holding: Holding = .value
  ) -> DisclosedFigure {
    DisclosedFigure(column, .amount, bundle, holding)
  }

  /// The number of providers.
  static func providers(_ bundle: BundleName) -> DisclosedFigure {
    DisclosedFigure(.providers, nil, bundle)
  }
}

extension BundleName {
  /// All markets together.
  public static let municipality = market("", "")

  /// The market of a row with a kind and a product code.
  static func market(of row: [Cell], in table: Table) -> BundleName {
    market(table.text(row, .kind), table.text(row, .productCode))
  }
}
