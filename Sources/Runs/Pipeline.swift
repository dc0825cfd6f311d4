package import Analytics
import CMalloc
import Foundation
package import Ingest
import Reporting

/// From files to a published run, on one page:
///
///     inputs → preparation → registers → declarations → recheck → ledger → findings      read
///     → gates → tables → ladder → report → files → published folder                   publish
///
/// In between a command tells the warnings. `check` goes its own way from there: it prints what
/// `tabulate` gives, and comes to the gates last.
package struct Pipeline {
  private let configuration: Configuration
  private let folder: InputFolder
  private let workers: Int
  private let chunkSize: Int
  private let progress: ReadingProgress?
  private let rules: RuleChoice
  var memoryBudget = MemoryBudget.standard
  /// How long each stage took that was reached.
  package let durations = Durations()

  package init(
    configuration: Configuration, folder: InputFolder, workers: Int, chunkSize: Int,
    progress: ReadingProgress? = nil, rules: RuleChoice = .all
  ) {
    (self.configuration, self.folder, self.rules) = (configuration, folder, rules)
    (self.workers, self.chunkSize, self.progress) = (workers, chunkSize, progress)
  }

  /// What a run knows before anything is made of it.
  package struct Result {
    package let configuration: Configuration
    let folder: FolderAccount
    let inputs: [InputAccount]
    package let remarks: InputRemarks
    package let ledger: Ledger
    let signals: Signals
    let tally: PartTallies
    /// Nil where they are switched off.
    package let findings: Findings?
    let durations: Durations
  }

  /// Files → findings. Throws what makes the input unusable.
  package func read() throws -> Result {
    let preparation = try Preparation(folder, configuration: configuration, rules: Rule.all)
    do {
      return try read(preparation, durations)
    } catch {
      // A file that somebody is still writing looks damaged, and is not.
      try preparation.refuseChanges()
      throw error
    }
  }

  private func read(_ preparation: Preparation, _ durations: Durations) throws -> Result {
    try preparation.refuseEqualParts()
    durations.lap("prepare")

    let (reader, registers) = try readRegisters(preparation)
    malloc_trim(0)  // What the threads have freed by now would stay theirs.
    durations.lap("reference")

    let outcome = try readDeclarations(reader, registers.data)
    let recheck = try outcome.finalRecheck(workers: workers).map {
      try reader.recheck($0, tally: outcome.tally, workers: workers, chunkSize: chunkSize)
    }
    durations.lap("declarations")

    let ledger = Ledger(
      outcome.accumulator.ledger, registers: registers.data, parameters: configuration.counting,
      workers: workers)
    let signals = Signals(ledger)
    durations.lap("ledger")

    let findings = Findings(
      outcome, last: recheck, linesInWindow: ledger.lines.linesInWindow,
      registers: registers.data, workers: workers)
    durations.lap("findings")

    let inputs = InputAccount.accounts(
      try preparation.fingerprints(workers: workers), declarations: outcome.tally,
      registers: registers.counts)
    durations.lap("fingerprints")
    return Result(
      configuration: configuration, folder: folder.account, inputs: inputs,
      remarks: folder.remarks + preparation.remarks + registers.remarks
        + preparation.remarksOfReading + Self.joins(ledger, outcome.tally)
        + Self.tables(ledger, signals),
      ledger: ledger, signals: signals, tally: outcome.tally, findings: findings,
      durations: durations)
  }

  /// Findings → published folder. `isForced`: whatever the guard would say of it.
  ///
  /// Throws 65 at a closed gate, 70 where a step does not balance, and 73 or 74; then nothing is
  /// published.
  package func publish(
    _ result: Result, in publication: Publication, as formats: FormatChoice, sourceDate: Int?,
    isForced: Bool = false
  ) throws -> Published {
    let name = RunName(
      secondsSince1970: Int(Date().timeIntervalSince1970), hash: Manifest.hash(of: result))
    // Of too many rejects (R302) nothing is left behind but their list.
    try Gates.check(result) {
      let rejects = LineFiles.rejects(result.tally.rejects)
      return "\(publication.output)/\(try publication.leave(rejects: rejects, of: name))"
    }
    let (tables, ladder) = try tabulate(result)
    result.durations.lap("tables")
    let report = try report(result, tables, ladder, sourceDate: sourceDate)
    let missingPrinter = try formats.make(of: report, workers: workers, orElse: \.isDefault) {
      try publication.write(name: $0.path, bytes: $0.bytes)
    }
    try writeLineFiles(result, report.findings, to: publication)
    let risks = DisclosureRisks(of: result.ledger, workers: workers)
    try publication.write(name: RisksWriter.fileName, bytes: RisksWriter.bytes(of: risks))
    result.durations.lap("files")
    let output = OutputFolder(publication.output)
    var manifest = Manifest(result: result, ladder: ladder, outputs: publication.outputs)
    manifest.previous = try output.latestName()
    manifest.verdict = try RunGuard.verdict(
      on: result, ladder, in: output, isForced: isForced)
    let isHeld = !manifest.verdict.reasons.isEmpty
    if !isHeld, let retention = result.configuration.retention {
      manifest.removed = try output.removable(
        retention, adding: publication.free(name).text)
    }
    try publication.write(name: "manifest.json", bytes: manifest.bytes)
    return Published(
      name: try publication.publish(as: name, isHeld: isHeld), previous: manifest.previous,
      acceptedCount: ladder.acceptedCount, rejectedCount: ladder.rejectedCount,
      missingPrinter: missingPrinter, reasonsToHold: manifest.verdict.reasons.map(\.english),
      failedRemoval: output.failedRemoval(of: manifest.removed))
  }

  /// What a command tells of a run that was published.
  package struct Published {
    package let name: String
    /// The run to which `latest` led before.
    package let previous: String?
    package let acceptedCount: Int
    package let rejectedCount: Int
    /// Why the annex could not be printed, when that was asked for; all the rest is published.
    package let missingPrinter: RunFailure?
    /// Why the guard holds the run, in English; empty where it counts.
    package let reasonsToHold: [String]
    /// Why runs that `[bewaren]` does not keep could not be removed; the run itself is published.
    package let failedRemoval: RunFailure?
  }
}

// The steps, in their order.
extension Pipeline {
  /// Reads the municipality's own files. The texts of their identifiers are let go of here: the
  /// reader has tables of its own.
  private func readRegisters(
    _ preparation: Preparation
  ) throws -> (
    reader: DeclarationReader,
    registers: (data: Registers, counts: [RegisterCount], remarks: InputRemarks)
  ) {
    let registers = try RegisterReader(
      preparation: preparation, configuration: configuration, workers: workers,
      chunkSize: min(chunkSize, RegisterReader.defaultChunkSize)
    ).read()
    try configuration.refuseUnknownFunctions(in: registers.data)
    try registers.data.refuseUnusableMoney(configuration.counting)
    var reader = DeclarationReader(
      preparation, configuration: configuration, data: registers.data, index: registers.index)
    reader.memoryBudget = memoryBudget
    return (reader, (registers.data, registers.counts, registers.remarks))
  }

  private func readDeclarations(
    _ reader: DeclarationReader, _ registers: Registers
  ) throws -> DeclarationOutcome<RunAccumulator> {
    let lineRules =
      rules == .none
      ? nil : LineRules(registers, doubleDebitsFrom: configuration.settings(of: "R212").from)
    let accumulator = RunAccumulator(
      grid: PeriodGrid(configuration.counting), basis: configuration.counting.basis,
      registers: registers, rules: lineRules)
    return try reader.read(
      into: accumulator, workers: workers, chunkSize: chunkSize, progress: progress)
  }

  /// The tables, and the ladder that ends with them. Throws 70 for a step that does not balance.
  package func tabulate(_ result: Result) throws -> (tables: [Table], ladder: Ladder) {
    let tables = Analysis.tables(from: result.ledger, workers: workers)
    return (tables, try Ladder(result, tables: tables))
  }

  func report(
    _ result: Result, _ tables: [Table], _ ladder: Ladder, sourceDate: Int?
  ) throws -> Report {
    var account = try Manifest.account(of: result, ladder)
    account.sourceDate = sourceDate
    return Report(
      version: Version.current,
      municipality: .init(
        code: configuration.municipalityCode, name: configuration.municipalityName),
      ledger: result.ledger, tables: tables,
      findings: [
        FindingTables.findings(result.findings),
        FindingTables.providers(result.findings, result.ledger.registers),
      ],
      account: account)
  }

  /// Writes the files that are no format's: the rejects, the findings as tables and line by line, and
  /// the signals.
  private func writeLineFiles(
    _ result: Result, _ findings: [Table], to publication: Publication
  ) throws {
    try publication.write(name: "rejects.csv", pieces: LineFiles.rejects(result.tally.rejects))
    for table in findings + [result.signals.table] {
      try publication.write(name: "\(table.name).csv", bytes: CSVFormat().bytes(of: table))
    }
    try publication.write(
      name: "bevindingen-regels.csv",
      pieces: LineFiles.findings(result.findings, result.ledger.registers.providers))
  }
}

/// The rules for accepted lines: all of them, or none.
package enum RuleChoice: String, CaseIterable {
  case all, none
}
