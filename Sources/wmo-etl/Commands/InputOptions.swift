import Analytics
import ArgumentParser
import Foundation
import Ingest
import Runs

/// The flags that say what is read and how, shared by `run` and `check`.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration; without it, wmo-etl.toml in the input folder when it is there.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "- reads the declarations from standard input instead of the folder.", valueName: "-"))
  var declaraties: String?

  @Option(
    help: ArgumentHelp(
      "The reporting window, both days included: 2017-01-01..2017-10-15.", valueName: "van..tot"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      "The date that counts: prestatie (begin of the product period) or declaratie.",
      valueName: "basis"))
  var basis: String?

  @Option(help: ArgumentHelp("Threads at work; default: one per processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Show neither warnings nor, on a terminal, progress.")
  var quiet = false

  /// Which rules for accepted lines are applied. For measuring what they cost.
  @Option(help: .hidden)
  var rules: RuleChoice = .all

  /// Bytes a worker takes at a time; no result depends on it. For tests.
  @Option(help: .hidden)
  var chunkSize: Int = DeclarationReader.defaultChunkSize

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); give at least 1") }
    guard chunkSize >= 1 else { throw ValidationError("--chunk-size must be at least 1") }
    if let declaraties, declaraties != "-" {
      throw ValidationError("--declaraties takes only -, for standard input")
    }
    if let basis, CountingParameters.Basis(rawValue: basis) == nil {
      throw ValidationError("--basis is '\(basis)'; give prestatie or declaratie")
    }
    if let period, days(of: period) == nil {
      throw ValidationError(
        "--period is '\(period)'; give two days as in 2017-01-01..2017-10-15, the first not later")
    }
  }

  /// Either end may be left out: `2017-01-01..`.
  private func days(of period: String) -> (from: Day?, to: Day?)? {
    let ends = period.components(separatedBy: "..")
    guard ends.count == 2 else { return nil }
    let days = ends.map { Day(isoText: $0) }
    for (text, day) in zip(ends, days) where day == nil && !text.isEmpty { return nil }
    if let from = days[0], let to = days[1], to < from { return nil }
    return (days[0], days[1])
  }

  /// The configuration, with these flags over the file, which may lie in the input folder.
  func configuration(inputFolder: String) throws -> Configuration {
    var configuration = try ConfigurationReader.read(
      path: config, inputFolder: inputFolder, rules: Rule.all)
    if let period, let days = days(of: period) {
      configuration.counting.windowFrom = days.from
      configuration.counting.windowTo = days.to
    }
    if let basis = basis.flatMap(CountingParameters.Basis.init(rawValue:)) {
      configuration.counting.basis = basis
    }
    if configuration.counting.hasReversedComparison {
      throw RunFailure(
        .configuration,
        "with --period \(period ?? "") the comparison of [vergelijking] would begin after its last "
          + "day, as its missing end is that of the period, one year earlier; give both ends")
    }
    return configuration
  }

  /// The pipeline that reads the files of a folder, and who watches it.
  func pipeline(inputFolder: String) throws -> (Pipeline, ProgressLine) {
    let configuration = try configuration(inputFolder: inputFolder)
    let folder = try InputFolder(
      path: inputFolder, declarationsFromStandardInput: declaraties == "-",
      configuration: configuration)
    let terminal = ProgressLine(isWanted: !quiet, folder: folder)
    let pipeline = Pipeline(
      configuration: configuration, folder: folder,
      workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount, chunkSize: chunkSize,
      progress: terminal.progress, rules: rules)
    return (pipeline, terminal)
  }
}

extension RuleChoice: ExpressibleByArgument {}
