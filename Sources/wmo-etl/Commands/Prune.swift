import Analytics
import ArgumentParser
import Ingest
import Runs

/// `wmo-etl prune`: removes older runs by hand.
struct Prune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove older runs of an output folder, as [bewaren] says.",
    discussion: """
      What stays: the newest runs ([bewaren] runs), the last run of each of the last months (maanden, \
      with that of the newest run), the one to which latest leads, held runs, runs with an edition, \
      and everything that is no run. A run does the same after it is published, and its manifest \
      names what went.

      [bewaren] is taken from the configuration of the latest run, unless --config, --runs or \
      --maanden is given. The names of the runs that go are printed.

      EXAMPLES
        wmo-etl prune out --dry-run
        wmo-etl prune out --runs 30 --maanden 13
      """)

  @Argument(
    help: ArgumentHelp("The folder below which runs are published.", valueName: "output"),
    completion: .directory)
  var output: String

  @Flag(help: "Print the names of the runs that would go, and remove nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("The configuration with [bewaren].", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(help: ArgumentHelp("The newest runs to keep.", valueName: "n"))
  var runs: Int?

  @Option(help: ArgumentHelp("The months of which the last run is kept.", valueName: "n"))
  var maanden: Int?

  func validate() throws {
    if let runs, runs < 1 { throw ValidationError("--runs is \(runs); give at least 1") }
    if let maanden, maanden < 0 { throw ValidationError("--maanden is \(maanden); give 0 or more") }
  }

  func run() throws {
    let folder = OutputFolder(output)
    let configured = try config.map {
      try ConfigurationReader.read(path: $0, inputFolder: "", rules: Rule.all).retention
    }
    var parameters = try configured ?? folder.retentionOfLatest()
    if runs != nil || maanden != nil { parameters = parameters ?? RetentionParameters() }
    if let runs { parameters?.runs = runs }
    if let maanden { parameters?.months = maanden }
    guard let parameters else {
      return StandardError.tell(
        "wmo-etl: the configuration has no [bewaren], so all runs of \(output) stay; give --runs and "
          + "--maanden, or a --config that has it")
    }
    for name in try folder.prune(parameters, isDry: dryRun) { try StandardOutput.print(name) }
  }
}
