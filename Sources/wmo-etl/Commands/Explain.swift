import Analytics
import ArgumentParser
import Ingest

/// `wmo-etl explain R208`: one rule.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a rule means, with an example and what to do.",
    discussion: """
      EXAMPLE
        wmo-etl explain R208
      """
  )

  @Argument(help: ArgumentHelp("The rule's code, such as R208.", valueName: "rule"))
  var code: String

  func validate() throws {
    guard rule != nil else {
      throw ValidationError("there is no rule '\(code)'; wmo-etl rules lists them")
    }
  }

  func run() throws {
    if let rule { try StandardOutput.print(RuleDocument.text(of: rule)) }
  }

  private var rule: Rule? { Rule(code: code.uppercased()) }
}
