import Ingest
import Synchronization

extension Analysis {
  /// The tables of all analyses in the order of the list, computed by several threads.
  ///
  /// Analyses are pure functions of an immutable ledger, so they share nothing but their results.
  public static func tables(
    _ analyses: [Analysis] = all, from ledger: Ledger, workers: Int
  ) -> [Table] {
    let results = Mutex([Table?](repeating: nil, count: analyses.count))
    perform(analyses.count, workers: workers) { index in
      let table = analyses[index].table(from: ledger)
      results.withLock { $0[index] = table }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
