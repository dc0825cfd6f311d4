public import Ingest

/// One table of the report: its name, columns, sums and counting rules, and the pure function that
/// makes its rows from the ledger.
///
/// To add a table, write it in a file of its own as a static member and name it in ``all``.
public struct Analysis: Sendable {
  /// Which lines a table's figures are about.
  public enum Coverage: Sendable {
    /// Those in the reporting window.
    case window
    /// All accepted lines, whatever the window.
    case allMonths
    /// Those in the window in which sequences are looked for.
    case sequenceWindow
    /// Those up to the last month of the triangle of declarations, whatever the window.
    case triangle
    /// Those in the window, beside those in the period that it is compared with.
    case comparison
    /// None: the subsidies of the years that the window touches.
    case subsidyYears
    /// None as such: the allocations in the reporting window, and the lines of theirs alone.
    case allocations
    /// None: what files of the municipality say, by the years that stand there.
    case files
  }

  /// The name in file names and reports, for instance `product-gebruik`.
  public let name: String
  /// One line in Dutch.
  public let title: String
  public let columns: [Column]
  public let coverage: Coverage
  /// Without which the table is header only.
  let needs: [TableNeed]
  /// How the figures are counted, in Dutch, for the given parameters.
  public let countingRules: @Sendable (CountingParameters) -> [String]
  /// Which of its figures add up to which, and to what.
  public let balances: [Balance]
  /// What else holds of it in every run.
  public let laws: [TableLaw]
  /// Which of its figures a publication edition hides together; nil for a table of none.
  public let disclosure: DisclosureDeclaration?
  /// The dates and months that a run took from the data for its counting rules, in Dutch.
  private let datedRules: @Sendable (Ledger) -> [String]
  /// What was left out of it or taken for something, in English, for the manifest.
  private let remarks: @Sendable (Ledger) -> [String]
  /// The columns as the parameters have them: of ``columns``, with other decimals.
  private let shape: @Sendable (CountingParameters, [Column]) -> [Column]
  private let rows: @Sendable (Ledger) -> [[Cell]]

  init(
    name: String, title: String, columns: [Column], coverage: Coverage = .window,
    needs: [TableNeed] = [], countingRules: @escaping @Sendable (CountingParameters) -> [String],
    datedRules: @escaping @Sendable (Ledger) -> [String] = { _ in [] }, balances: [Balance] = [],
    laws: [TableLaw] = [], disclosure: DisclosureDeclaration? = nil,
    remarks: @escaping @Sendable (Ledger) -> [String] = { _ in [] },
    shape: @escaping @Sendable (CountingParameters, [Column]) -> [Column] = { $1 },
    rows: @escaping @Sendable (Ledger) -> [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.coverage = coverage
    self.needs = needs
    self.countingRules = countingRules
    self.balances = balances
    self.laws = laws
    self.disclosure = disclosure
    self.datedRules = datedRules
    self.remarks = remarks
    self.shape = shape
    self.rows = rows
  }

  /// The finished table.
  public func table(from ledger: Ledger) -> Table {
    Table(
      name: name, title: title,
      countingRules: countingRules(ledger.parameters) + datedRules(ledger)
        + ledger.parameters.referenceRules,
      columns: shape(ledger.parameters, columns),
      rows: hasRows(with: ledger) ? rows(ledger) : [])
  }

  /// Whether what it needs is there.
  func hasRows(with ledger: Ledger) -> Bool { needs.allSatisfy { $0.isMet(by: ledger) } }

  /// The notes of the manifest on the table: what it lacks, or else what it leaves out.
  public func notes(on ledger: Ledger) -> [String] {
    if hasRows(with: ledger) { return remarks(ledger).map { "table \(name): \($0)" } }
    return needs.filter { !$0.isMet(by: ledger) }.compactMap { need in
      need.lack(in: ledger).map { "table \(name) is a header only: \($0)" }
    }
  }
}

extension Analysis {
  /// Every table of the main report, in its order.
  public static let all: [Analysis] = [
    .productUse, .subsidies, .spendingShares, .monthlyCourse, .combinations, .groupCounts,
    .sequences, .concentration, .providers, .districtUse, .ages, .declarationTriangle,
    .declarationFactors, .stillToCome, .lookBack, .costChange,
    .lengthOfStay, .inflowOutflow, .sequencesOverTime, .pathways, .standardizedDistricts,
    .allocationCourse, .allocationEndings, .allocationUptake, .expiringAllocations, .deliveryForms,
    .lots, .providerTurnover, .landscape, .concernExits, .switches, .region, .overlap,
    .yearCourse, .indexation, .budgetBuildUp, .budgetMonitor, .lumpSums, .fundingComparison,
    .districtBudget, .rateComparison,
  ]

  /// The tables of a publication edition.
  public static var disclosed: [Analysis] { all.filter { $0.disclosure != nil } }

  /// The analysis that a table is of; nil for a table of findings.
  public static func declaring(_ table: Table) -> Analysis? { all.first { $0.name == table.name } }

  /// The tables of all analyses in the order of the list, computed by several threads.
  ///
  /// Analyses are pure functions of an immutable ledger, so they share nothing but their results.
  public static func tables(
    _ analyses: [Analysis] = all, from ledger: Ledger, workers: Int
  ) -> [Table] {
    results(analyses.count, workers: workers) { analyses[$0].table(from: ledger) }
  }
}
