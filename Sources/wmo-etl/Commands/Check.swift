import Analytics
import ArgumentParser
import Ingest
import Reporting
import Runs

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
      return try Gates.check(
        shares, options.configuration(inputFolder: folder), ofPublishedRun: true)
    }
    let (pipeline, terminal) = try options.pipeline(inputFolder: folder)
    let result = try terminal.read(pipeline)
    let ladder = try pipeline.tabulate(result).ladder
    if let letter = try letterOptions.made(of: result) {
      // No provider is written to about figures that are not to be trusted.
      try Gates.checkFigures(result)
      try StandardOutput.print(letterOptions.written(letter), terminator: "")
    } else {
      for note in result.remarks.notes { try StandardOutput.print(note) }
      if !result.remarks.notes.isEmpty { try StandardOutput.print() }
      let findings = FindingTables.findings(result.findings)
      try StandardOutput.print(TextFormat(precision: .exact).text(of: findings))
      try StandardOutput.print(ladder.text)
    }
    try Gates.check(result)
  }
}

/// The flags of `check` that make a list for one provider.
struct LetterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print nothing but the findings on the lines of the provider with this AGB code, in Dutch.",
      valueName: "agb"))
  var letter: String?

  @Option(help: ArgumentHelp("How --letter is written; default: text.", valueName: "format"))
  var letterFormat: LetterFormat?

  func validate() throws {
    guard let letter else {
      if letterFormat != nil { throw ValidationError("--letter-format needs --letter") }
      return
    }
    let isCode = letter.utf8.count == 8 && letter.utf8.allSatisfy { 48...57 ~= $0 }
    if !isCode {
      throw ValidationError("--letter is '\(letter)'; give an AGB code, which has 8 digits")
    }
  }

  /// The letter in the format that was asked for.
  func written(_ letter: ProviderLetter) throws -> String {
    switch letterFormat ?? .text {
    case .text: letter.text
    case .html: try letter.html()
    }
  }

  /// The letter of a run; nil where none was asked for. Throws 65 for an unknown AGB code.
  func made(of result: Pipeline.Result) throws(RunFailure) -> ProviderLetter? {
    guard let letter, let findings = result.findings else { return nil }
    let made = ProviderLetter(
      agb: letter, findings: findings, providers: result.ledger.registers.providers,
      municipality: result.configuration.municipalityName)
    guard let made else { throw .noProvider(letter) }
    return made
  }
}

/// How a letter is written.
enum LetterFormat: String, CaseIterable, ExpressibleByArgument {
  case text, html
}

/// The wording of letters that cannot be written.
extension RunFailure {
  /// `agb` is what the user gave, not what a file holds.
  static func noProvider(_ agb: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "aanbieders has no provider with AGB code \(agb); --letter takes one of its column "
        + "aanbieder_agb, leading zeros included")
  }
}
