import ArgumentParser
import Ingest
import Runs

/// `wmo-etl release`: a held run counts from now on.
struct Release: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let a run count that the guard has held.",
    discussion: """
      A run that differs too much from the latest one ([bewaking] in the configuration) is published \
      and held: it stands below OUTPUT, its manifest has status "aangehouden" and the reasons, and \
      latest stays where it was. Look at it (wmo-etl diff OUTPUT/RUN tells what changed), and release \
      it when the change is right; otherwise have the delivery mended and run again.

      EXAMPLE
        wmo-etl release out/20171115T020000Z-3f2a91c0
      """)

  @Argument(
    help: ArgumentHelp("The folder of a held run.", valueName: "run"), completion: .directory)
  var folder: String

  func run() throws {
    let run = try PublishedRun(folder: folder)
    if try run.release() {
      try StandardOutput.print("latest leads to \(run.name) already")
    } else {
      try StandardOutput.print("latest leads to \(run.name)")
    }
  }
}
