import Analytics
import CMalloc
import Dispatch
import Foundation
import Ingest

/// The way of the data on one page: files → prepared parts → registers → lines → ledger.
struct Pipeline {
  let configuration: Configuration
  let folder: InputFolder
  let workers: Int
  let chunkSize: Int
  let progress: ReadingProgress?
  var rules = RuleChoice.all
  var memoryBudget = MemoryBudget.standard

  /// What a run knows before it publishes.
  struct Result {
    let configuration: Configuration
    let folder: FolderAccount
    let inputs: [InputAccount]
    let remarks: InputRemarks
    let ledger: Ledger
    let tally: PartTallies
    /// Nil where they are switched off.
    let findings: Findings?
    let durations: Durations
  }

  func run() throws -> Result {
    var durations = Durations()
    let preparation = try Preparation(folder, configuration: configuration, rules: Rule.all)
    try preparation.refuseEqualParts()
    durations.lap("prepare")

    let (reader, registers) = try readReference(preparation)
    malloc_trim(0)  // What the threads have freed by now would stay theirs.
    durations.lap("registers")

    let outcome = try read(reader, registers.data)
    let last = try outcome.finalRecheck(workers: workers).map {
      try reader.recheck(
        $0, tally: outcome.tally, workers: workers, chunkSize: chunkSize)
    }
    durations.lap("declarations")

    let ledger = Ledger(
      outcome.accumulator.ledger, registers: registers.data, parameters: configuration.counting,
      workers: workers)
    durations.lap("ledger")
    let findings = Findings(
      outcome, last: last, linesInWindow: ledger.lines.linesInWindow,
      registers: registers.data, workers: workers)
    durations.lap("findings")
    let inputs = InputAccount.accounts(
      try preparation.fingerprints(workers: workers), declarations: outcome.tally,
      registers: registers.counts)
    durations.lap("fingerprints")
    return Result(
      configuration: configuration, folder: folder.account, inputs: inputs,
      remarks: folder.remarks + preparation.remarks + registers.remarks
        + preparation.remarksOfReading + Self.joins(ledger, outcome.tally),
      ledger: ledger, tally: outcome.tally, findings: findings, durations: durations)
  }

  /// Reads the municipality's own files. The texts of their identifiers are let go of here: the
  /// reader has tables of its own.
  private func readReference(
    _ preparation: Preparation
  ) throws -> (
    reader: DeclarationReader,
    (data: Registers, counts: [RegisterCount], remarks: InputRemarks)
  ) {
    let registers = try RegisterReader(
      preparation: preparation, configuration: configuration, workers: workers,
      chunkSize: min(chunkSize, RegisterReader.defaultChunkSize)
    ).read()
    var reader = DeclarationReader(
      preparation, configuration: configuration, data: registers.data, index: registers.index)
    reader.memoryBudget = memoryBudget
    return (reader, (registers.data, registers.counts, registers.remarks))
  }

  private func read(
    _ reader: DeclarationReader, _ registers: Registers
  ) throws -> DeclarationOutcome<RunAccumulator> {
    let grid = PeriodGrid(configuration.counting)
    let lineRules =
      rules == .none
      ? nil : LineRules(registers, doubleDebitsFrom: configuration.settings(of: "R212").from)
    let fold = RunAccumulator(
      grid: grid, basis: configuration.counting.basis, registers: registers, rules: lineRules)
    return try reader.read(workers: workers, chunkSize: chunkSize, progress: progress) {
      fold.forWorker()
    }
  }
}

/// How long each stage took, for the manifest; the only figures of a run that vary.
struct Durations {
  private(set) var laps: [(stage: String, milliseconds: Int)] = []
  private var last = DispatchTime.now()

  mutating func lap(_ stage: String) {
    let now = DispatchTime.now()
    let elapsed = Int(now.uptimeNanoseconds - last.uptimeNanoseconds)
    laps.append((stage, elapsed / 1_000_000))
    last = now
  }
}
