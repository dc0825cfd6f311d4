import Analytics
import ArgumentParser
import Ingest
import Runs

/// `wmo-etl diff`: what changed from one published run to another.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what changed from one published run to another.",
    discussion: """
      With one folder, NEW: it is compared with the run that counted before it, the one to which \
      latest led when NEW was made; held runs are passed over. Both runs need report.json, and its \
      bytes must be those that were published.

      Printed are, in this order: inputs that were added, are gone or changed; keys of the \
      configuration, of the file as well as those that flags set; the version; accepted and rejected \
      lines; new lines, lines gone and what was restated, from the net of OLD to that of NEW; rules \
      with another number of lines; months that both runs have with other figures; then of each table \
      every figure that differs, with (new) or (gone) at a row that one run lacks.

      New, gone and restated go by month of the basis: more lines than before are new, fewer are \
      gone, and as many with another net are restated. A month is closed when it is older than \
      [bewaking] gesloten_na months (12) before the last month in which NEW has declarations.

      verschil is NEW - OLD: of amounts, of counts, and of shares in percentage points (pp); texts, \
      months, years and quotients have none. A row that one run lacks counts as nothing.

      --csv writes tabel, sleutel (kolom=waarde, joined by "; "), kolom, was, is, verschil, with \
      figures as in the tables of a run. --json prints everything as one document: old, new, differs, \
      inputs, configuration, version, lines, net, movement, rejects, findings, months, tables; money \
      in cents, figures as in report.json, null where a run has nothing.

      EXIT STATUS
        0   no difference
        1   the runs differ
        64  wrong usage
        65  a run is not what was published, or of another version
        66  no such run, or none before it
        73  the CSV file cannot be created
        74  read or write failed

      EXAMPLES
        wmo-etl diff out
        wmo-etl diff out/20171115T020000Z-3f2a91c0 out/latest --table maandverloop
        wmo-etl diff out --csv verschillen.csv > samenvatting.txt
        wmo-etl diff out --json | jq .movement
      """)

  @Argument(
    help: ArgumentHelp(
      "OLD and NEW, or NEW alone: folders of published runs, or output folders for their latest "
        + "ones.", valueName: "run"),
    completion: .directory)
  var runs: [String]

  @Flag(help: "Print all of it as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write the figures that differ as CSV, too; - prints them, and nothing else.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Compare this table only; may be given more than once. The summary stays.",
      valueName: "name"))
  var table: [String] = []

  func validate() throws {
    guard (1...2).contains(runs.count) else {
      throw ValidationError("\(runs.count) runs are given; expected OLD and NEW, or NEW alone")
    }
    if json, csv == "-" {
      throw ValidationError("--json and --csv - both print; give a file for --csv")
    }
    try TableNames.check(table, and: [FindingTables.findingsName, FindingTables.providersName])
  }

  func run() throws {
    let comparison = try RunComparison(
      old: runs.count == 2 ? runs[0] : nil, new: runs[runs.count - 1], tables: table)
    if csv == "-" {
      try StandardOutput.write(comparison.csv)
    } else {
      if let csv { try comparison.writeCSV(to: csv) }
      if json {
        try StandardOutput.write(comparison.json)
      } else {
        try StandardOutput.print(comparison.text, terminator: "")
      }
    }
    if comparison.differs { throw ExitCode(ExitStatus.different.rawValue) }
  }
}
