package import Analytics

/// How a table is to be read: what a row and its columns are, and an example that the program
/// counts itself. All texts are Dutch, as the counting rules are.
///
/// To explain a table, write a static member of this type and name it in ``all``.
package struct TableExplanation: Sendable {
  package let analysis: Analysis
  /// What one row is.
  package let row: String
  /// What columns mean that mean something else in this table than in others.
  private let meanings: [ColumnName: String]
  package let example: WorkedExample

  init(
    _ analysis: Analysis, row: String, meanings: [ColumnName: String] = [:],
    example: WorkedExample
  ) {
    (self.analysis, self.row, self.meanings) = (analysis, row, meanings)
    self.example = example
  }

  /// What a column of the table means; nil where nobody has written it yet.
  package func meaning(of column: ColumnName) -> String? {
    meanings[column] ?? ColumnName.meanings[column]
  }

  /// The table that the program makes of the example.
  package func result() throws -> Table { try example.table(analysis) }
}

extension TableExplanation {
  /// One for every table, in the order of the report.
  package static let all: [TableExplanation] = [
    .productUse, .subsidies, .spendingShares, .monthlyCourse, .combinations, .groupCounts,
    .sequences, .concentration, .providers, .districtUse, .ages, .declarationTriangle,
    .declarationFactors, .stillToCome, .lookBack, .costChange, .lengthOfStay, .inflowOutflow,
    .sequencesOverTime, .pathways, .standardizedDistricts,
    .allocationCourse, .allocationEndings, .allocationUptake, .expiringAllocations, .deliveryForms,
    .lots, .providerTurnover, .landscape, .concernExits, .switches, .region, .overlap,
    .yearCourse, .indexation, .budgetBuildUp, .budgetMonitor, .lumpSums, .fundingComparison,
    .districtBudget, .rateComparison,
  ]

  /// Nil for a name that no table has.
  package static func named(_ name: String) -> TableExplanation? {
    all.first { $0.analysis.name == name }
  }
}
