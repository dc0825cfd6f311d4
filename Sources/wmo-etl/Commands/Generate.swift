import ArgumentParser
import Ingest

/// `wmo-etl generate`: made-up input files.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write made-up input files: a published scenario, or a municipality of any size.",
    discussion: """
      The same options give the same bytes. No record is about a real person.

      Examples:
        wmo-etl generate --scenario zoetermeer-2017 --output sample
        wmo-etl generate --lines 1000000 --allocations 40000 --seed 7 --output big
      """
  )

  @Option(help: "Write the records of a published analysis: zoetermeer-2017.")
  var scenario: Scenario?

  @Option(help: ArgumentHelp("The folder for the files; it is created.", valueName: "folder"))
  var output: String

  @Option(help: "The dialect of the files.")
  var dialect: OutputDialect = .iso

  func run() throws {
    try ZoetermeerScenario().write(to: output, dialect: dialect)
  }
}

/// The scenarios, by name.
enum Scenario: String, CaseIterable, ExpressibleByArgument {
  case zoetermeer2017 = "zoetermeer-2017"
}
