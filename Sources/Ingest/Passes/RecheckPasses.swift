import Synchronization

/// The passes after the first: they read some lines once more, for double reference numbers
/// (R104) and for what the accumulator could not decide.
///
/// One pass does both, as a rule. Where that would hold too much in memory, the work is divided into
/// shares with a pass each: first the search for double numbers, then the recheck, which has to know
/// the lines that are rejected. So memory is bounded, and time is what very bad data cost.
struct RecheckPasses {
  let reader: DeclarationReader
  /// Of the first pass, and what was removed since.
  private(set) var tally: PartTallies
  /// Until they are searched for.
  private(set) var suspects: SuspectNumbers
  let workers: Int
  let chunkSize: Int

  /// Most shares that a recheck is divided into. Then no share is too large any more: one allocation
  /// has so many lines, and more shares would not divide them.
  private static let shareLimit = 64

  init(
    _ reader: DeclarationReader, _ tally: PartTallies, suspects: SuspectNumbers = .none,
    workers: Int, chunkSize: Int
  ) {
    self.reader = reader
    self.tally = tally
    self.suspects = suspects
    self.workers = workers
    self.chunkSize = chunkSize
  }

  private var limit: Int { reader.memoryBudget.bytes(lines: tally.acceptedCount) }

  /// Searches for the lines that R104 rejects, and shows a recheck the lines that it wants.
  ///
  /// `chunks`: those that may hold suspects; nil for all. `remove` gets the rejected lines.
  mutating func recheck<Recheck: LineRecheck>(
    _ recheck: Recheck?, in chunks: Set<Int>?,
    remove: @escaping @Sendable (UnsafeBufferPointer<DeclarationLine>) -> Void
  ) throws -> Recheck? {
    if suspects.isEmpty, recheck == nil { return nil }
    let counted = Mutex(tally)
    if !suspects.isEmpty {
      // A line of each number at least is rejected, but for chance.
      counted.withLock { $0.reserveRejects(suspects.count) }
    }
    let shares = 1 + suspects.count * DuplicateSearch.bytesPerNumber / limit
    let isTogether = shares == 1 && recheck.map { $0.byteCount <= limit } ?? false
    var seen = Seen<Recheck>()
    for share in 0..<shares where isTogether || !suspects.isEmpty {
      seen = try pass(
        isTogether ? recheck : nil, suspects.share(share, of: shares), in: isTogether ? nil : chunks
      ) { found in
        counted.withLock { $0.moveToRejects(found.lazy.map(\.place)) }
        found.map(\.line).withUnsafeBufferPointer(remove)
      }
    }
    suspects = .none
    tally = counted.withLock { tally in
      tally.sortRejects()
      return tally
    }
    guard let recheck else { return nil }
    if let recheck = seen.recheck { return concluded(recheck) }
    return try seen.shares == 1
      ? self.recheck(recheck) : divided(recheck, 0, of: 1, into: seen.shares)
  }

  /// Shows a recheck the lines that it wants, in shares where they are too many, and lets it conclude.
  func recheck<Recheck: LineRecheck>(_ recheck: Recheck) throws -> Recheck {
    try self.recheck(recheck, 0, of: 1)
  }

  /// A share of a recheck. Of `count` shares, that with an `index` is those with `index`,
  /// `index + count` and so on of any multiple of `count`.
  private func recheck<Recheck: LineRecheck>(_ recheck: Recheck, _ index: Int, of count: Int) throws
    -> Recheck
  {
    let share = recheck.share(index, of: count)
    let isLimited = count < Self.shareLimit
    // Much of what it will hold may be known before.
    if isLimited, share.byteCount > limit {
      return try divided(recheck, index, of: count, into: 1 + share.byteCount / limit)
    }
    let seen = try pass(share, isLimited: isLimited)
    if let recheck = seen.recheck { return concluded(recheck) }
    return try divided(recheck, index, of: count, into: seen.shares)
  }

  private func divided<Recheck: LineRecheck>(
    _ recheck: Recheck, _ index: Int, of count: Int, into shares: Int
  ) throws -> Recheck {
    let shares = max(2, min(shares, Self.shareLimit / count))
    var whole = try self.recheck(recheck, index, of: count * shares)
    for share in 1..<shares {
      whole.merge(try self.recheck(recheck, index + share * count, of: count * shares))
    }
    return whole
  }

  private func concluded<Recheck: LineRecheck>(_ recheck: Recheck) -> Recheck {
    var recheck = recheck
    recheck.conclude(tally, workers: workers)
    return recheck
  }

  /// What became of a recheck in one pass.
  private struct Seen<Recheck> {
    /// Nil where it held too much.
    var recheck: Recheck?
    /// Into how many it has to be divided then, about.
    var shares = 1
  }

  private func pass<Recheck: LineRecheck>(
    _ recheck: Recheck?, _ suspects: SuspectNumbers = .none, in chunks: Set<Int>? = nil,
    isLimited: Bool = true, remove: @escaping RecheckSink<Recheck>.Removal = { _ in }
  ) throws -> Seen<Recheck> {
    let known = recheck?.byteCount ?? 0
    let filter = CandidateFilter(
      recheck?.wanted ?? WantedLines(), suspects, reader.resolver.allocations)
    let duplicates = suspects.isEmpty ? nil : DuplicateSearch(suspects)
    let parts = reader.parts.map { $0.again() }
    let skips = chunks.map { tally.skips(allBut: $0) } ?? []
    let second: [LineWorker<RecheckSink<Recheck>>]
    do {
      second = try reader.pass(parts, workers, chunkSize, skips: skips) {
        RecheckSink(
          filter, duplicates, remove: remove, recheck: recheck, limit: isLimited ? limit : .max)
      }
    } catch let full as TooManyLines {
      return Seen(shares: shares(fullAt: full.chunk, known: known))
    }
    if let part = tally.changedPart(second.map(\.tally), wanted: chunks) {
      throw RunFailure.changedInput(part)
    }
    var seen = Seen<Recheck>()
    for worker in second {
      worker.sink.removeLosers()
      if let chunk = worker.sink.fullAt {
        seen.shares = max(seen.shares, shares(fullAt: chunk, known: known))
      }
    }
    for worker in second where seen.shares == 1 {
      guard let recheck = worker.sink.takeRecheck() else { continue }
      if seen.recheck == nil { seen.recheck = recheck } else { seen.recheck?.merge(recheck) }
    }
    return seen
  }

  /// Into how many shares a recheck has to be divided that was full at a chunk: a few more than would
  /// do if it went on like that. `known`: the bytes that it asked for from the start.
  private func shares(fullAt chunk: Int, known: Int) -> Int {
    let grown = max(0, limit - known) / (chunk + 1) * tally.chunkCount
    return 2 + 5 * (known + grown) / (4 * limit)
  }
}

/// A recheck held too many lines at a chunk.
struct TooManyLines: Error {
  let chunk: Int
}

/// How much of the lines the search for duplicates and a recheck may each hold in memory.
public struct MemoryBudget: Sendable {
  /// In bytes, for every accepted line.
  public var perLine: Int
  /// In bytes, however few lines there are.
  public var atLeast: Int

  public init(perLine: Int, atLeast: Int) {
    self.perLine = perLine
    self.atLeast = atLeast
  }

  public static let standard = MemoryBudget(perLine: 10, atLeast: 64 << 20)

  func bytes(lines: Int) -> Int { max(1, atLeast, perLine * lines) }
}

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
    recheck: Recheck?, limit: Int
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
