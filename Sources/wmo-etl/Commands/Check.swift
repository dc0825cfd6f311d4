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
      """)

  @OptionGroup var input: InputOptions

  func run() throws {
    let folder = try input.folder()
    let terminal = ProgressLine(isWanted: !input.quiet, folder: folder)
    let configuration = try input.configuration()
    let result = try terminal.during {
      try Pipeline(
        configuration: configuration, folder: folder, workers: input.workers,
        chunkSize: input.chunkSize, progress: terminal.progress, rules: input.rules
      ).run()
    }
    let ladder = try Ladder(result, tables: Analysis.tables(from: result.ledger))
    for note in result.notes { print(note) }
    if !result.notes.isEmpty { print() }
    print(TextFormat(precision: .exact).text(of: FindingTables.findings(result.findings)))
    print(ladder.text)
    if let failure = TooManyRejects(result) { throw failure.failure(seeing: nil) }
    try FindingStops.check(result)
  }
}
