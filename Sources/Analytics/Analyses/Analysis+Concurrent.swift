import Ingest

extension Analysis {
  /// The tables of all analyses in the order of the list, computed by several threads.
  ///
  /// Analyses are pure functions of an immutable ledger, so they share nothing but their results.
  public static func tables(
    _ analyses: [Analysis] = all, from ledger: Ledger, workers: Int
  ) -> [Table] {
    results(analyses.count, workers: workers) { analyses[$0].table(from: ledger) }
  }
}
