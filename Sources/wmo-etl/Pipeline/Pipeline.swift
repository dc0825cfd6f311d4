import Analytics
import CMalloc
import Dispatch
import Foundation
import Ingest

/// The way of the data on one page: files → prepared parts → reference data → lines → ledger.
struct Pipeline {
  let configuration: Configuration
  let folder: InputFolder
  let workers: Int
  let chunkSize: Int
  let progress: ReadingProgress?
  var rules = RuleChoice.all
  var lookLimit = LookLimit.standard

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
    let preparation = try Preparation(folder, configuration: configuration)
    try preparation.refuseEqualParts()
    durations.lap("prepare")

    let (reader, reference) = try readReference(preparation)
    malloc_trim(0)  // What the threads have freed by now would stay theirs.
    durations.lap("reference")

    let outcome = try read(reader, reference.data)
    let last = try outcome.lastLook(workers: workers).map {
      try reader.lookAgain(
        $0, tally: outcome.tally, workers: workers, chunkSize: chunkSize)
    }
    durations.lap("declarations")

    let ledger = Ledger(
      outcome.fold.ledger, reference: reference.data, parameters: configuration.counting,
      workers: workers)
    durations.lap("ledger")
    let findings = Findings(
      outcome, last: last, linesInWindow: ledger.lines.linesInWindow,
      reference: reference.data, workers: workers)
    durations.lap("findings")
    let inputs = InputAccount.accounts(
      try preparation.fingerprints(workers: workers), declarations: outcome.tally,
      reference: reference.counts)
    durations.lap("fingerprints")
    return Result(
      configuration: configuration, folder: folder.account, inputs: inputs,
      remarks: folder.remarks + preparation.remarks + reference.remarks
        + preparation.remarksOfReading + Self.joins(ledger, outcome.tally),
      ledger: ledger, tally: outcome.tally, findings: findings, durations: durations)
  }

  /// Reads the municipality's own files. The texts of their identifiers are let go of here: the
  /// reader has tables of its own.
  private func readReference(
    _ preparation: Preparation
  ) throws -> (
    reader: DeclarationReader,
    (data: ReferenceData, counts: [ReferenceCount], remarks: InputRemarks)
  ) {
    let reference = try ReferenceReader(
      preparation: preparation, configuration: configuration, workers: workers,
      chunkSize: min(chunkSize, ReferenceReader.defaultChunkSize)
    ).read()
    var reader = DeclarationReader(
      preparation, configuration: configuration, data: reference.data, index: reference.index)
    reader.lookLimit = lookLimit
    return (reader, (reference.data, reference.counts, reference.remarks))
  }

  private func read(
    _ reader: DeclarationReader, _ reference: ReferenceData
  ) throws -> DeclarationOutcome<RunFold> {
    let grid = PeriodGrid(configuration.counting)
    let lineRules =
      rules == .none
      ? nil : LineRules(reference, doubleDebitsFrom: configuration.settings(of: "R212").from)
    let fold = RunFold(
      grid: grid, basis: configuration.counting.basis, reference: reference, rules: lineRules)
    return try reader.read(workers: workers, chunkSize: chunkSize, progress: progress) {
      fold.sibling()
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
