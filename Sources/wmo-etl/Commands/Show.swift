import Analytics
import ArgumentParser
import Foundation
import Ingest
import Reporting

/// `wmo-etl show`: tables of a published run as text.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print tables of a published run as readable text.",
    discussion: """
      Figures are rounded for reading, in Dutch notation; the exact ones are in the run's folder.

      EXAMPLES
        wmo-etl show out/latest product-gebruik subsidies
        wmo-etl show out/latest --exact maandverloop
      """)

  @Argument(
    help: ArgumentHelp("The folder of a published run.", valueName: "run"), completion: .directory)
  var folder: String

  @Argument(help: ArgumentHelp("The tables to print; default: all.", valueName: "table"))
  var names: [String] = []

  @Flag(help: "Show cents and all digits of shares.")
  var exact = false

  func validate() throws {
    try TableNames.check(
      names, and: [FindingTables.findingsName, FindingTables.providersName])
  }

  func run() throws {
    let path = folder + "/report.json"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunFailure.reportNotThere(path)
    }
    let tables: [Table]
    do {
      tables = try ReportReader.tables(in: bytes)
    } catch {
      throw RunFailure.unreadableReport(path)
    }
    let format = TextFormat(precision: exact ? .exact : .rounded)
    let wanted = tables.filter { names.isEmpty || names.contains($0.name) }
    let texts = wanted.map { format.text(of: $0) }
    try StandardOutput.print(texts.joined(separator: "\n"), terminator: "")
  }
}
