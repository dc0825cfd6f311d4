package import Analytics
import Foundation
package import Ingest
import Reporting

/// A run that was published, read back and checked against its manifest.
package struct PublishedRun {
  /// Without symbolic links: `out/latest` becomes the folder that it leads to.
  let path: String
  let manifestBytes: Data
  let manifest: RunManifest
  let hashes: [String: String]

  /// Throws 66 when the folder holds no manifest and 65 when the manifest cannot be read.
  package init(folder: String) throws(RunFailure) {
    path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    // Its last file may be written: a killed run has all but its name.
    guard !(path as NSString).lastPathComponent.hasPrefix(StagedFolder.prefix) else {
      throw .unfinishedRun(path)
    }
    manifestBytes = try Self.contents(of: "manifest.json", in: path)
    do {
      manifest = try JSONDecoder().decode(RunManifest.self, from: manifestBytes)
      hashes = Dictionary(manifest.outputs.map { ($0.name, $0.sha256) }) { first, _ in first }
    } catch {
      throw .otherVersion("\(path)/manifest.json")
    }
  }

  /// A run by its own folder, or by that of the output for its latest one. Throws 65 or 66.
  package init(folderOrOutput path: String) throws(RunFailure) {
    let latest = "\(path)/latest"
    let isRun = DurableFile.exists("\(path)/manifest.json") || !DurableFile.exists(latest)
    try self.init(folder: isRun ? path : latest)
  }

  /// The name of its folder.
  package var name: String { (path as NSString).lastPathComponent }

  /// The folder in which it was published.
  var output: String { (path as NSString).deletingLastPathComponent }

  /// The files that the manifest names.
  package var fileCount: Int { manifest.outputs.count }

  /// The configuration file that the run was made with, without flags; the contract's defaults where
  /// it had none. Throws 65 or 78.
  func configuration() throws(RunFailure) -> Configuration {
    guard let text = manifest.configuration.file else { return Configuration() }
    return try ConfigurationReader.read(
      Array(text.utf8), path: "\(path)/manifest.json (bestand)", rules: Rule.all)
  }

  func reportBytes() throws(RunFailure) -> Data { try checked("report.json") }

  /// The report as it was when the run was published. Throws 65 or 66.
  func report(sourceDate: Int?) throws(RunFailure) -> Report {
    let reportBytes = try reportBytes()
    do {
      var report = try ReportReader.report(reportBytes, manifest: manifestBytes)
      report.account.sourceDate = sourceDate
      return report
    } catch {
      throw .otherVersion(path)
    }
  }

  /// The tables of a run, from its report alone. Throws 65 or 66.
  package static func tables(ofRun folder: String) throws(RunFailure) -> [Table] {
    let path = folder + "/report.json"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .reportNotThere(path)
    }
    do {
      return try ReportReader.tables(in: bytes)
    } catch {
      throw .unreadableReport(path)
    }
  }

  /// Report → files → a folder beside the run, `RUN-rapport` where `output` names none.
  ///
  /// Returns why a PDF that was asked for could not be printed. Throws 64, 65, 66, 73 or 74.
  package func makeReport(
    as formats: FormatChoice, in output: String?, sourceDate: Int?
  ) throws -> RunFailure? {
    let report = try report(sourceDate: sourceDate)
    let target = try target(output)
    let workers = ProcessInfo.processInfo.activeProcessorCount
    var outputs: [PublishedFile] = []
    let missingPrinter = try formats.make(of: report, workers: workers, orElse: \.isDocument) {
      let path = "\(target)/\($0.path)"
      try DurableFile.createFolder((path as NSString).deletingLastPathComponent)
      try DurableFile.replace($0.bytes, at: path)
      outputs.append(PublishedFile(name: $0.path, bytes: $0.bytes))
    }
    try DurableFile.replace(manifest(of: outputs), at: "\(target)/manifest.json")
    try DurableFile.synchronise(folder: target)
    return missingPrinter
  }

  /// The folder to write into. Throws 64 or 73.
  private func target(_ output: String?) throws(RunFailure) -> String {
    let target = output ?? "\(path)-rapport"
    try refuseTarget(target)
    try DurableFile.createFolder(target)
    return target
  }

  /// Throws 64 for a folder that lies in the run, which is never changed.
  func refuseTarget(_ target: String) throws(RunFailure) {
    if Self.lies(target, in: path) { throw .targetInRun(target) }
  }

  /// Whether a file or a folder, which need not be there yet, would lie in the folder of a run, which
  /// is without symbolic links.
  static func lies(_ target: String, in path: String) -> Bool {
    var place = URL(fileURLWithPath: target).standardizedFileURL
    // What is still to be made lies where its first existing parent lies.
    while place.path != "/", !DurableFile.exists(place.path) { place.deleteLastPathComponent() }
    let resolved = place.resolvingSymlinksInPath().path
    return resolved == path || resolved.hasPrefix(path + "/")
  }

  /// The `manifest.json` of files that were made from this run.
  private func manifest(of outputs: [PublishedFile]) -> [UInt8] {
    let json: JSONValue = [
      "version": .string(Version.current),
      "run": .string(name),
      "run_manifest_sha256": .string(
        PublishedFile(name: "manifest.json", bytes: manifestBytes).sha256),
      "outputs": .array(
        outputs.sorted { precedesByteWise($0.name, $1.name) }.map(\.json)),
    ]
    return json.bytes
  }

  /// A file of the run whose bytes are those that the manifest names.
  func checked(_ name: String) throws(RunFailure) -> Data {
    let bytes = try Self.contents(of: name, in: path)
    guard PublishedFile(name: name, bytes: bytes).sha256 == hashes[name] else {
      throw .otherBytes("\(path)/\(name)")
    }
    return bytes
  }

  private static func contents(of name: String, in path: String) throws(RunFailure) -> Data {
    let path = "\(path)/\(name)"
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw DurableFile.mayExist(path) ? .unreadable(path) : .notPublished(path)
    }
  }
}
