import Analytics
import ArgumentParser
import Ingest
import Runs

/// `wmo-etl init DIR`: from a folder of exports to a configuration.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at a folder of exports and write the configuration to begin with.",
    discussion: """
      Finds out which file is which, whatever they are called: by their headers, then by what \
      their columns hold. Writes DIR/wmo-etl.toml with the names of the files, their dialects, the \
      line of the header, our columns under their headers, the municipality and the window, all as \
      far as the files tell. Each decision is printed with its evidence; what is in doubt is told \
      on standard error and stands in the file as a comment, to be settled by a person. No file is \
      moved, and none is changed.

      EXAMPLES
        wmo-etl init exports && wmo-etl run --input exports --output out
        wmo-etl init --force exports

      Exit status: 0, 65 when there is a wmo-etl.toml and no --force, 66 when there is no such \
      folder or nothing in it can be used, 73 or 74 when the file cannot be written.
      """)

  @Argument(
    help: ArgumentHelp("The folder with the exports.", valueName: "dir"), completion: .directory)
  var folder: String

  @Flag(help: "Write wmo-etl.toml anew where there is one.")
  var force = false

  func run() throws {
    let first = try FirstConfiguration(folder: folder, replaces: force, rules: Rule.all)
    try first.write()
    for doubt in first.intake.doubts { StandardError.tell("wmo-etl: \(doubt)") }
    try StandardOutput.print(first.intake.report, terminator: "")
    try StandardOutput.print("written: \(first.path)")
  }
}
