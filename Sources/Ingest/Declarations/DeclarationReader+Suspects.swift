import Synchronization

extension DeclarationReader {
  static func repeated(_ filters: [DuplicateFilter], _ workers: Int) -> HashSet {
    let found = Mutex(HashSet())
    perform(DuplicateFilter.shelfCount, workers: workers) { shelf in
      let repeated = DuplicateFilter.repeated(shelf, in: filters)
      if repeated.isEmpty { return }
      found.withLock { found in repeated.forEach { found.insert($0) } }
    }
    return found.withLock { $0 }
  }

  /// The chunks in which a first pass may have met the suspects; nil where they are so many that
  /// they are everywhere, or a part is decoded as it is read, so that no chunk can be found alone.
  func suspectChunks<Fold: LineFold>(
    _ suspects: HashSet, _ workers: [LineWorker<FoldingSink<Fold>>]
  ) -> Set<Int>? {
    if suspects.count > 1000 || parts.contains(where: { $0.dialect.encoding == .utf16 }) {
      return nil
    }
    var chunks: Set<Int> = []
    for worker in workers {
      let ranges = worker.sink.references.chunks(of: suspects)
      let own = worker.tally.chunks.map(\.index)
      chunks.formUnion(own.filter { index in ranges.contains { $0.contains(index) } })
    }
    return chunks
  }
}
