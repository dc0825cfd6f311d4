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

  func run() {
    if json {
      print(
        String(decoding: JSONWriter.bytes(of: RuleDocument.json), as: UTF8.self), terminator: "")
    } else if markdown {
      print(RuleDocument.markdown, terminator: "")
    } else {
      print(RuleDocument.list)
    }
  }
}
