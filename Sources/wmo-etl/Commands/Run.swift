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

  func run() throws {
    let sourceDate = try SourceDate.fromEnvironment()
    let (pipeline, terminal) = try options.pipeline(inputFolder: input)
    let publication = try Publication(output: output)
    let result = try terminal.read(pipeline)
    let published = try pipeline.publish(
      result, in: publication, as: formats.choice, sourceDate: sourceDate)
    terminal.say(
      "published \(output)/\(published.name): \(published.acceptedCount) lines accepted, "
        + "\(published.rejectedCount) rejected")
    if publicatie {
      try edition.publish(
        PublishedRun(folder: "\(output)/\(published.name)"), lock: publication.lock,
        parameters: result.configuration.publication, language: formats.language,
        pdf: formats.pdf, jobs: options.jobs, quiet: options.quiet)
    }
    if let missingPrinter = published.missingPrinter { throw missingPrinter }
  }
}
