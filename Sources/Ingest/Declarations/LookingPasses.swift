/// The passes after the first: they look at some lines once more, for double reference numbers
/// (R104) and for what the fold could not decide.
///
/// One pass does both, as a rule. Where that would hold too many lines in memory, the work is
/// divided into shares with a pass each: first the search for double numbers, then the look, which
/// has to know the lines that are rejected. The number of shares doubles until each fits, so memory
/// is bounded and time is what very bad data cost.
struct LookingPasses {
  let reader: DeclarationReader
  /// Of the first pass.
  let tally: PartTallies
  let workers: Int
  let chunkSize: Int

  /// Most shares that the work is divided into. Then no share is too large any more: one number or
  /// one allocation has so many lines, and more shares would not divide them.
  private static let shareLimit = 16

  /// The places of the lines that R104 rejects, and the look, concluded.
  ///
  /// `remove` gets the rejected lines as they are found. `chunks`: those that may hold `duplicates`
  /// where there is no look.
  func look<Look: LineLook>(
    _ look: Look?, _ duplicates: HashSet, in chunks: Set<Int>?,
    remove: ([DuplicateSearch.Loser]) -> Void
  ) throws -> (losers: [LinePlace], look: Look?) {
    if duplicates.isEmpty, look == nil { return ([], nil) }
    if let (found, look) = try pass(look, duplicates, in: chunks) {
      remove(found)
      let losers = found.map(\.place)
      return (losers, look.map { concluded($0, Set(losers)) })
    }
    let losers = try search(duplicates, remove: remove)
    return (losers, try look.map { try self.look($0, losers: Set(losers)) })
  }

  /// Shows a look the lines that it wants, and lets it conclude.
  func look<Look: LineLook>(_ look: Look, losers: Set<LinePlace>) throws -> Look {
    try inShares { count -> Look? in
      var whole: Look?
      for index in 0..<count {
        let share = look.share(index, of: count)
        guard
          let (_, seen) = try pass(share, isLimited: count < Self.shareLimit), let seen
        else { return nil }
        let done = concluded(seen, losers)
        if whole == nil { whole = done } else { whole?.merge(done) }
      }
      return whole
    }
  }

  /// The places of the lines that R104 rejects.
  private func search(
    _ duplicates: HashSet, remove: ([DuplicateSearch.Loser]) -> Void
  ) throws -> [LinePlace] {
    let found = try inShares { count -> [DuplicateSearch.Loser]? in
      // What is removed cannot be taken back, so all shares have to fit before.
      var losers: [DuplicateSearch.Loser] = []
      for share in 0..<count {
        let some = duplicates.share(share, of: count)
        guard
          let (found, _) = try pass(NoLook?.none, some, isLimited: count < Self.shareLimit)
        else { return nil }
        losers += found
      }
      return losers
    }
    remove(found)
    return found.map(\.place)
  }

  /// `work` gives nil where a share is too large, which none is of the most shares.
  private func inShares<Result>(_ work: (_ count: Int) throws -> Result?) throws -> Result {
    var count = 1
    while true {
      if let result = try work(count) { return result }
      count *= 2
    }
  }

  private func concluded<Look: LineLook>(_ look: Look, _ losers: Set<LinePlace>) -> Look {
    var look = look
    look.conclude(tally, losers: losers, workers: workers)
    return look
  }

  /// The lines that R104 rejects and the merged look; nil when there were too many lines.
  private func pass<Look: LineLook>(
    _ look: Look?, _ duplicates: HashSet = HashSet(), in chunks: Set<Int>? = nil,
    isLimited: Bool = true
  ) throws -> ([DuplicateSearch.Loser], Look?)? {
    let filter = LookFilter(
      look?.wanted ?? WantedLines(), duplicates, reader.resolver.allocations)
    let limit = isLimited ? reader.lookLimit.bytes(lines: tally.acceptedCount) : .max
    var second: [LineWorker<LookingSink<Look>>]
    do {
      let parts = try reader.parts.map { try $0.again() }
      let skips = chunks.map { tally.skips(allBut: $0) } ?? []
      second = try reader.pass(parts, workers, chunkSize, skips: skips) {
        LookingSink(
          duplicates: DuplicateSearch(duplicates), look: look, filter: filter,
          limit: limit / workers)
      }
    } catch is TooManyLines {
      return nil
    }
    if let part = tally.changedPart(second.map(\.tally), wanted: chunks) {
      throw RunFailure.changedInput(part)
    }
    // Each look is let go of as soon as it is merged.
    var sinks = second.map(\.sink)
    second = []
    var merged = sinks[0].look
    for index in sinks.indices {
      let look = sinks[index].look
      sinks[index].look = nil
      if index > 0, let look { merged?.merge(look) }
    }
    return (DuplicateSearch.losers(sinks.flatMap(\.duplicates.candidates)), merged)
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

  public static let standard = LookLimit(perLine: 20, atLeast: 64 << 20)

  func bytes(lines: Int) -> Int { max(atLeast, perLine * lines) }
}

/// A second look would hold more lines than it may.
struct TooManyLines: Error {}
