import Foundation
import Ingest
import Reporting

/// A run that was published, read back and checked against its manifest.
struct PublishedRun {
  /// Without symbolic links: `out/latest` becomes the folder that it leads to.
  let path: String
  private let manifestBytes: Data
  private let hashes: [String: String]

  /// Throws 66 when the folder holds no manifest and 65 when the manifest cannot be read.
  init(folder: String) throws(RunFailure) {
    path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    manifestBytes = try Self.contents(of: "manifest.json", in: path)
    do {
      let written = try JSONDecoder().decode(WrittenManifest.self, from: manifestBytes)
      hashes = Dictionary(written.outputs.map { ($0.name, $0.sha256) }) { first, _ in first }
    } catch {
      throw .otherVersion("\(path)/manifest.json")
    }
  }

  /// The report as it was when the run was published. Throws 65 or 66.
  func report(sourceDate: Int?) throws(RunFailure) -> Report {
    let reportBytes = try checked("report.json")
    do {
      var report = try ReportReader.report(reportBytes, manifest: manifestBytes)
      report.account.sourceDate = sourceDate
      return report
    } catch {
      throw .otherVersion(path)
    }
  }

  /// The `manifest.json` of files that were made from this run.
  func manifest(of outputs: [PublishedFile]) -> [UInt8] {
    let json: JSONValue = [
      "version": .string(Version.current),
      "run": .string((path as NSString).lastPathComponent),
      "run_manifest_sha256": .string(
        PublishedFile(name: "manifest.json", bytes: manifestBytes).sha256
      ),
      "outputs": .array(
        outputs.sorted { precedesByteWise($0.name, $1.name) }.map {
          ["name": .string($0.name), "sha256": .string($0.sha256)]
        }
      ),
    ]
    return json.bytes
  }

  /// A file of the run whose bytes are those that the manifest names.
  private func checked(_ name: String) throws(RunFailure) -> Data {
    let bytes = try Self.contents(of: name, in: path)
    guard PublishedFile(name: name, bytes: bytes).sha256 == hashes[name] else {
      throw .otherBytes("\(path)/\(name)")
    }
    return bytes
  }

  private static func contents(of name: String, in path: String) throws(RunFailure) -> Data {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw .notPublished("\(path)/\(name)")
    }
    return bytes
  }

  private struct WrittenManifest: Decodable {
    let outputs: [WrittenOutput]
  }

  private struct WrittenOutput: Decodable {
    let name: String
    let sha256: String
  }
}
