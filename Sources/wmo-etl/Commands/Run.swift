import ArgumentParser
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
    if let missingPrinter = published.missingPrinter { throw missingPrinter }
  }
}
