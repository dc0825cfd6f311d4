import Synchronization

/// Reads all declaration lines of a run: checks each, adds up the accepted ones and names the others.
///
/// ```swift
/// let reader = DeclarationReader(
///   preparation, configuration: configuration, data: registers.data, index: registers.index)
/// let outcome = try reader.read(into: LedgerState(…), workers: 2)
/// ```
public struct DeclarationReader {
  let parts: [PreparedPart]
  let readings: [PartReading]
  let resolver: LineResolver
  public var memoryBudget = MemoryBudget.standard

  public init(
    _ preparation: Preparation, configuration: Configuration, data: Registers, index: RegisterIndex
  ) {
    // So the places of lines come in the order of their files' names.
    let parts = (preparation.parts[.declarations] ?? []).sorted {
      precedesByteWise($0.name, $1.name)
    }
    self.parts = parts
    readings = parts.map { PartReading($0, configuration: configuration) }
    resolver = LineResolver(index, data)
  }

  /// Chunks of this many bytes keep a worker's text and blocks in its cache.
  public static let defaultChunkSize = 1 << 20

  /// Adds the accepted lines to a state; the result is the same for any number of workers and chunk size.
  ///
  /// Throws 65 or 74 for the earliest thing in the files that makes them unusable.
  public func read<State: Accumulator>(
    into empty: State, workers: Int, chunkSize: Int = defaultChunkSize,
    progress: ReadingProgress? = nil
  ) throws -> DeclarationOutcome<State> {
    var first = try pass(parts, workers, chunkSize, progress) {
      AccumulatingSink(
        accumulator: empty.forWorker(),
        references: DuplicateFilter(empty.expectsRecheck ? .threeBytes : .fourBytes))
    }
    try refuseCitizenNumbers(first.map(\.citizenNumbers))
    try refuseUnmappedSigns(
      first.map(\.citizenNumbers), workers: workers, chunkSize: chunkSize)
    let accumulators = first.map(\.sink.accumulator)
    var passes = RecheckPasses(
      self, PartTallies(parts, first.map(\.tally)),
      suspects: SuspectNumbers(first.map(\.sink.references), workers: workers), workers: workers,
      chunkSize: chunkSize)
    try refuseCutInput(passes.tally.parts)
    let acceptedCount = passes.tally.acceptedCount
    let chunks = self.chunks(of: passes.suspects, first)
    first = []  // The filters are not needed any more, and what follows wants room.
    var accumulator = accumulators[0]
    for other in accumulators.dropFirst() { accumulator.merge(other) }
    let recheck = accumulator.recheck(passes.suspects.outline, workers: workers)
    let shared = Mutex(accumulator)
    let done = try passes.recheck(recheck, in: chunks) { lines in
      shared.withLock { $0.retract(lines) }
    }
    return DeclarationOutcome(
      accumulator: shared.withLock { $0 }, tally: passes.tally, recheck: done,
      duplicateCount: acceptedCount - passes.tally.acceptedCount)
  }

  /// Shows a recheck the lines that it wants, once more.
  public func recheck<Recheck: LineRecheck>(
    _ recheck: Recheck, tally: PartTallies, workers: Int, chunkSize: Int = defaultChunkSize
  ) throws -> Recheck {
    try RecheckPasses(self, tally, workers: workers, chunkSize: chunkSize).recheck(recheck)
  }

  /// One pass over untouched parts, with new sinks.
  func pass<Sink: LineSink>(
    _ parts: [PreparedPart], _ workers: Int, _ chunkSize: Int, skips: [ChunkSkip] = [],
    _ progress: ReadingProgress? = nil, makeSink: () -> Sink
  ) throws -> [LineWorker<Sink>] {
    let chunks = ChunkReader(parts, chunkSize: chunkSize, skips: skips)
    let team = (0..<max(1, workers)).map { _ in
      LineWorker(
        parts, readings: readings, resolver: resolver, sink: makeSink(), progress: progress)
    }
    try chunks.distribute(among: team)
    return team
  }

  /// What wrote to a pipe may have died, and nothing but the missing line end tells of it.
  private func refuseCutInput(_ parts: [PartTallies.Part]) throws {
    for part in parts where part.name == InputPart.standardInput.name && part.lines.isCut {
      throw RunFailure.standardInputCut(line: part.lines.count)
    }
  }

  private func refuseCitizenNumbers(_ sketches: [[ColumnSketches]]) throws {
    var merged: [String: CitizenNumberSketch] = [:]
    var order: [String] = []
    for (_, column, sketch) in sketches.joined().flatMap(\.named) {
      if merged[column] == nil { order.append(column) }
      merged[column, default: CitizenNumberSketch()].merge(sketch)
    }
    let suspects = order.filter { merged[$0]?.isSuspect == true }
    guard suspects.isEmpty else {
      throw RunFailure.citizenNumbers(file: FileKind.declarations.name, columns: suspects)
    }
  }
}

/// The sink of the first pass.
struct AccumulatingSink<State: Accumulator>: LineSink {
  var accumulator: State
  let references: DuplicateFilter

  var filter: CandidateFilter? { nil }

  mutating func take(_ batch: LineBatch) {
    accumulator.update(batch)
    for index in batch.lines.indices {
      let hash = batch.referenceHashes[index]
      if hash != 0 { references.add(hash, chunk: batch.chunkIndex) }
    }
  }
}

/// What reading the declarations came to.
public struct DeclarationOutcome<State: Accumulator>: Sendable {
  public let accumulator: State
  public let tally: PartTallies
  /// The accumulator's recheck, done; nil where it asked for none.
  public let recheck: State.Recheck?
  /// Lines that R104 rejects.
  public let duplicateCount: Int
}
