import ArgumentParser
import Ingest
import Reporting
import Runs

/// `wmo-etl publish`: the edition of a published run that may leave the building.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the edition of a run that may leave the building.",
    discussion: """
      The tables of a run are internal: they show groups of one or two clients. An edition hides \
      what could be traced to persons, and as few other figures as it takes so that nothing hidden \
      can be computed; it rounds the rest, and proves that it is safe before it publishes anything. \
      wmo-etl explain publicatie tells more.

      The edition stands in OUTPUT/publicatie, below the name of its run; a second one of the same \
      run gets -2 behind it. Hand out that folder, and nothing else. OUTPUT/publicatie-intern says \
      what each edition hides: keep it inside, and do not remove it. Later editions of the same \
      municipality read it, so that two editions together give nothing away either. Their periods \
      must be the same, lie apart, or lie one within the other.

      [publicatie] in the configuration says how: drempel (the smallest number of clients that may \
      be seen: 10), afronden_aantal (counts to multiples of 5), afronden_bedrag (amounts to \
      multiples of 100 euros), p (how near, in percent, nobody may come to an amount: 20) and \
      aanbieders (by name, or by rang). A run remembers its configuration; --config gives another.

      On success nothing is printed but progress on a terminal. After a failure there is no edition, \
      and the run is as it was.

      EXAMPLES
        wmo-etl publish out
        wmo-etl publish out/20171115T020000Z-3f2a91c0 --config strenger.toml
        wmo-etl run --input in --output out --publicatie
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of a published run, or the output folder for its latest one.", valueName: "run"),
    completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The configuration with [publicatie]; without it, the one that the run was made with.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(help: ArgumentHelp("The language of the annex, nl or en.", valueName: "taal"))
  var taal = AnnexLanguage.dutch.rawValue

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Print the annex as bijlage.pdf, too; needs WeasyPrint. Without either, where that is there.")
  )
  var pdf: Bool?

  @OptionGroup var edition: EditionOptions

  @Option(help: ArgumentHelp("Threads at work; default: one per processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Show no progress on a terminal, and no warnings.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); give at least 1") }
    guard AnnexLanguage(rawValue: taal) != nil else {
      throw ValidationError("--taal is '\(taal)'; give nl or en")
    }
  }

  func run() throws {
    let configured = try config.map {
      try ConfigurationReader.read(path: $0, inputFolder: "", rules: Rule.all).publication
    }
    let run = try PublishedRun(folderOrOutput: folder)
    try run.refuseWhileHeld()
    try edition.publish(
      run, parameters: try configured ?? run.publicationParameters(),
      language: AnnexLanguage(rawValue: taal) ?? .dutch, pdf: pdf, jobs: jobs, quiet: quiet)
  }
}
