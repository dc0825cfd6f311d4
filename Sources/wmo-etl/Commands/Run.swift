import ArgumentParser
import Ingest
import Runs

/// `wmo-etl run`: from CSV files to a published run.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the CSV files of a folder and publish the tables.",
    discussion: """
      Publishes one run atomically: a folder of tables, report.json, a workbook, an annex, \
      rejects, findings and a manifest below OUTPUT, to which the link OUTPUT/latest leads. On \
      success nothing is printed but progress on a terminal, so the command can run in cron.

      EXAMPLES
        wmo-etl run --input data-samples/zoetermeer-2017 --output out
        wmo-etl run --input in --output out --period 2017-01-01..2017-12-31
        wmo-etl run --input in --output out --publicatie
        zcat declaraties.csv.gz | wmo-etl run --input in --output out --declaraties -

      With [bewaking] in the configuration a run that differs too much from the latest one is \
      published and held: latest stays, and the exit status is 76 with a line for each reason. \
      wmo-etl release lets it count. With [bewaren] older runs are removed.
      """)

  @Option(
    help: ArgumentHelp("The folder with the CSV files.", valueName: "dir"),
    completion: .directory)
  var input: String

  @OptionGroup var options: InputOptions

  @Option(
    help: ArgumentHelp("The folder below which the run is published.", valueName: "dir"),
    completion: .directory)
  var output: String

  @OptionGroup var formats: FormatOptions

  @Flag(
    help: ArgumentHelp(
      "Make the edition that may leave the building, too, as wmo-etl publish does. Where that fails "
        + "the run stays published, and the exit status tells why."))
  var publicatie = false

  @OptionGroup var edition: EditionOptions

  @Flag(help: "Publish without asking the guard ([bewaking]); the manifest says so.")
  var force = false

  func validate() throws {
    guard publicatie else {
      if edition.alOpenbaar {
        throw ValidationError("--al-openbaar is for --publicatie; give both")
      }
      return
    }
    guard formats.hasJSON else {
      throw ValidationError("--publicatie reads report.json; give json among --format, too")
    }
  }

  @Flag(
    help: ArgumentHelp(
      "Write one line about the run to standard error at its end, in logfmt: stages with their "
        + "durations, counts and the exit status; no value of a file."))
  var log = false

  func run() throws {
    var line = RunLog(command: "run", paths: [("input", input), ("output", output)])
    do {
      try publish(&line)
      if log { line.end(.published) }
    } catch {
      if log { line.end((error as? RunFailure)?.status ?? .internalError) }
      throw error
    }
  }

  private func publish(_ line: inout RunLog) throws {
    let sourceDate = try SourceDate.fromEnvironment()
    let (pipeline, terminal) = try options.pipeline(inputFolder: input)
    defer { line.add(pipeline.durations) }
    let publication = try Publication(output: output)
    let result = try terminal.read(pipeline)
    let published = try pipeline.publish(
      result, in: publication, as: formats.choice, sourceDate: sourceDate, isForced: force)
    line.add(published)
    terminal.say(
      "published \(output)/\(published.name): \(published.acceptedCount) lines accepted, "
        + "\(published.rejectedCount) rejected")
    guard published.reasonsToHold.isEmpty else {
      // What nobody has looked at does not leave the building either.
      throw RunFailure.held(
        published.name, in: output, latest: published.previous, published.reasonsToHold)
    }
    if publicatie {
      try edition.publish(
        PublishedRun(folder: "\(output)/\(published.name)"), lock: publication.lock,
        parameters: result.configuration.publication, language: formats.language,
        pdf: formats.pdf, jobs: options.jobs, quiet: options.quiet)
    }
    if let failure = published.failedRemoval ?? published.missingPrinter { throw failure }
  }
}
