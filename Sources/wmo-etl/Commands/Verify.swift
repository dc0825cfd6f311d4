import ArgumentParser
import Ingest
import Runs

/// `wmo-etl verify`: whether a run is what it published.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the files of a published run against its manifest.",
    discussion: """
      Every file must have the hash that the manifest names, and the ladder of the manifest must \
      balance, from records to months. Nothing is written.

      Exit status: 0, 65 with the names of what is not as it was published, 66 when there is no \
      such run.

      EXAMPLES
        wmo-etl verify out/latest
        wmo-etl verify out/20171115T020000Z-3f2a91c0
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of a published run, or the output folder for its latest one.", valueName: "run"),
    completion: .directory)
  var folder: String

  func run() throws {
    let verification = try Verification(of: PublishedRun(folderOrOutput: folder))
    try verification.check()
    try StandardOutput.print(
      "\(verification.run.name): \(verification.run.fileCount) files are as they were published, and "
        + "the ladder balances")
  }
}
