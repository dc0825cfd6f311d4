import Analytics
import ArgumentParser
import Ingest
import Reporting
import Runs

/// `wmo-etl tables`: what the tables hold and how they are counted.
struct Tables: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the tables with their columns and counting rules.",
    discussion: """
      sleutel are the columns that together name a row: no two rows of a table have the same. The \
      rules are those of the default configuration; a run's own stand in its report.json.

      EXAMPLES
        wmo-etl tables
        wmo-etl tables concentratie
      """)

  @Argument(help: "The tables to tell of; default: all.")
  var names: [String] = []

  func validate() throws {
    try TableNames.check(names)
  }

  func run() throws {
    let analyses = Analysis.all.filter { names.isEmpty || names.contains($0.name) }
    let texts = analyses.map { analysis in
      func names(_ columns: [Column]) -> String {
        columns.map(\.name.text).joined(separator: ", ")
      }
      let keys = names(analysis.columns.filter { $0.role == .key })
      let rules = analysis.countingRules(CountingParameters()).map { "  - \($0)\n" }
      return "\(analysis.name): \(analysis.title)\n  kolommen: \(names(analysis.columns))\n"
        + "  sleutel: \(keys)\n" + rules.joined()
    }
    try StandardOutput.print(texts.joined(separator: "\n"), terminator: "")
  }
}

/// `wmo-etl show`: tables of a published run as text.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print tables of a published run as readable text.",
    discussion: """
      Figures are rounded for reading, in Dutch notation; the exact ones are in the run's folder.
      less -S keeps the rows of a wide table on one line each.

      EXAMPLES
        wmo-etl show out/latest product-gebruik subsidies
        wmo-etl show out/latest --exact maandverloop
        wmo-etl show out/latest trajecten | less -S
      """)

  @Argument(
    help: ArgumentHelp("The folder of a published run.", valueName: "run"), completion: .directory)
  var folder: String

  @Argument(help: ArgumentHelp("The tables to print; default: all.", valueName: "table"))
  var names: [String] = []

  @Flag(help: "Show cents and all digits of shares and quotients.")
  var exact = false

  func validate() throws {
    try TableNames.check(
      names, and: [FindingTables.findingsName, FindingTables.providersName])
  }

  func run() throws {
    let format = TextFormat(precision: exact ? .exact : .rounded)
    let tables = try PublishedRun.tables(ofRun: folder)
    let wanted = tables.filter { names.isEmpty || names.contains($0.name) }
    let texts = wanted.map { format.text(of: $0) }
    try StandardOutput.print(texts.joined(separator: "\n"), terminator: "")
  }
}

/// The names of tables on a command line.
enum TableNames {
  static func check(_ names: [String], and more: [String] = []) throws {
    let known = Analysis.all.map(\.name) + more
    for name in names where !known.contains(name) {
      throw ValidationError(
        "there is no table '\(name)'; the tables are \(known.joined(separator: ", "))")
    }
  }
}
