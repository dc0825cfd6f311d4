import ArgumentParser
import Runs

/// `wmo-etl report`: the documents of a published run, without reading its input again.
struct MakeReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make the workbook, the annex and other files of a published run.",
    discussion: """
      Reads report.json and manifest.json of the run, checks that the report is the one that was \
      published, and gives the very bytes that run gives. A published run is never changed: the \
      files go beside it, into RUN-rapport, with a manifest of their own.

      EXAMPLES
        wmo-etl report out/latest
        wmo-etl report out/latest --format xlsx --output bijlagen
        wmo-etl report out/latest --csv-profile nl-excel
      """)

  @Argument(
    help: ArgumentHelp("The folder of a published run.", valueName: "run"), completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Where to write; files of the same names are replaced. Default: RUN-rapport.",
      valueName: "dir"),
    completion: .directory)
  var output: String?

  @OptionGroup var formats: FormatOptions

  func run() throws {
    let sourceDate = try SourceDate.fromEnvironment()
    let missingPrinter = try PublishedRun(folder: folder).makeReport(
      as: formats.choice, in: output, sourceDate: sourceDate)
    if let missingPrinter { throw missingPrinter }
  }
}
