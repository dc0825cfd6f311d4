import Analytics
import ArgumentParser
import Foundation
import Ingest
import Reporting

/// `wmo-etl run`: from CSV files to a published run.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the CSV files of a folder and publish the tables.",
    discussion: """
      Publishes one run atomically: a folder of tables, report.json, a workbook, an annex, \
      rejects, findings and a manifest below OUTPUT, to which the link OUTPUT/latest leads. On \
      success nothing is printed but progress on a terminal, so the command can run in cron.

      EXAMPLES
        wmo-etl run --input data-samples/zoetermeer-2017 --output out
        wmo-etl run --input in --output out --period 2017-01-01..2017-12-31
        zcat declaraties.csv.gz | wmo-etl run --input in --output out --declaraties -
      """)

  @Option(
    help: ArgumentHelp("The folder with the CSV files.", valueName: "dir"),
    completion: .directory)
  var input: String

  @OptionGroup var options: InputOptions

  @Option(
    help: ArgumentHelp("The folder below which the run is published.", valueName: "dir"),
    completion: .directory)
  var output: String

  @OptionGroup var formats: FormatOptions

  func run() throws {
    let sourceDate = try SourceDate.fromEnvironment()
    let configuration = try options.configuration(inputFolder: input)
    let folder = try options.folder(input, configuration)
    let publication = try Publication(output: output)
    let terminal = ProgressLine(isWanted: !options.quiet, folder: folder)
    let result = try terminal.during {
      try Pipeline(
        configuration: configuration, folder: folder, workers: options.workers,
        chunkSize: options.chunkSize, progress: terminal.progress, rules: options.rules
      ).run()
    }
    terminal.warn(result.warnings)
    let name = RunName(
      secondsSince1970: Int(Date().timeIntervalSince1970), hash: Manifest.hash(of: result))
    try stopForRejects(result, publication, name)
    try FindingStops.check(result)

    let tables = Analysis.tables(from: result.ledger, workers: options.workers)
    let ladder = try Ladder(result, tables: tables)
    var account = try Manifest.account(of: result, ladder)
    account.sourceDate = sourceDate
    let report = Report(
      version: Version.current,
      municipality: .init(
        code: configuration.municipalityCode, name: configuration.municipalityName),
      ledger: result.ledger, tables: tables,
      findings: [
        FindingTables.findings(result.findings),
        FindingTables.providers(result.findings, result.ledger.registers),
      ],
      account: account)
    let files = try formats.files(of: report, workers: options.workers, where: \.isDefault)
    for file in files {
      try publication.write(name: file.path, bytes: file.bytes)
    }
    let missingPrinter = try formats.printPDF(of: report) {
      try publication.write(name: $0.path, bytes: $0.bytes)
    }
    try publication.write(name: "rejects.csv", pieces: LineFiles.rejects(result.tally.rejects))
    for table in report.findings {
      try publication.write(name: "\(table.name).csv", bytes: CSVFormat().bytes(of: table))
    }
    try publication.write(
      name: "bevindingen-regels.csv",
      pieces: LineFiles.findings(result.findings, result.ledger.registers.providers))
    let manifest = Manifest(result: result, ladder: ladder, outputs: publication.outputs)
    try publication.write(name: "manifest.json", bytes: manifest.bytes)
    let published = try publication.publish(as: name)
    terminal.say(
      "published \(output)/\(published): \(ladder.lines.acceptedLines) lines accepted, "
        + "\(ladder.rejectedCount) rejected")
    if let missingPrinter { throw missingPrinter }
  }

  /// R302: too many rejects to trust the rest; only the list of rejects is left behind.
  private func stopForRejects(
    _ result: Pipeline.Result, _ publication: Publication, _ name: RunName
  ) throws {
    guard let failure = TooManyRejects(result) else { return }
    let file = try publication.leave(rejects: LineFiles.rejects(result.tally.rejects), of: name)
    throw failure.failure(seeing: "\(output)/\(file)")
  }
}
