import Analytics
import Foundation
package import Ingest
import Reporting

/// What an edition is made of beside the report.
extension PublishedRun {
  /// The folder in which it was published.
  var output: String { (path as NSString).deletingLastPathComponent }

  /// `[publicatie]` of the configuration that the run was made with. Throws 65 or 78.
  package func publicationParameters() throws(RunFailure) -> PublicationParameters {
    let written: WrittenConfiguration
    do {
      written = try JSONDecoder().decode(WrittenConfiguration.self, from: manifestBytes)
    } catch {
      throw .otherVersion("\(path)/manifest.json")
    }
    guard let text = written.configuration.bestand else { return PublicationParameters() }
    return try ConfigurationReader.read(
      Array(text.utf8), path: "\(path)/manifest.json (bestand)", rules: Rule.all
    ).publication
  }

  /// What the run keeps of the persons behind its amounts; nil for an older run. Throws 65 or 66.
  func risks() throws(RunFailure) -> DisclosureRisks? {
    guard let bytes = try risksBytes() else { return nil }
    do {
      return try RisksReader.risks(in: bytes)
    } catch {
      throw .otherVersion("\(path)/\(RisksWriter.fileName)")
    }
  }

  func risksBytes() throws(RunFailure) -> Data? {
    guard hashes[RisksWriter.fileName] != nil else { return nil }
    guard DurableFile.exists("\(path)/\(RisksWriter.fileName)") else {
      throw .risksNotThere("\(path)/\(RisksWriter.fileName)")
    }
    return try checked(RisksWriter.fileName)
  }

  private struct WrittenConfiguration: Decodable {
    let configuration: File

    struct File: Decodable {
      /// The text of `wmo-etl.toml`.
      let bestand: String?
    }
  }
}
