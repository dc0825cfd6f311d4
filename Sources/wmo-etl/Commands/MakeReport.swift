import ArgumentParser
import Foundation
import Ingest
import Reporting

/// `wmo-etl report`: the documents of a published run, without reading its input again.
struct MakeReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make the workbook, the annex and other files of a published run.",
    discussion: """
      Reads report.json and manifest.json of the run, checks that the report is the one that was \
      published, and gives the very bytes that run gives. A published run is never changed: the \
      files go beside it, into RUN-rapport, with a manifest of their own.

      EXAMPLES
        wmo-etl report out/latest
        wmo-etl report out/latest --format xlsx --output bijlagen
        wmo-etl report out/latest --csv-profile nl-excel
      """
  )

  @Argument(
    help: ArgumentHelp("The folder of a published run.", valueName: "run"),
    completion: .directory
  )
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Where to write; files of the same names are replaced. Default: RUN-rapport.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var output: String?

  @OptionGroup var formats: FormatOptions

  func run() throws {
    let sourceDate = try SourceDate.fromEnvironment()
    let run = try PublishedRun(folder: folder)
    let report = try run.report(sourceDate: sourceDate)
    let target = try target(beside: run)
    let files = try formats.files(of: report, where: \.isDocument)
    var outputs: [PublishedFile] = []
    func write(_ file: ReportFile) throws {
      let path = "\(target)/\(file.path)"
      try DurableFile.createFolder((path as NSString).deletingLastPathComponent)
      try DurableFile.replace(file.bytes, at: path)
      outputs.append(PublishedFile(name: file.path, bytes: file.bytes))
    }
    for file in files { try write(file) }
    let missingPrinter = try formats.printPDF(of: report, write)
    let manifest = run.manifest(of: outputs)
    try DurableFile.replace(manifest, at: "\(target)/manifest.json")
    try DurableFile.synchronise(folder: target)
    if let missingPrinter { throw missingPrinter }
  }

  /// The folder to write into, which does not lie in the run. Throws 64 or 73.
  private func target(beside run: PublishedRun) throws -> String {
    let target = output ?? "\(run.path)-rapport"
    var place = URL(fileURLWithPath: target).standardizedFileURL
    // What is still to be made lies where its first existing parent lies.
    while place.path != "/", !DurableFile.exists(place.path) { place.deleteLastPathComponent() }
    let resolved = place.resolvingSymlinksInPath().path
    guard resolved != run.path, !resolved.hasPrefix(run.path + "/") else {
      throw RunFailure.targetInRun(target)
    }
    try DurableFile.createFolder(target)
    return target
  }
}
