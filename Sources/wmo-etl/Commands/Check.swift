import Analytics
import ArgumentParser
import Ingest
import Reporting

/// `wmo-etl check`: everything that `run` does, but publish.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read and check the CSV files of a folder, and publish nothing.",
    discussion: """
      Prints what each rule found, how many lines each rule rejects and how the money adds up \
      from bytes to tables. The exit status is that of run.

      EXAMPLE
        wmo-etl check --input data-samples/zoetermeer-2017
        wmo-etl check --input data-samples/zoetermeer-2017 --letter 75990002
        wmo-etl check --rethreshold out/latest --config new.toml
      """)

  @Option(
    help: ArgumentHelp("The folder with the CSV files.", valueName: "dir"),
    completion: .directory)
  var input: String?

  @OptionGroup var options: InputOptions

  @Option(
    help: ArgumentHelp(
      "Hold the thresholds of the configuration against a published run, without reading data.",
      valueName: "run"),
    completion: .directory)
  var rethreshold: String?

  @OptionGroup var letterOptions: LetterOptions

  func validate() throws {
    if letterOptions.letter != nil {
      if rethreshold != nil { throw ValidationError("--letter does not go with --rethreshold") }
      if options.rules == .none { throw ValidationError("--letter does not go with --rules none") }
    }
    guard input == nil else { return }
    if rethreshold == nil { throw ValidationError("Missing expected argument '--input <dir>'") }
    if options.config == nil {
      throw ValidationError("--rethreshold takes its thresholds from --config, or from --input")
    }
  }

  func run() throws {
    // Without a folder there is a configuration, or nothing would have been valid.
    let folder = input ?? "."
    if let rethreshold {
      let shares = try RuleShare.shares(ofRun: rethreshold)
      return try FindingStops.check(
        shares, options.configuration(inputFolder: folder), ofPublishedRun: true)
    }
    let configuration = try options.configuration(inputFolder: folder)
    let inputs = try options.folder(folder, configuration)
    let terminal = ProgressLine(isWanted: !options.quiet, folder: inputs)
    let result = try terminal.during {
      try Pipeline(
        configuration: configuration, folder: inputs, workers: options.workers,
        chunkSize: options.chunkSize, progress: terminal.progress, rules: options.rules
      ).run()
    }
    terminal.warn(result.warnings)
    let tables = Analysis.tables(from: result.ledger, workers: options.workers)
    let ladder = try Ladder(result, tables: tables)
    if let letter = try letterOptions.made(of: result) {
      // No provider is written to about figures that are not to be trusted.
      if let failure = TooManyRejects(result) { throw failure.failure(seeing: nil) }
      try FindingStops.checkGate(result)
      try StandardOutput.print(letterOptions.written(letter), terminator: "")
      return try FindingStops.check(result)
    }
    for note in result.remarks.notes { try StandardOutput.print(note) }
    if !result.remarks.notes.isEmpty { try StandardOutput.print() }
    let findings = FindingTables.findings(result.findings)
    try StandardOutput.print(TextFormat(precision: .exact).text(of: findings))
    try StandardOutput.print(ladder.text)
    if let failure = TooManyRejects(result) { throw failure.failure(seeing: nil) }
    try FindingStops.check(result)
  }
}
