import Synchronization

/// The passes after the first: they look at some lines once more, for double reference numbers
/// (R104) and for what the fold could not decide.
///
/// One pass does both, as a rule. Where that would hold too much in memory, the work is divided into
/// shares with a pass each: first the search for double numbers, then the look, which has to know
/// the lines that are rejected. So memory is bounded, and time is what very bad data cost.
struct LookingPasses {
  let reader: DeclarationReader
  /// Of the first pass, and what was removed since.
  private(set) var tally: PartTallies
  /// Kept hashes of reference numbers that came more than once, until they are searched for.
  private(set) var suspects: HashSet
  let workers: Int
  let chunkSize: Int

  /// Most shares that a look is divided into. Then no share is too large any more: one allocation
  /// has so many lines, and more shares would not divide them.
  private static let shareLimit = 64

  init(
    _ reader: DeclarationReader, _ tally: PartTallies, suspects: HashSet = HashSet(), workers: Int,
    chunkSize: Int
  ) {
    self.reader = reader
    self.tally = tally
    self.suspects = suspects
    self.workers = workers
    self.chunkSize = chunkSize
  }

  private var limit: Int { reader.lookLimit.bytes(lines: tally.acceptedCount) }

  /// Searches for the lines that R104 rejects, and shows a look the lines that it wants.
  ///
  /// `chunks`: those that may hold suspects, where there is no look. `remove` gets the rejected
  /// lines.
  mutating func look<Look: LineLook>(
    _ look: Look?, in chunks: Set<Int>?,
    remove: @escaping @Sendable (UnsafeBufferPointer<DeclarationLine>) -> Void
  ) throws -> Look? {
    let counted = Mutex(tally)
    // A line of each number at least is rejected, but for chance.
    counted.withLock { $0.reserveRejects(suspects.count) }
    let shares = 1 + suspects.count * DuplicateSearch.bytesPerNumber / limit
    var seen = Seen<Look>()
    for share in 0..<shares where !suspects.isEmpty || look != nil {
      seen = try pass(shares == 1 ? look : nil, suspects.share(share, of: shares), in: chunks) {
        found in
        counted.withLock { $0.moveToRejects(found) }
        found.map(\.line).withUnsafeBufferPointer(remove)
      }
    }
    suspects = HashSet()
    tally = counted.withLock { tally in
      tally.sortRejects()
      return tally
    }
    if let look = seen.look { return concluded(look) }
    return try look.map { try self.look($0, shares: seen.shares) }
  }

  /// Shows a look the lines that it wants, in shares, and lets it conclude.
  func look<Look: LineLook>(_ look: Look, shares: Int = 1) throws -> Look {
    var whole: Look?
    for index in 0..<shares {
      let seen = try pass(look.share(index, of: shares), isLimited: shares < Self.shareLimit)
      guard let share = seen.look.map(concluded) else {
        // The lines of a share among more are others, so it begins anew.
        return try self.look(look, shares: min(shares * seen.shares, Self.shareLimit))
      }
      if whole == nil { whole = share } else { whole?.merge(share) }
    }
    return whole ?? look
  }

  private func concluded<Look: LineLook>(_ look: Look) -> Look {
    var look = look
    look.conclude(tally, workers: workers)
    return look
  }

  /// What became of a look in one pass.
  private struct Seen<Look> {
    /// Nil where it held too much.
    var look: Look?
    /// Into how many it has to be divided then, about.
    var shares = 1
  }

  private func pass<Look: LineLook>(
    _ look: Look?, _ suspects: HashSet = HashSet(), in chunks: Set<Int>? = nil,
    isLimited: Bool = true,
    remove: @escaping LookingSink<Look>.Removal = { _ in }
  ) throws -> Seen<Look> {
    let filter = LookFilter(look?.wanted ?? WantedLines(), suspects, reader.resolver.allocations)
    let duplicates = suspects.isEmpty ? nil : DuplicateSearch(suspects)
    let parts = try reader.parts.map { try $0.again() }
    let skips = chunks.map { tally.skips(allBut: $0) } ?? []
    let second = try reader.pass(parts, workers, chunkSize, skips: skips) {
      LookingSink(
        filter, duplicates, remove: remove, look: look,
        limit: isLimited ? limit : .max)
    }
    if let part = tally.changedPart(second.map(\.tally), wanted: chunks) {
      throw RunFailure.changedInput(part)
    }
    var seen = Seen<Look>()
    for worker in second {
      worker.sink.removeLosers()
      if let chunk = worker.sink.fullAt {
        seen.shares = max(seen.shares, 1 + 5 * tally.chunkCount / (4 * (chunk + 1)))
      }
    }
    for worker in second where seen.shares == 1 {
      guard let look = worker.sink.takeLook() else { continue }
      if seen.look == nil { seen.look = look } else { seen.look?.merge(look) }
    }
    return seen
  }
}

/// How much of the lines second looks may hold in memory at once.
public struct LookLimit: Sendable {
  /// In bytes, for every accepted line.
  public var perLine: Int
  /// In bytes, however few lines there are.
  public var atLeast: Int

  public init(perLine: Int, atLeast: Int) {
    self.perLine = perLine
    self.atLeast = atLeast
  }

  public static let standard = LookLimit(perLine: 10, atLeast: 64 << 20)

  func bytes(lines: Int) -> Int { max(atLeast, perLine * lines) }
}
