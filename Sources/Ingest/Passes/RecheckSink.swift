/// The sink of a second pass: the search for double reference numbers, and an accumulator's own recheck.
struct RecheckSink<Recheck: LineRecheck>: LineSink {
  let filter: CandidateFilter?
  /// The workers have it in common.
  let duplicates: DuplicateSearch?
  /// What R104 rejects; given to `remove` from time to time.
  private var losers: [DuplicateSearch.Loser] = []
  private let remove: Removal
  private(set) var recheck: Recheck?
  /// Bytes that the rechecks of all workers may hold of lines.
  private let limit: Int
  /// The chunk at which the recheck held too much and was given up, while the search goes on.
  private(set) var fullAt: Int?

  typealias Removal = @Sendable ([DuplicateSearch.Loser]) -> Void
  private static var loserCount: Int { 4096 }

  init(
    _ filter: CandidateFilter, _ duplicates: DuplicateSearch?, remove: @escaping Removal,
    recheck: Recheck?,
    limit: Int
  ) {
    self.filter = filter
    self.duplicates = duplicates
    self.remove = remove
    self.recheck = recheck
    self.limit = limit
  }

  mutating func take(_ batch: LineBatch) throws {
    if let duplicates {
      duplicates.take(batch, losers: &losers)
      if losers.count >= Self.loserCount { removeLosers() }
    }
    recheck?.take(batch)
    guard recheck?.byteCount ?? 0 > limit else { return }
    recheck?.giveUp()
    recheck = nil
    fullAt = batch.chunkIndex
    // The search goes on; without one there is nothing left to do.
    if duplicates == nil { throw TooManyLines(chunk: batch.chunkIndex) }
  }

  /// Must follow the last line.
  mutating func removeLosers() {
    remove(losers)
    losers.removeAll(keepingCapacity: true)
  }

  /// The recheck; it is let go of here, so that it is not held twice when it is merged.
  mutating func takeRecheck() -> Recheck? {
    defer { recheck = nil }
    return recheck
  }
}
