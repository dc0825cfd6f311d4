import ArgumentParser
import Runs

/// `wmo-etl regio`: the figures of several municipalities as those of one region.
struct Region: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regio",
    abstract: "Put the runs of several municipalities together as a region.",
    discussion: """
      Each municipality runs its own declarations; this adds up what their runs say in the tables \
      regio and overlap. It reads nothing but report.json of each run, so no client leaves a \
      municipality, and writes DIR/regio.csv and DIR/overlap.csv: every municipality with every \
      function, then the region. Older files of these names are replaced. In whatever order the runs \
      are given, the files are the same.

      The runs must be of one period and one basis, count by the same functie of [regio] and the \
      same groep and met of [overlap], and have no municipality in common. Clients whose municipality \
      is unknown are added up. A client or an indication that two municipalities know counts in both.

      The files are internal: they show small groups, as the tables of a run do.

      EXAMPLES
        wmo-etl regio eijsden/out gulpen/out maastricht/out --output regio
        wmo-etl regio out-*/latest --output regio
      """)

  @Argument(
    help: ArgumentHelp(
      "The folders of published runs, or the output folders for their latest ones.",
      valueName: "run"),
    completion: .directory)
  var runs: [String]

  @Option(
    help: ArgumentHelp(
      "Where to write; made if it is not there, and not in a run.", valueName: "dir"),
    completion: .directory)
  var output: String

  func run() throws {
    let runs = try runs.map { try PublishedRun(folderOrOutput: $0) }
    try RegionFiles(runs).write(to: output)
  }
}
