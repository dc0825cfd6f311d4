import ArgumentParser
import Ingest
import Reporting

/// `wmo-etl rules`: every rule.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules that lines are checked against.",
    discussion: """
      EXAMPLES
        wmo-etl rules
        wmo-etl rules --json
      """
  )

  @Flag(help: "Print JSON.")
  var json = false

  /// For docs/rules.md; see `make docs`.
  @Flag(help: .hidden)
  var markdown = false

  func run() throws {
    if json {
      try StandardOutput.write(JSONWriter.bytes(of: RuleDocument.json))
    } else if markdown {
      try StandardOutput.print(RuleDocument.markdown, terminator: "")
    } else {
      try StandardOutput.print(RuleDocument.list)
    }
  }
}
