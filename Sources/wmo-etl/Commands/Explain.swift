import Analytics
import ArgumentParser
import Ingest
import Reporting
import Runs

/// `wmo-etl explain R208`, `wmo-etl explain maandverloop`: one rule or one table; or what an edition
/// is.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a rule, a table or an edition means, with an example.",
    discussion: """
      Of a rule: what it finds, an example and what to do. Of a table: what a row and the columns \
      are, how it is counted, and a few declarations with what the program makes of them. Of \
      publicatie: what an edition that may leave the building hides, and why. Without a name the \
      tables are listed; wmo-etl rules lists the rules.

      EXAMPLES
        wmo-etl explain R208
        wmo-etl explain maandverloop
        wmo-etl explain publicatie
        wmo-etl explain wijken --config wmo-etl.toml
      """)

  @Argument(
    help: ArgumentHelp(
      "The code of a rule, such as R208, a table, or publicatie.", valueName: "name"),
    completion: .list(
      Analysis.all.map(\.name) + Rule.all.map(\.code) + [EditionExplanation.name]))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "A table's counting rules by this configuration; default: the contract's. The example has "
        + "rules of its own.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  func validate() throws {
    guard let name else {
      if config == nil { return }
      throw ValidationError("--config is for a table; name one")
    }
    if Rule(code: name.uppercased()) != nil {
      guard config == nil else {
        throw ValidationError("--config is for a table, and '\(name)' is a rule")
      }
      return
    }
    if name == EditionExplanation.name {
      guard config == nil else {
        throw ValidationError("--config is for a table, and '\(name)' is none")
      }
      return
    }
    guard TableExplanation.named(name) == nil else { return }
    if name.wholeMatch(of: /[Rr][0-9]+/) != nil {
      throw ValidationError("there is no rule '\(name)'; wmo-etl rules lists them")
    }
    let names = TableExplanation.all.map(\.analysis.name) + [EditionExplanation.name]
    let nearest = nearestName(to: name, among: names) ?? ""
    throw ValidationError("there is no table '\(name)'; the nearest is '\(nearest)'")
  }

  func run() throws {
    guard let name else { return try StandardOutput.print(TableDocument.list, terminator: "") }
    if let rule = Rule(code: name.uppercased()) {
      try StandardOutput.print(RuleDocument.text(of: rule))
    } else if name == EditionExplanation.name {
      try StandardOutput.print(EditionExplanation.text, terminator: "")
    } else if let explanation = TableExplanation.named(name) {
      let counting = try config.map {
        try ConfigurationReader.read(path: $0, inputFolder: "", rules: Rule.all).counting
      }
      let text = try TableDocument.text(of: explanation, counting: counting ?? .init())
      try StandardOutput.print(text, terminator: "")
    }
  }
}

/// The tables as text for a terminal.
enum TableDocument {
  /// A line for each table, and one for the edition.
  static var list: String {
    let tables = TableExplanation.all.map { ($0.analysis.name, $0.analysis.title) }
    return lines(tables + [(EditionExplanation.name, EditionExplanation.title)], indent: "")
  }

  /// Everything about one table, ending with an example that is counted as it is printed.
  static func text(
    of explanation: TableExplanation, counting: CountingParameters
  ) throws -> String {
    let (analysis, example) = (explanation.analysis, explanation.example)
    let result = try explanation.result()
    let columns = analysis.columns.map {
      ($0.name.text, $0.type.name, explanation.meaning(of: $0.name) ?? "")
    }
    let width = columns.map(\.1.count).max() ?? 0
    let typed = columns.map { ($0, $1.padded(to: width) + "  " + $2) }
    let rules = analysis.countingRules(counting).map { "  - \($0)\n" }.joined()
    let files = example.files.map { "\($0.key.name).csv\n\n\($0.value)\n\n" }.joined()
    let format = TextFormat(precision: .exact)
    return """
      \(analysis.name): \(analysis.title)

      een rij: \(explanation.row)

      kolommen:
      \(lines(typed, indent: "  "))
      telregels:
      \(rules)
      voorbeeld (periode \(example.period)): \(example.situation)

      \(files)\(format.text(of: example.declarations))
      tables/\(analysis.name).csv: \(format.text(of: result))
      \(example.reading)

      """
  }

  /// Names and what they mean, in two columns.
  private static func lines(_ texts: [(String, String)], indent: String) -> String {
    let width = texts.map(\.0.count).max() ?? 0
    return texts.map { "\(indent)\($0.padded(to: width))  \($1)\n" }.joined()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
